/** What Python's `numpy` calls to reduce an array over axes, or all along one of them. */
import * as engine from "#autodiff/index.ts";
import { EngineError, isFloating, Tensor } from "#autodiff/index.ts";
import { reducing, type Dims } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { toFloat } from "#runtime/python/bridge/numpy/ufuncs.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

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

export const reductionCalls = {
  array_sum: reducing(sum),
  array_mean: reducing((x, dims, keepdim) => mean(toFloat(x), dims, keepdim)),
  array_max: reducing((x, dims, keepdim) => extreme(x, dims, keepdim, true)),
  array_min: reducing((x, dims, keepdim) => extreme(x, dims, keepdim, false)),
  array_prod: reducing((x, dims, keepdim) => x.prod(dims, keepdim)),
  array_all: reducing((x, dims, keepdim) => x.eq(0).sum(dims, keepdim).eq(0)),
  array_any: reducing((x, dims, keepdim) => x.ne(0).sum(dims, keepdim).ne(0)),
  array_spread: spread,
  array_cumsum: (x: Variable, axis: number) => new Variable(x.value.cumsum(axis)),
  array_cumprod: cumprod,
} satisfies Record<string, Call>;
