/** What Python's `numpy` calls: NumPy's operations on variables, where they differ from PyTorch's. */
import { higher, represent } from "#autodiff/dtype.ts";
import * as engine from "#autodiff/index.ts";
import { EngineError, isFloating, Tensor, type DType } from "#autodiff/index.ts";
import { reduction } from "#autodiff/operations/reduce.ts";
import { rearrange } from "#autodiff/operations/take.ts";
import * as operations from "#autodiff/operations/index.ts";
import {
  arrayListing,
  arrayRepr,
  arrayText,
  defaultPrintOptions,
  scalarText,
  type NumpyPrintOptions,
} from "#runtime/python/bridge/array-text.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { indexView, numpyDialect, parseParts, picksPlaces } from "#runtime/python/bridge/indexing.ts";
import type { Operand } from "#runtime/python/bridge/operations.ts";
import { matchFloats, toFloat, tuple } from "#runtime/python/bridge/ufuncs.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

type Dims = readonly number[] | undefined;

const reducing =
  (f: (x: Tensor, dims: Dims, keepdim: boolean) => Tensor) =>
  (x: Variable, keepdim: boolean, ...dims: number[]) =>
    new Variable(f(x.value, dims.length > 0 ? dims : undefined, keepdim));

function extreme(x: Tensor, dims: Dims, keepdim: boolean, largest: boolean): Tensor {
  if (x.numel > 0) return largest ? x.amax(dims, keepdim) : x.amin(dims, keepdim);
  const empty = x.sum(dims, keepdim);
  if (empty.numel === 0) return empty.to(x.dtype);
  throw new EngineError(
    "ValueError",
    `zero-size array to reduction operation ${largest ? "maximum" : "minimum"} which has no identity`,
  );
}

/** NumPy's pairwise sum of entries side by side: eight running sums, and halves of more than 128 entries. */
function pairwiseSum(data: ArrayLike<number>, start: number, count: number): number {
  let total = 0;
  if (count < 8) {
    for (let i = 0; i < count; i++) total += data[start + i]!;
    return total;
  }
  if (count > 128) {
    const half = Math.trunc(count / 2);
    const left = half - (half % 8);
    return pairwiseSum(data, start, left) + pairwiseSum(data, start + left, count - left);
  }
  const sums = Array.from({ length: 8 }, (_, i) => data[start + i]!);
  let i = 8;
  for (; i < count - (count % 8); i++) sums[i % 8]! += data[start + i]!;
  const [a, b, c, d, e, f, g, h] = sums as [number, number, number, number, number, number, number, number];
  total = a + b + (c + d) + (e + f + (g + h));
  for (; i < count; i++) total += data[start + i]!;
  return total;
}

/** Sums in NumPy's order, which rounding depends on: pairwise along axes that end with the last, one by one along others. */
function sum(x: Tensor, dims: Dims, keepdim: boolean): Tensor {
  const axes = [...(dims ?? x.shape.keys())].sort((a, b) => a - b);
  const first = x.dim - axes.length;
  if (x.numel === 0 || !axes.every((axis, i) => axis === first + i)) return x.sum(dims, keepdim);
  const entries = x.entries();
  const count = x.shape.slice(first).reduce((product, length) => product * length, 1);
  const sums = Float64Array.from({ length: entries.length / count }, (_, row) =>
    pairwiseSum(entries, row * count, count),
  );
  const shape = [...x.shape.slice(0, first), ...(keepdim ? axes.map(() => 1) : [])];
  return new Tensor(sums, shape, "float64").converted(isFloating(x.dtype) ? x.dtype : "int64");
}

function mean(x: Tensor, dims: Dims, keepdim: boolean): Tensor {
  const total = sum(x, dims, keepdim);
  return total.div(x.numel / Math.max(1, total.numel));
}

