/** What Python's `torch` calls: PyTorch's operations on variables. */
import { noKernel } from "#autodiff/torch-forms.ts";
import { defaultFloat, higher, represent, scalarTypes } from "#autodiff/dtype.ts";
import * as engine from "#autodiff/index.ts";
import { EngineError, isFloating, Tensor, type DType } from "#autodiff/index.ts";
import * as operations from "#autodiff/operations/index.ts";
import { expand, reduction } from "#autodiff/operations/reduce.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { sortSearchCalls } from "#runtime/python/bridge/sort-search.ts";
import {
  asTensor,
  binary,
  forms,
  operationCalls,
  unary,
  type Operand,
} from "#runtime/python/bridge/operations.ts";
import { indexView, parseParts, picksPlaces, torchDialect } from "#runtime/python/bridge/indexing.ts";
import { scatterCalls } from "#runtime/python/bridge/scatter-calls.ts";
import { Variable, type ViewFn } from "#runtime/python/bridge/variable.ts";

const floatsOnly =
  <Rest extends unknown[]>(name: string, f: (x: Tensor, ...rest: Rest) => Tensor) =>
  (x: Variable, ...rest: Rest) => {
    const { value } = x;
    if (!isFloating(value.dtype)) throw new EngineError("RuntimeError", noKernel(name, value.dtype));
    return new Variable(f(value, ...rest));
  };

/** With the operands the other way round, as Python's reflected operators want it. */
const reflected = (f: (x: Tensor, y: Tensor) => Tensor) => binary((x, y) => f(y, x));

const linear = (f: (x: Tensor, y: Tensor) => Tensor) => (x: Variable, y: Variable) =>
  new Variable(f(x.value, y.value));

const adding =
  (f: (inputs: readonly Tensor[], at: undefined) => Tensor) => (x: Variable, y: Variable, z: Variable) =>
    new Variable(f([x.value, y.value, z.value], undefined));

const allDims = (x: Tensor): number[] => x.shape.map((_, axis) => axis);

/** A reduction over the dimensions that are named, or over all. */
const reducing =
  (f: (x: Tensor, dims: readonly number[] | undefined, keepdim: boolean) => Tensor) =>
  (x: Variable, keepdim: boolean, ...dims: number[]) =>
    new Variable(f(x.value, dims.length > 0 ? dims : undefined, keepdim));

function refuseWholeSoftmax({ dtype, dim: dims }: Tensor, dim: number, lastDim: string): void {
  if (isFloating(dtype)) return;
  const isLast = dim === -1 || dim >= dims - 1;
  throw new EngineError("RuntimeError", noKernel(isLast ? lastDim : "softmax_kernel_impl", dtype));
}

/** A result over all dimensions, with every one of them at length 1 if they are to be kept. */
const keepingDims = (x: Tensor, result: Tensor, dim: number | null, keepdim: boolean): Tensor =>
  keepdim && dim === null ? result.reshape(x.shape.map(() => 1)) : result;

const view = (x: Variable, viewOf: ViewFn) => x.view(viewOf);

/** Variables whose entries PyTorch would not find in memory in the order of their axes, so that reshaping has to copy them. */
const outOfOrder = new WeakSet<Variable>();

function reordered(x: Variable, viewOf: ViewFn): Variable {
  const result = view(x, viewOf);
  if (!outOfOrder.has(x) && x.value.shape.filter((length) => length > 1).length > 1) outOfOrder.add(result);
  return result;
}

