/** Products of vectors and matrices, and the trace. */
import { isFloating, promote, scalarTypes } from "#autodiff/dtype.ts";
import { matrixProduct } from "#autodiff/entry-links.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import { matmul as product, type Matrix } from "#autodiff/kernels/matmul.ts";
import { binding, call, infix } from "#autodiff/notation.ts";
import { defineListOp, defineOp, type Vjp } from "#autodiff/operation.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { reshape } from "#autodiff/operations/shaping.ts";
import { broadcastShapes, countEntries, normalizeDim, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** Which factors of a product are to be transposed. That copies nothing: they are read in another order. */
interface Transposed {
  x: boolean;
  y: boolean;
}

/** The last two axes of a tensor as a matrix with this many columns, or as the transpose of one with this many rows. */
function asMatrix({ data, shape, dtype }: Tensor, columns: number, transposed = false): Matrix {
  const steps = transposed ? { rowStep: 1, columnStep: columns } : { rowStep: columns, columnStep: 1 };
  return { data: dense(data, shape, dtype), start: 0, ...steps };
}

/** Batches of products of m×k by k×n matrices, one after another in memory. */
function multiplied(
  x: Tensor,
  y: Tensor,
  shape: Shape,
  batches: number,
  m: number,
  k: number,
  n: number,
  transposed?: Transposed,
): Tensor {
  if (x.dtype !== y.dtype) {
    const [first, second] = [scalarTypes[x.dtype], scalarTypes[y.dtype]];
    throw new EngineError(
      "RuntimeError",
      shape.length === 0
        ? `dot : expected both vectors to have same dtype, but found ${first} and ${second}`
        : `expected scalar type ${first} but found ${second}`,
    );
  }
  const dtype = promote(x.dtype, 1, y.dtype, 1);
  const a = transposed?.x ? asMatrix(x, m, true) : asMatrix(x, k);
  const b = transposed?.y ? asMatrix(y, k, true) : asMatrix(y, n);
  return new Tensor(product(a, b, batches, m, k, n, dtype), shape, dtype);
}

/** The lengths of a matrix's axes, the last two of this shape. */
function sides(shape: Shape, transposed = false): [rows: number, columns: number] {
  const rows = shape[shape.length - 2]!;
  const columns = shape[shape.length - 1]!;
  return transposed ? [columns, rows] : [rows, columns];
}

/** How many entries a product of matrices, or of batches of them, has. */
function productEntries(x: Shape, y: Shape, transposed?: Transposed): number {
  const [m] = sides(x, transposed?.x);
  const [, n] = sides(y, transposed?.y);
  return countEntries(x.slice(0, -2)) * m * n;
}

/**
 * The rules of a product Z = XY of matrices: ∂L/∂X = G·Yᵀ and ∂L/∂Y = Xᵀ·G, where G = ∂L/∂Z; and the same the other way
 * round for the transpose of a factor.
 */
const matrixRules = (
  product: (x: Tensor, y: Tensor, params: Transposed) => Tensor,
): [MatrixRule, MatrixRule] => [
  (g, { y, params }) =>
    params?.x
      ? product(y, g, { x: params.y, y: true })
      : product(g, y, { x: false, y: !(params?.y ?? false) }),
  (g, { x, params }) =>
    params?.y
      ? product(g, x, { x: true, y: params.x })
      : product(x, g, { x: !(params?.x ?? false), y: false }),
];

type MatrixRule = Vjp<Transposed | undefined>;

/**
 * Z = XY, `(m, k) × (k, n) → (m, n)`. The flags say which factor is read as its transpose. Throws a RuntimeError where the
 * inner lengths or the dtypes differ.
 */
export const mm = defineOp({
  name: "mm",
  params: { optional: { x: "flag", y: "flag" } },
  notation: infix(" @ ", "@", ["@ otherᵀ", "otherᵀ @"], binding.product, binding.sign),
  links: matrixProduct,
  accepts: ([x, y]) => x!.dim === 2 && y!.dim === 2,
  entries: ([x, y], params) => productEntries(x!.shape, y!.shape, params),
  forward: (x, y, params) => {
    const [m, k] = sides(x.shape, params?.x);
    const [rows, n] = sides(y.shape, params?.y);
    if (k !== rows) {
      throw new EngineError(
        "RuntimeError",
        `mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${rows}x${n})`,
      );
    }
    return multiplied(x, y, [m, n], 1, m, k, n, params);
  },
  vjp: matrixRules((x, y, params): Tensor => mm(x, y, params)),
});

/** z = Xy, `(m, k) × (k,) → (m,)`, so ∂L/∂X = g yᵀ and ∂L/∂y = Xᵀ g. Throws as `mm` does. */
export const mv = defineOp({
  name: "mv",
  notation: infix(" @ ", "@", ["outer product with the vector", "matrixᵀ @"], binding.product, binding.sign),
  accepts: ([x, y]) => x!.dim === 2 && y!.dim === 1,
  forward: (x, y) => {
    const [m, k] = x.shape as [number, number];
    if (k !== y.shape[0]) {
      throw new EngineError("RuntimeError", `size mismatch, got ${m}, ${m}x${k},${y.shape[0]!}`);
    }
    return multiplied(x, y, [m], 1, m, k, 1);
  },
  vjp: [(g, { y }) => g.unsqueeze(1).mul(y), (g, { x }) => x.t().matmul(g)],
});

/**
 * z = Σ xᵢyᵢ, `(k,) × (k,) → ()`, so ∂/∂x = y and ∂/∂y = x. Throws a RuntimeError for other ranks, and where lengths or dtypes
 * differ.
 */
export const dot = defineOp({
  name: "dot",
  notation: infix(" @ ", "·", ["other", "other"], binding.product, binding.sign),
  accepts: ([x, y]) => x!.dim === 1 && y!.dim === 1,
  forward: (x, y) => {
    const [k] = x.shape as [number];
    if (x.shape.length !== 1 || y.shape.length !== 1) {
      throw new EngineError(
        "RuntimeError",
        `1D tensors expected, but got ${x.shape.length}D and ${y.shape.length}D tensors`,
      );
    }
    if (k !== y.shape[0]) {
      throw new EngineError(
        "RuntimeError",
        `inconsistent tensor size, expected tensor [${k}] and src [${y.shape[0]!}] to have the same number of elements, but got ${k} and ${y.shape[0]!} elements respectively`,
      );
    }
    return multiplied(x, y, [], 1, 1, k, 1);
  },
  vjp: [(g, { y }) => g.mul(y), (g, { x }) => g.mul(x)],
  malRules: [
    {
      message: "kept the vector that moves",
      input: 0,
      vjp: (g, { x }) => g.mul(x),
    },
    {
      message: "kept the vector that moves",
      input: 1,
      vjp: (g, { y }) => g.mul(y),
    },
  ],
});

/**
 * B + XY as one operation, `(m, n) + (m, k) × (k, n) → (m, n)`, B broadcast; the rules are those of `add` and `mm`. Throws as
 * `mm` does.
 */
export const addmm = defineListOp({
  name: "addmm",
  notation: call("addmm"),
  terms: 3,
  accepts: ([, x, y]) => x!.dim === 2 && y!.dim === 2,
  entries: ([b, x, y]) => Math.max(b!.numel, productEntries(x!.shape, y!.shape)),
  forward: ([b, x, y]) => mm(x!.detach(), y!.detach()).add(b!.detach()),
  vjp:
    (input) =>
    (g, { inputs }) =>
      input === 0
        ? g
        : input === 1
          ? mm(g, inputs[2]!, { x: false, y: true })
          : mm(inputs[1]!, g, { x: true, y: false }),
});

/**
 * A product of matrices for each index of the leading axis: `(b, m, k) × (b, k, n) → (b, m, n)`. Throws a RuntimeError where b,
 * k or the dtypes differ.
 */
export const bmm = defineOp({
  name: "bmm",
  params: { optional: { x: "flag", y: "flag" } },
  notation: infix(" @ ", "@", ["@ otherᵀ", "otherᵀ @"], binding.product, binding.sign),
  accepts: ([x, y]) => x!.dim === 3 && y!.dim === 3,
  entries: ([x, y], params) => productEntries(x!.shape, y!.shape, params),
  forward: (x, y, params) => {
    const [batches, others] = [x.shape[0]!, y.shape[0]!];
    const [m, k] = sides(x.shape, params?.x);
    const [rows, n] = sides(y.shape, params?.y);
    if (batches !== others || k !== rows) {
      throw new EngineError(
        "RuntimeError",
        `Expected size for first two dimensions of batch2 tensor to be: [${batches}, ${k}] but got: [${others}, ${rows}].`,
      );
    }
    return multiplied(x, y, [batches, m, n], batches, m, k, n, params);
  },
  vjp: matrixRules((x, y, params): Tensor => bmm(x, y, params)),
});

/**
 * `x @ y` for operands of any rank: `(…, m, k) × (…, k, n) → (…, m, n)`, leading axes broadcast. A vector is a row on the left
 * and a column on the right, and its axis is left out of the result. Throws a RuntimeError for a scalar, and where lengths or
 * dtypes don't fit.
 */
export function matmul(x: Tensor, y: Tensor): Tensor {
  const xDims = x.shape.length;
  const yDims = y.shape.length;
  if (xDims === 0 || yDims === 0) {
    throw new EngineError(
      "RuntimeError",
      `both arguments to matmul need to be at least 1D, but they are ${xDims}D and ${yDims}D`,
    );
  }
  if (xDims === 1 && yDims === 1) return dot(x, y);
  if (xDims === 2 && yDims === 2) return mm(x, y);
  if (xDims === 2 && yDims === 1) return mv(x, y);
  if (xDims === 1 && yDims === 2) {
    const row = mm(x.unsqueeze(0), y);
    return reshape(row, { shape: row.shape.slice(1), as: "Squeeze", overload: 3 });
  }
  const left = xDims === 1 ? x.unsqueeze(0) : x;
  const right = yDims === 1 ? y.unsqueeze(1) : y;
  const [m, k] = left.shape.slice(-2) as [number, number];
  const [rows, n] = right.shape.slice(-2) as [number, number];
  const leading = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const batches = countEntries(leading);
  const result = bmm(
    left.expand([...leading, m, k]).reshape([batches, m, k]),
    right.expand([...leading, rows, n]).reshape([batches, rows, n]),
  );
  return result.viewAs([...leading, ...(xDims === 1 ? [] : [m]), ...(yDims === 1 ? [] : [n])], "UnsafeView");
}

/**
 * Sums of products over the last `dims` axes of x and the first of y, or over the pairs of axes that two lists name. The result
 * has the other axes of x, then those of y. Throws a RuntimeError where two axes of a pair differ in length.
 */
export function tensordot(
  x: Tensor,
  y: Tensor,
  dims: number | readonly [readonly number[], readonly number[]] = 2,
): Tensor {
  const [xAxes, yAxes] =
    typeof dims === "number"
      ? [
          Array.from({ length: dims }, (_, i) => x.shape.length - dims + i),
          Array.from({ length: dims }, (_, i) => i),
        ]
      : [
          dims[0].map((dim) => normalizeDim(dim, x.shape.length)),
          dims[1].map((dim) => normalizeDim(dim, y.shape.length)),
        ];
  const clash = xAxes.findIndex((axis, i) => x.shape[axis] !== y.shape[yAxes[i]!]);
  if (clash !== -1) {
    const [xAxis, yAxis] = [xAxes[clash]!, yAxes[clash]!];
    const named = typeof dims === "number" ? clash - dims : dims[0][clash]!;
    throw new EngineError(
      "RuntimeError",
      `contracted dimensions need to match, but first has size ${x.shape[xAxis]!} in dim ${named} and second has size ${y.shape[yAxis]!} in dim ${yAxis}`,
    );
  }
  const xFree = x.shape.map((_, axis) => axis).filter((axis) => !xAxes.includes(axis));
  const yFree = y.shape.map((_, axis) => axis).filter((axis) => !yAxes.includes(axis));
  const lengths = (of: Tensor, axes: readonly number[]) => axes.map((axis) => of.shape[axis]!);
  const shared = countEntries(lengths(x, xAxes));
  const rows = countEntries(lengths(x, xFree));
  const columns = countEntries(lengths(y, yFree));
  const ordered = (of: Tensor, order: readonly number[]) =>
    order.every((axis, i) => axis === i) ? of : of.permute(order);
  const left = ordered(x, [...xFree, ...xAxes]).reshape([rows, shared]);
  const right = ordered(y, [...yAxes, ...yFree]).reshape([shared, columns]);
  return mm(left, right).reshape([...lengths(x, xFree), ...lengths(y, yFree)]);
}

/**
 * Σ xᵢᵢ, `(m, n) → ()`, so ∂/∂x is 1 on the diagonal and 0 elsewhere. Integers give int64. Throws a RuntimeError for anything but
 * a matrix.
 */
export const trace = defineOp({
  name: "trace",
  notation: call("trace", ["1 on the diagonal, else 0"]),
  accepts: ([x]) => x!.dim === 2,
  forward: (x) => {
    if (x.dim !== 2) {
      throw new EngineError("RuntimeError", `trace: expected a matrix, but got tensor with dim ${x.dim}`);
    }
    const [rows, columns] = x.shape as [number, number];
    const data = dense(x.data, x.shape, x.dtype);
    let total = 0;
    for (let i = 0; i < Math.min(rows, columns); i++) total += data[i * (columns + 1)]!;
    return new Tensor(total, [], "float64").converted(isFloating(x.dtype) ? x.dtype : "int64");
  },
  vjp: [(g, { x }) => where(identity(x), g, x.detach().mul(0).abs())],
  malRules: [
    {
      message: "gave every entry the gradient, not only the diagonal",
      input: 0,
      vjp: (g, { x }) => g.expand(x.shape),
    },
  ],
});

/** The identity in the shape and dtype of x. */
function identity(x: Tensor): Tensor {
  const [rows, columns] = x.shape as [number, number];
  const data = Float64Array.from({ length: rows * columns }, (_, i) =>
    Math.trunc(i / columns) === i % columns ? 1 : 0,
  );
  return new Tensor(data, x.shape, "float64").converted(x.dtype);
}