function spread(
  x: Variable,
  root: boolean,
  keepdim: boolean,
  correction: number,
  ...dims: number[]
): Variable {
  const value = toFloat(x.value);
  const axes = dims.length > 0 ? dims : undefined;
  const deviations = value.sub(mean(value, axes, true));
  const total = sum(deviations.mul(deviations), axes, keepdim);
  const variance = total.div(Math.max(0, value.numel / Math.max(1, total.numel) - correction));
  return new Variable(root ? variance.sqrt() : variance);
}

/** Both in the dtype that holds the entries of either. */
function alike(x: Tensor, y: Tensor): [x: Tensor, y: Tensor] {
  const [left, right] = x.dim > 0 && y.dim > 0 ? matchFloats(x, y) : [x, y];
  const dtype = higher(left.dtype, right.dtype);
  return [left.to(dtype), right.to(dtype)];
}

function matmul(x: Variable, y: Variable): Variable {
  const [left, right] = [x.value, y.value];
  for (const [i, { dim }] of [left, right].entries()) {
    if (dim > 0) continue;
    throw new EngineError(
      "ValueError",
      `matmul: Input operand ${i} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
    );
  }
  const inner = left.shape.at(-1)!;
  const outer = right.shape.at(right.dim === 1 ? 0 : -2)!;
  if (inner !== outer) {
    throw new EngineError(
      "ValueError",
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${outer} is different from ${inner})`,
    );
  }
  const [a, b] = alike(left, right);
  return new Variable(a.matmul(b));
}

/** The axis of `right` that meets the last one of `left`. Both have axes. */
function alignedAxis(left: Tensor, right: Tensor): number {
  const axis = Math.max(0, right.dim - 2);
  if (left.shape.at(-1) === right.shape[axis]) return axis;
  throw new EngineError(
    "ValueError",
    `shapes ${tuple(left.shape)} and ${tuple(right.shape)} not aligned: ${left.shape.at(-1)!} (dim ${left.dim - 1}) != ${right.shape[axis]!} (dim ${axis})`,
  );
}

/** `@` where an answer is graded: what does not fit is said in the words of `np.dot`, which name both shapes. */
export function matmulNamingShapes(x: Variable, y: Variable): Variable {
  if (x.value.dim > 0 && y.value.dim > 0) alignedAxis(x.value, y.value);
  return matmul(x, y);
}

/** `np.dot`: for matrices the product, for more axes sums over the last of x and the last but one of y. */
function dot(x: Variable, y: Variable): Variable {
  const [left, right] = [x.value, y.value];
  if (left.dim === 0 || right.dim === 0) return new Variable(left.mul(right));
  const axis = alignedAxis(left, right);
  return new Variable(engine.tensordot(...alike(left, right), [[left.dim - 1], [axis]]));
}

function reshape(x: Variable, ...shape: number[]): Variable {
  const { value } = x;
  const open = shape.filter((length) => length < 0).length;
  if (open > 1) throw new EngineError("ValueError", "can only specify one unknown dimension");
  const known = shape.reduce((product, length) => (length < 0 ? product : product * length), 1);
  const fits = open === 0 ? known === value.numel : known > 0 && value.numel % known === 0;
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `cannot reshape array of size ${value.numel} into shape ${tuple(shape)}`,
    );
  }
  const full = shape.map((length) => (length < 0 ? value.numel / known : length));
  return x.view((whole) => whole.reshape(full));
}