function refuseBool(x: Tensor, y: Tensor = x): void {
  if (x.dtype !== "bool" && y.dtype !== "bool") return;
  throw new EngineError(
    "RuntimeError",
    x.dtype === y.dtype
      ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
      : "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  );
}

/** Integers stay integers, even where the exponent is negative. */
function power(x: Tensor, y: Tensor): Tensor {
  if (x.dtype === "bool" && y.dtype === "bool") {
    throw new EngineError("RuntimeError", noKernel("pow", "bool"));
  }
  const result = operations.powTensor(x, y);
  return isFloating(result.dtype) ? result : result.converted("int64");
}

function pow(x: Variable, exponent: Operand, isFloat: boolean | null): Variable {
  const base = x.value;
  if (exponent instanceof Variable) return new Variable(power(base, exponent.value));
  if (isFloating(base.dtype)) return new Variable(base.pow(exponent));
  if (base.dtype === "bool" && isFloat === null)
    return new Variable(power(base, asTensor(base, exponent, null)));
  if (base.dtype === "bool" && !isFloat) return pow(new Variable(base.to("int64")), exponent, isFloat);
  if (isFloat) return new Variable(base.to(defaultFloat()).pow(exponent));
  if (exponent < 0) {
    throw new EngineError("RuntimeError", "Integers to negative integer powers are not allowed.");
  }
  return new Variable(base.pow(exponent));
}

/** `&`, `|` and `^`: of truth values, or of the bits of integers. */
const bitwise = (
  name: string,
  ofTruths: (x: boolean, y: boolean) => boolean,
  ofBits: (x: number, y: number) => number,
) =>
  binary((x, y) => {
    if (isFloating(x.dtype) || isFloating(y.dtype)) {
      const dtype = isFloating(x.dtype) ? x.dtype : y.dtype;
      throw new EngineError("RuntimeError", noKernel(`${name}_cpu`, dtype));
    }
    const truths = x.dtype === "bool" && y.dtype === "bool";
    return operations.mapBinary(x, y, (a, b) => (truths ? Number(ofTruths(a !== 0, b !== 0)) : ofBits(a, b)));
  });

function bitwiseNot(x: Tensor): Tensor {
  if (isFloating(x.dtype)) {
    throw new EngineError("RuntimeError", noKernel("bitwise_not_cpu", x.dtype));
  }
  return operations.mapUnary(x, (a) => (x.dtype === "bool" ? Number(a === 0) : ~a), x.dtype);
}

/** `x[i]` for every i. */
function unbind(x: Variable, dim: number): Variable[] {
  const { value } = x;
  if (value.dim === 0) throw new EngineError("TypeError", "iteration over a 0-d tensor");
  const axis = dim < 0 ? dim + value.dim : dim;
  return Array.from({ length: value.shape[axis]! }, (_, i) =>
    view(x, (whole) => operations.rearrange(whole, "Unbind", (all) => all.select(axis, i))),
  );
}

/** Pieces of these lengths along a dimension. */
function split(x: Variable, dim: number, as: string, ...lengths: number[]): Variable[] {
  let start = 0;
  return lengths.map((length) => {
    const from = start;
    start += length;
    return view(x, (whole) => operations.rearrange(whole, as, (all) => all.slice(dim, from, from + length)));
  });
}

/** The whole, repeated this often along each axis; more numbers than axes add axes in front. */
function repeat(x: Tensor, counts: readonly number[]): Tensor {
  if (counts.length < x.dim) {
    throw new EngineError(
      "RuntimeError",
      "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
    );
  }
  return operations.rearrange(x, "Repeat", (places) => {
    let result = places.reshape([...counts.slice(x.dim).map(() => 1), ...x.shape]);
    for (const [axis, count] of counts.entries()) {
      result = engine.cat(Array<Tensor>(count).fill(result), axis);
    }
    return result;
  });
}

const flip = (x: Tensor, dims: readonly number[]): Tensor =>
  operations.rearrange(x, "Flip", (places) =>
    dims.reduce((result, dim) => {
      const length = result.shape.at(dim)!;
      const index = engine.arange(length - 1, -1, -1);
      const lists = result.shape.map((_, axis) => (axis === (dim + x.dim) % x.dim ? index : null));
      return result.indexWith(...lists);
    }, places),
  );

const places = (count: number): Tensor => engine.arange(0, count);

/** The entries whose column is `offset` more than their row. */
function diagonal(x: Tensor, as: string, offset: number): Tensor {
  const [rows, columns] = x.shape as [number, number];
  const down = Math.max(-offset, 0);
  const across = Math.max(offset, 0);
  const n = Math.max(0, Math.min(rows - down, columns - across));
  return operations.rearrange(x, as, (all) => all.indexWith(places(n).add(down), places(n).add(across)));
}

/** The diagonal of a matrix, or the matrix with this diagonal. */
function diag(x: Variable, offset: number): Variable {
  const { value } = x;
  if (value.dim === 2) return new Variable(diagonal(value, "Diag", offset));
  if (value.dim !== 1) throw new EngineError("RuntimeError", "matrix or a vector expected");
  return new Variable(operations.diagonalMatrix(value, offset));
}

function trace(x: Tensor): Tensor {
  if (x.dim === 2) return operations.trace(x);
  throw new EngineError("RuntimeError", `trace: expected a matrix, but got tensor with dim ${x.dim}`);
}

function takeAlongAxis(x: Tensor, dim: number, index: Tensor): Tensor {
  const axis = dim < 0 ? dim + x.dim : dim;
  return x.indexWith(...Array.from({ length: axis + 1 }, (_, a) => (a === axis ? index : null)));
}

/** The entries moved on along a dimension; those that fall off the end come in at the start. */
function roll(x: Variable, shift: number, dim: number): Variable {
  const length = x.value.shape.at(dim)!;
  const from = Float64Array.from({ length }, (_, at) => (((at - shift) % length) + length) % length);
  const index = new Tensor(from, [length], "int64");
  return new Variable(operations.rearrange(x.value, "Roll", (all) => takeAlongAxis(all, dim, index)));
}

function maskedSelect(x: Tensor, mask: Tensor): Tensor {
  const hits = mask
    .expand(x.shape)
    .entries()
    .flatMap((hit, place) => (hit ? [place] : []));
  const index = new Tensor(Float64Array.from(hits), [hits.length], "int64");
  return operations.rearrange(x, "MaskedSelect", (all) => all.reshape([-1]).indexWith(index));
}

/** Replaces a variable's value in place by a result of the same shape. */
function assign(x: Variable, result: Variable): void {
  refuseLeaf(x);
  const { shape, dtype } = x.value;
  const next = result.value;
  if (!engine.sameShape(next.shape, shape)) {
    throw new EngineError(
      "RuntimeError",
      `output with shape [${shape.join(", ")}] doesn't match the broadcast shape [${next.shape.join(", ")}]`,
    );
  }
  if (higher(next.dtype, dtype) !== dtype && !(isFloating(dtype) && isFloating(next.dtype))) {
    throw new EngineError(
      "RuntimeError",
      `result type ${scalarTypes[next.dtype]} can't be cast to the desired output type ${scalarTypes[dtype]}`,
    );
  }
  x.replace(next.to(dtype));
}

/** Writes values into a variable, broadcast to its shape and converted to its dtype. */
function fill(x: Variable, values: Operand): void {
  refuseLeaf(x);
  const { shape, dtype } = x.value;
  const next = values instanceof Variable ? values.value : new Tensor(represent(dtype, values), [], dtype);
  const spare = next.dim - shape.length;
  const fitting =
    spare > 0 && next.shape.slice(0, spare).every((length) => length === 1)
      ? next.reshape(next.shape.slice(spare))
      : next;
  x.replace(fitting.to(dtype).expand(shape));
}

function refuseLeaf(x: Variable): void {
  if (!engine.isGradEnabled() || !x.isPartOfLeaf) return;
  throw new EngineError(
    "RuntimeError",
    x.isView
      ? "a view of a leaf Variable that requires grad is being used in an in-place operation."
      : "a leaf Variable that requires grad is being used in an in-place operation.",
  );
}

function index(x: Variable, writing: boolean, ...words: unknown[]): Variable {
  const parts = parseParts(words);
  const viewOf = indexView(x.value, parts, torchDialect);
  return picksPlaces(parts) && !writing ? new Variable(viewOf(x.value)) : view(x, viewOf);
}

export const tensorCalls = {
  ...operationCalls,
  forms,
  // Arithmetic
  sub: binary((x, y) => {
    refuseBool(x, y);
    return x.sub(y);
  }),
  rsub: binary((x, y) => {
    refuseBool(x, y);
    return x.rsub(y);
  }),
  rdiv: binary((x, y) => x.rdiv(y)),
  pow,
  rpow: reflected(power),
  floor_divide: binary((x, y) => {
    if (x.dtype === "bool" && y.dtype === "bool") {
      throw new EngineError("RuntimeError", noKernel("div_floor_cpu", "bool"));
    }
    return operations.floorDivide(x, y);
  }),
  rfloor_divide: reflected((x, y) => operations.floorDivide(x, y)),
  rremainder: reflected((x, y) => operations.remainder(x, y)),
  add_scaled: (x: Variable, y: Variable, factor: number) =>
    new Variable(operations.addScaled([x.value, y.value], factor)),
  sub_scaled: (x: Variable, y: Variable, factor: number) => {
    refuseBool(x.value, y.value);
    return new Variable(operations.subScaled([x.value, y.value], factor));
  },
  lerp: (x: Variable, y: Variable, w: Variable | number) =>
    new Variable(
      w instanceof Variable
        ? operations.lerp([x.value, y.value, w.value], undefined)
        : operations.lerpBy([x.value, y.value], w),
    ),
  addcmul: (x: Variable, y: Variable, z: Variable, factor: number) =>
    new Variable(operations.addcmul([x.value, y.value, z.value], factor)),
  addcdiv: (x: Variable, y: Variable, z: Variable, factor: number) =>
    new Variable(operations.addcdiv([x.value, y.value, z.value], factor)),
  where: (condition: Variable, x: Variable, y: Variable) =>
    new Variable(engine.where(condition.value, x.value, y.value)),

  // Functions of every entry
  square: (x: Variable) => pow(x, 2, false),
  gelu: floatsOnly("GeluKernelImpl", operations.gelu),
  gelu_tanh: floatsOnly("GeluKernelImpl", operations.geluTanh),
  mish: floatsOnly("mish_cpu", operations.mish),
  hardsigmoid: floatsOnly("hardsigmoid_cpu", operations.hardsigmoid),
  hardswish: floatsOnly("hardswish_cpu", operations.hardswish),
  hardshrink: floatsOnly("hardshrink_cpu", (x, lambda: number) => operations.hardshrink(x, lambda)),
  softshrink: floatsOnly("softshrink_cpu", (x, lambda: number) => operations.softshrink(x, lambda)),
  celu: floatsOnly("elu_cpu", (x, alpha: number) => operations.celu(x, alpha)),
  threshold: (x: Variable, threshold: number, value: number) =>
    new Variable(operations.threshold(x.value, { threshold, value })),
  silu: floatsOnly("silu_cpu", operations.silu),
  logsigmoid: floatsOnly("log_sigmoid_cpu", operations.logSigmoid),
  logit: unary(operations.logit),
  clamp: (x: Variable, low: number, high: number) => new Variable(operations.clamp(x.value, { low, high })),
  hardtanh: (x: Variable, low: number, high: number) => {
    if (x.value.dtype === "bool") {
      throw new EngineError("RuntimeError", "Bool inputs not supported for hardtanh");
    }
    return new Variable(operations.hardtanh(x.value, { low, high }));
  },
  leaky_relu: floatsOnly("leaky_relu_cpu", (x, slope: number) => operations.leakyRelu(x, slope)),
  elu: floatsOnly("elu_cpu", (x, alpha: number, scale: number) => operations.elu(x, { alpha, scale })),
  softplus: floatsOnly("softplus_cpu", (x, beta: number, threshold: number) =>
    operations.softplus(x, { beta, threshold }),
  ),
  softmax: (x: Variable, dim: number) => {
    refuseWholeSoftmax(x.value, dim, "softmax_lastdim_kernel_impl");
    return new Variable(operations.softmax(x.value, dim));
  },
  log_softmax: (x: Variable, dim: number) => {
    refuseWholeSoftmax(x.value, dim, "log_softmax_lastdim_kernel_impl");
    return new Variable(operations.logSoftmax(x.value, dim));
  },

  // Truth values
  eq: binary((x, y) => x.eq(y)),
  ne: binary((x, y) => x.ne(y)),
  lt: binary((x, y) => x.lt(y)),
  le: binary((x, y) => x.le(y)),
  gt: binary((x, y) => x.gt(y)),
  ge: binary((x, y) => x.ge(y)),
  logical_and: binary(operations.logicalAnd),
  logical_or: binary(operations.logicalOr),
  logical_xor: binary((x, y) => x.ne(0).ne(y.ne(0))),
  logical_not: unary(operations.logicalNot),
  bitwise_and: bitwise(
    "bitwise_and",
    (a, b) => a && b,
    (a, b) => a & b,
  ),
  bitwise_or: bitwise(
    "bitwise_or",
    (a, b) => a || b,
    (a, b) => a | b,
  ),
  bitwise_xor: bitwise(
    "bitwise_xor",
    (a, b) => a !== b,
    (a, b) => a ^ b,
  ),
  bitwise_not: unary(bitwiseNot),
  isnan: unary(operations.isnan),
  isinf: unary((x) => x.abs().eq(Infinity)),
  isfinite: unary((x) => x.sub(x).eq(0)),
  all: reducing((x, dims, keepdim) => x.ne(0).amin(dims, keepdim)),
  any: reducing((x, dims, keepdim) => x.ne(0).amax(dims, keepdim)),

  // Reduction
  sum: reducing((x, dims, keepdim) => x.sum(dims, keepdim)),
  mean: reducing((x, dims, keepdim) => x.mean(dims, keepdim)),
  amax: reducing((x, dims = allDims(x), keepdim) => x.amax(dims, keepdim)),
  amin: reducing((x, dims = allDims(x), keepdim) => x.amin(dims, keepdim)),
  /** Of a whole tensor: PyTorch's graph knows these apart from `amax` and `amin` over all dimensions. */
  max: unary((x) => x.amax()),
  min: unary((x) => x.amin()),
  prod: reducing((x, dims, keepdim) => operations.prod(x, reduction(x, dims, keepdim))),
  var: (x: Variable, keepdim: boolean, correction: number, ...dims: number[]) =>
    new Variable(operations.variance(x.value, { ...over(x, keepdim, dims), correction })),
  std: (x: Variable, keepdim: boolean, correction: number, ...dims: number[]) =>
    new Variable(operations.std(x.value, { ...over(x, keepdim, dims), correction })),
  norm: (x: Variable, keepdim: boolean, p: number, as: operations.Norm["as"], ...dims: number[]) =>
    new Variable(operations.norm(x.value, { ...over(x, keepdim, dims), p, as })),
  logsumexp: reducing((x, dims, keepdim) => operations.logsumexp(x, reduction(x, dims, keepdim))),
  cumprod: (x: Variable, dim: number) => new Variable(operations.cumprod(x.value, dim)),
  cumsum: (x: Variable, dim: number) => new Variable(operations.cumsum(x.value, { dim, fromEnd: false })),
  argmax: (x: Variable, dim: number | null, keepdim: boolean) => {
    if (x.value.dtype === "bool") throw new EngineError("RuntimeError", noKernel("argmax_cpu", "bool"));
    return new Variable(keepingDims(x.value, x.value.argmax(dim ?? undefined, keepdim), dim, keepdim));
  },
  argmin: (x: Variable, dim: number | null, keepdim: boolean) => {
    if (x.value.dtype === "bool") throw new EngineError("RuntimeError", noKernel("argmin_cpu", "bool"));
    return new Variable(keepingDims(x.value, x.value.argmin(dim ?? undefined, keepdim), dim, keepdim));
  },
  ...sortSearchCalls,

  // Linear algebra
  matmul: linear((x, y) => x.matmul(y)),
  mm: linear((x, y) => {
    if (x.dim !== 2) throw new EngineError("RuntimeError", "self must be a matrix");
    if (y.dim !== 2) throw new EngineError("RuntimeError", "mat2 must be a matrix");
    return operations.mm(x, y);
  }),
  mv: linear(operations.mv),
  bmm: linear((x, y) => {
    for (const [place, { dim }] of [x, y].entries()) {
      if (dim !== 3) throw new EngineError("RuntimeError", `batch${place + 1} must be a 3D tensor`);
    }
    return operations.bmm(x, y);
  }),
  inverse: unary(operations.inverse),
  determinant: unary(operations.determinant),
  solve: linear((x, y) => operations.solve(x, y)),
  dot: linear(operations.dot),
  outer: linear((x, y) => {
    for (const [name, { dim }] of Object.entries({ self: x, vec2: y })) {
      if (dim === 1) continue;
      throw new EngineError("RuntimeError", `outer: Expected 1-D argument ${name}, but got ${dim}-D`);
    }
    return x.reshape([x.numel, 1]).mul(y);
  }),
  addmm: adding(operations.addmm),
  addmv: adding(operations.addmv),
  addr: adding(operations.addr),
  baddbmm: adding(operations.baddbmm),
  tensordot: (x: Variable, y: Variable, ...pairs: number[]) =>
    new Variable(
      engine.tensordot(
        x.value,
        y.value,
        pairs.length === 1 ? pairs[0]! : [pairs.slice(0, pairs.length / 2), pairs.slice(pairs.length / 2)],
      ),
    ),

  // Losses
  mse_loss: (x: Variable, y: Variable, by: operations.LossReduction) =>
    new Variable(operations.mseLoss(x.value, y.value, by)),
  smooth_l1_loss: (x: Variable, y: Variable, by: operations.LossReduction, beta: number) =>
    new Variable(operations.smoothL1Loss(x.value, y.value, { beta, reduction: by })),
  huber_loss: (x: Variable, y: Variable, by: operations.LossReduction, delta: number) =>
    new Variable(operations.huberLoss(x.value, y.value, { delta, reduction: by })),
  binary_cross_entropy: (x: Variable, y: Variable, by: operations.LossReduction) =>
    new Variable(operations.binaryCrossEntropy(x.value, y.value, by)),
  binary_cross_entropy_with_logits: (x: Variable, y: Variable, by: operations.LossReduction) =>
    new Variable(operations.binaryCrossEntropyWithLogits(x.value, y.value, by)),
  nll_loss: (x: Variable, classes: Variable, by: operations.LossReduction) =>
    new Variable(operations.nllLoss(x.value, classes.value, by)),

  // Shape
  reshape: (x: Variable, ...shape: number[]) =>
    outOfOrder.has(x)
      ? new Variable(x.value.clone().viewAs(shape, "UnsafeView"))
      : view(x, (whole) => whole.reshape(shape)),
  view: (x: Variable, ...shape: number[]) => {
    if (outOfOrder.has(x)) {
      throw new EngineError(
        "RuntimeError",
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      );
    }
    return view(x, (whole) => whole.view(shape));
  },
  transpose: (x: Variable, a: number, b: number) => reordered(x, (whole) => whole.transpose(a, b)),
  permute: (x: Variable, ...dims: number[]) => reordered(x, (whole) => whole.permute(dims)),
  t: (x: Variable) => reordered(x, (whole) => whole.t()),
  reversed_axes: (x: Variable) => reordered(x, (whole) => whole.T),
  narrow: (x: Variable, dim: number, start: number, length: number) => {
    const size = x.value.shape.at(dim)!;
    if (start + length > size) {
      throw new EngineError(
        "RuntimeError",
        `start (${start}) + length (${length}) exceeds dimension size (${size}).`,
      );
    }
    return view(x, (whole) => whole.slice(dim, start, start + length));
  },
  steps: (x: Variable) => x.strides,
  is_contiguous: (x: Variable) => x.isContiguous,
  contiguous: (x: Variable) => (x.isContiguous ? x : new Variable(x.value.clone())),
  /** A copy in another shape. */
  unsafe_view: (x: Variable, ...shape: number[]) => new Variable(x.value.viewAs(shape, "UnsafeView")),
  unsqueeze: (x: Variable, dim: number) => view(x, (whole) => whole.unsqueeze(dim)),
  squeeze: (x: Variable, dim: number | null) => view(x, (whole) => whole.squeeze(dim ?? undefined)),
  expand: (x: Variable, ...shape: number[]) =>
    view(x, (whole) => {
      const expanded = whole.expand(shape);
      return expanded === whole ? expand(whole, whole.shape) : expanded;
    }),
  select: (x: Variable, at: number) => {
    if (x.value.dim === 0) throw new EngineError("IndexError", torchDialect.tooMany(0, 1));
    return view(x, (whole) => whole.select(0, at));
  },
  index,
  select_along: (x: Variable, dim: number, at: number) => view(x, (whole) => whole.select(dim, at)),
  unbind,
  split,
  repeat: (x: Variable, ...counts: number[]) => new Variable(repeat(x.value, counts)),
  flip: (x: Variable, ...dims: number[]) => new Variable(flip(x.value, dims)),
  /** Turned by this many right angles from the first of two dimensions towards the second. */
  rot90: (x: Variable, turns: number, a: number, b: number) =>
    new Variable(
      operations.rearrange(x.value, "Rot90", (all) => {
        if (turns === 0) return all;
        if (turns === 2) return flip(all, [a, b]);
        return flip(all, [turns === 1 ? b : a]).transpose(a, b);
      }),
    ),
  tril: (x: Variable, diagonal: number) => new Variable(operations.tril(x.value, diagonal)),
  triu: (x: Variable, diagonal: number) => new Variable(operations.triu(x.value, diagonal)),
  masked_fill: (x: Variable, mask: Variable, value: number) =>
    new Variable(operations.maskedFill(x.value, { mask: mask.value, value })),
  diagonal: (x: Variable, offset: number) => x.view((whole) => diagonal(whole, "Diagonal", offset)),
  trace: (x: Variable) => new Variable(trace(x.value)),
  roll,
  index_select: (x: Variable, dim: number, index: Variable) =>
    new Variable(operations.rearrange(x.value, "IndexSelect", (all) => takeAlongAxis(all, dim, index.value))),
  ...scatterCalls,
  masked_select: (x: Variable, mask: Variable) => new Variable(maskedSelect(x.value, mask.value)),
  diag,
  gather: (x: Variable, dim: number, at: Variable) => new Variable(x.value.gather(at.value, dim)),
  cat: (dim: number, ...parts: Variable[]) =>
    new Variable(
      engine.cat(
        parts.map(({ value }) => value),
        dim,
      ),
    ),
  stack: (dim: number, ...parts: Variable[]) =>
    new Variable(
      engine.stack(
        parts.map(({ value }) => value),
        dim,
      ),
    ),

  // Values
  detach: (x: Variable) => view(x, (whole) => whole.detach()),
  to: (x: Variable, dtype: DType) =>
    x.value.dtype === dtype
      ? x
      : new Variable(isFloating(dtype) ? x.value.to(dtype) : x.value.detach().to(dtype)),
  assign,
  fill,
} satisfies Record<string, Call>;

function over(x: Variable, keepdim: boolean, dims: readonly number[]) {
  return reduction(x.value, dims.length > 0 ? dims : undefined, keepdim);
}