function concatenate(axis: number, ...parts: Variable[]): Variable {
  const values = parts.map(({ value }) => value);
  const [first] = values as [Tensor];
  if (first.dim === 0) {
    throw new EngineError("ValueError", "zero-dimensional arrays cannot be concatenated");
  }
  for (const [i, { shape, dim }] of values.entries()) {
    if (dim !== first.dim) {
      throw new EngineError(
        "ValueError",
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.dim} dimension(s) and the array at index ${i} has ${dim} dimension(s)`,
      );
    }
    const clash = shape.findIndex((length, a) => a !== (axis + dim) % dim && length !== first.shape[a]);
    if (clash !== -1) {
      throw new EngineError(
        "ValueError",
        `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${clash}, the array at index 0 has size ${first.shape[clash]!} and the array at index ${i} has size ${shape[clash]!}`,
      );
    }
  }
  return new Variable(engine.cat(values, axis));
}

/** Writes a result into an array in place. */
function assign(x: Variable, result: Variable, name: string): void {
  const { shape, dtype } = x.value;
  const next = result.value;
  if (!engine.sameShape(next.shape, shape)) {
    throw new EngineError(
      "ValueError",
      `non-broadcastable output operand with shape ${tuple(shape)} doesn't match the broadcast shape ${tuple(next.shape)}`,
    );
  }
  const rank = (of: DType) => (isFloating(of) ? 2 : of === "int64" ? 1 : 0);
  if (rank(next.dtype) > rank(dtype)) {
    throw new EngineError(
      "TypeError",
      `Cannot cast ufunc '${name}' output from dtype('${next.dtype}') to dtype('${dtype}') with casting rule 'same_kind'`,
    );
  }
  x.replace(next.to(dtype));
}

/** `x[…] = values` */
function fill(x: Variable, values: Operand): void {
  const { shape, dtype } = x.value;
  let next = values instanceof Variable ? values.value : new Tensor(represent(dtype, values), [], dtype);
  while (next.dim > shape.length && next.shape[0] === 1) next = next.squeeze(0);
  const fits =
    next.dim <= shape.length &&
    next.shape.every((length, axis) => length === 1 || length === shape[axis - next.dim + shape.length]);
  if (!fits && shape.length === 0) {
    throw new EngineError("ValueError", "setting an array element with a sequence.");
  }
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `could not broadcast input array from shape ${tuple(next.shape)} into shape ${tuple(shape)}`,
    );
  }
  x.replace(next.to(dtype).expand(shape));
}

function index(x: Variable, writing: boolean, ...words: unknown[]): Variable {
  const parts = parseParts(words);
  const viewOf = indexView(x.value, parts, numpyDialect);
  return picksPlaces(parts) && !writing ? new Variable(viewOf(x.value)) : x.view(viewOf);
}

/** Running products along an axis. */
function cumprod(x: Variable, axis: number): Variable {
  const { value } = x;
  const slices: Tensor[] = [];
  for (let i = 0; i < value.shape.at(axis)!; i++) {
    const slice = value.slice(axis, i, i + 1);
    slices.push(i === 0 ? slice : slices[i - 1]!.mul(slice));
  }
  return new Variable(engine.cat(slices, axis));
}

/** NaN comes after all numbers. */
const ascending = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b)
    ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
    : a === b
      ? 0
      : a - b;

/** Where the entries would stand in order along an axis; equal ones keep their order. */
function argsort(x: Variable, axis: number): Variable {
  const last = x.value.transpose(axis, -1);
  const length = last.shape.at(-1)!;
  const entries = last.entries();
  const places = new Float64Array(entries.length);
  for (let start = 0; start < entries.length; start += length) {
    const order = Array.from({ length }, (_, i) => i);
    order.sort((a, b) => ascending(entries[start + a]!, entries[start + b]!));
    places.set(order, start);
  }
  return new Variable(new Tensor(places, last.shape, "int64").transpose(axis, -1));
}

function broadcastTo(x: Variable, ...shape: number[]): Variable {
  const own = x.value.shape;
  const missing = shape.length - own.length;
  const fits = missing >= 0 && own.every((length, axis) => length === 1 || length === shape[axis + missing]);
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${tuple(own)}  and requested shape ${tuple(shape)}`,
    );
  }
  return new Variable(x.value.expand(shape));
}

/** What a run can set: how arrays are printed. */
export function printingCalls() {
  const options: NumpyPrintOptions = { ...defaultPrintOptions };
  return {
    array_text: (x: Variable, ...words: string[]) => arrayText(x.value, options, words),
    array_repr: (x: Variable, ...words: string[]) => arrayRepr(x.value, options, words),
    /** Beside what is set, options in pairs: a name and its value. */
    array_listing: (x: Variable, separator: string, prefix: string, suffix: string, ...pairs: never[]) => {
      const overrides = Object.fromEntries(
        pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1]]] : [])),
      );
      return arrayListing(x.value, separator, prefix, suffix, { ...options, ...overrides });
    },
    array_listing_of: (x: Variable, separator: string, prefix: string, suffix: string, ...words: string[]) =>
      arrayListing(x.value, separator, prefix, suffix, options, words),
    scalar_text: (x: Variable) => scalarText(x.value.item(), x.value.dtype),
    print_option: (name: keyof NumpyPrintOptions) => options[name],
    set_print_option: (name: keyof NumpyPrintOptions, value: never) => {
      options[name] = value;
    },
  } satisfies Record<string, Call>;
}

export const arrayCalls = {
  // Reduction
  array_sum: reducing(sum),
  array_mean: reducing((x, dims, keepdim) => mean(toFloat(x), dims, keepdim)),
  array_max: reducing((x, dims, keepdim) => extreme(x, dims, keepdim, true)),
  array_min: reducing((x, dims, keepdim) => extreme(x, dims, keepdim, false)),
  array_prod: reducing((x, dims, keepdim) => operations.prod(x, reduction(x, dims, keepdim))),
  array_all: reducing((x, dims, keepdim) => x.eq(0).sum(dims, keepdim).eq(0)),
  array_any: reducing((x, dims, keepdim) => x.ne(0).sum(dims, keepdim).ne(0)),
  array_spread: spread,
  array_cumsum: (x: Variable, axis: number) =>
    new Variable(operations.cumsum(x.value, { dim: axis, fromEnd: false })),
  array_cumprod: cumprod,
  array_argmax: (x: Variable, axis: number | null, keepdim: boolean) =>
    new Variable(x.value.argmax(axis ?? undefined, keepdim)),
  array_argmin: (x: Variable, axis: number | null, keepdim: boolean) =>
    new Variable(x.value.argmin(axis ?? undefined, keepdim)),
  array_argsort: argsort,
  array_take_along: (x: Variable, places: Variable, axis: number) =>
    new Variable(x.value.gather(places.value, axis)),

  // Linear algebra
  array_matmul: matmul,
  array_dot: dot,
  array_tensordot: (x: Variable, y: Variable, ...pairs: number[]) => {
    const half = pairs.length / 2;
    try {
      return new Variable(
        engine.tensordot(
          ...alike(x.value, y.value),
          pairs.length === 1 ? pairs[0]! : [pairs.slice(0, half), pairs.slice(half)],
        ),
      );
    } catch {
      throw new EngineError("ValueError", "shape-mismatch for sum");
    }
  },

  // Shape
  array_reshape: reshape,
  array_transpose: (x: Variable, ...axes: number[]) =>
    x.view((whole) => (axes.length === 0 ? whole.T : whole.permute(axes))),
  array_expand_dims: (x: Variable, axis: number) => x.view((whole) => whole.unsqueeze(axis)),
  array_squeeze: (x: Variable, axis: number | null) => {
    if (axis !== null && x.value.shape.at(axis) !== 1) {
      throw new EngineError(
        "ValueError",
        "cannot select an axis to squeeze out which has size not equal to one",
      );
    }
    return x.view((whole) => whole.squeeze(axis ?? undefined));
  },
  array_broadcast_to: broadcastTo,
  array_index: index,
  array_concatenate: concatenate,
  array_flip: (x: Variable, ...axes: number[]) =>
    x.view((whole) =>
      axes.reduce((result, axis) => {
        const order = engine.arange(whole.shape.at(axis)! - 1, -1, -1);
        const at = (axis + whole.dim) % whole.dim;
        return rearrange(result, "Flip", (all) =>
          all.indexWith(...Array.from({ length: at + 1 }, (_, a) => (a === at ? order : null))),
        );
      }, whole),
    ),
  array_assign: assign,
  array_fill: fill,
} satisfies Record<string, Call>;
