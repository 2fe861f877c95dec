/**
 * Sums, means and extremes over axes, and their counterpart, the repetition along axes. The result of a reduction lacks the axes
 * that it ran over, or has them at length 1 with `keepdim`.
 */
import { isFloating, scalarTypes } from "#autodiff/dtype.ts";
import { sumOver } from "#autodiff/entry-links.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense, expand as spread } from "#autodiff/kernels/elementwise.ts";
import { sumOf } from "#autodiff/kernels/sum.ts";
import { call, callBy, silent } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import type { ParamsOf } from "#autodiff/params.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import {
  countEntries,
  normalizeDim,
  normalizeDims,
  repeatsTo,
  scalarShape,
  type Shape,
} from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** Which axes a reduction runs over, ascending; `all` when the caller named none. */
export const reducing = { dims: "axes", keepdim: "flag", all: "flag" } as const;
export type Reduction = ParamsOf<typeof reducing>;

/**
 * The parameters of a reduction over these axes, or over all where none is named; a scalar takes any. Throws an IndexError for
 * an axis that the tensor hasn't, a RuntimeError for one that is named twice.
 */
export function reduction(
  x: Tensor,
  dim: number | readonly number[] | undefined,
  keepdim: boolean,
): Reduction {
  const all = dim === undefined || (typeof dim !== "number" && dim.length === 0);
  if (all) return { dims: allAxes(x.shape.length), keepdim, all: dim === undefined };
  return { dims: x.shape.length === 0 ? [] : normalizeDims(dim, x.shape.length), keepdim, all: false };
}

const axes: number[][] = [];

/** 0, 1, … up to this number of dimensions, the same array every time. */
function allAxes(dims: number): readonly number[] {
  return (axes[dims] ??= Array.from({ length: dims }, (_, axis) => axis));
}

function reducedShape(shape: Shape, { dims, keepdim }: Reduction): Shape {
  if (keepdim) return shape.map((length, axis) => (dims.includes(axis) ? 1 : length));
  return dims.length === shape.length ? scalarShape : shape.filter((_, axis) => !dims.includes(axis));
}

/** The result of a reduction, with its axes put back at length 1. */
export const withAxes = (reduced: Tensor, x: Tensor, { dims, keepdim }: Reduction): Tensor =>
  keepdim ? reduced : reduced.reshape(x.shape.map((length, axis) => (dims.includes(axis) ? 1 : length)));

/** The gradient of a sum, or what it is made of: the same for every entry that was summed. */
const spreadOver = (g: Tensor, x: Tensor, params: Reduction): Tensor =>
  (g.shape.length === 0 ? g : withAxes(g, x, params)).expand(x.shape);

/** How many entries go into one of the result. */
export function counted(x: Tensor, { dims }: Pick<Reduction, "dims">): number {
  let count = 1;
  for (const axis of dims) count *= x.shape[axis]!;
  return count;
}

/** Σ x over axes, so ∂/∂xᵢ = 1: every entry gets the upstream gradient. Integers and truth values give int64. */
export const sum = defineOp({
  name: "sum",
  gradFn: ({ all }) => (all ? "SumBackward0" : "SumBackward1"),
  params: reducing,
  notation: call("sum", ["1 for every entry"]),
  links: sumOver(() => 1),
  forward: (x, params) => {
    const dtype = isFloating(x.dtype) ? x.dtype : "int64";
    return new Tensor(sumOf(x.data, x.shape, params.dims, dtype), reducedShape(x.shape, params), dtype);
  },
  vjp: [(g, { x, params }) => spreadOver(g, x, params)],
  malRules: [
    {
      message: "divided by the number of entries, as for a mean",
      input: 0,
      vjp: (g, { x, params }) => spreadOver(g, x, params).div(counted(x, params)),
    },
  ],
  saves: false,
});

/** Σ x / n over axes, where n entries go into each sum, so ∂/∂xᵢ = 1/n. Throws a RuntimeError for integers and truth values. */
export const mean = defineOp({
  name: "mean",
  gradFn: ({ all }) => (all ? "MeanBackward0" : "MeanBackward1"),
  params: reducing,
  notation: call("mean", ["1/n for every entry"]),
  links: sumOver(counted),
  forward: (x, params) => {
    if (!isFloating(x.dtype)) {
      throw new EngineError(
        "RuntimeError",
        `mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${scalarTypes[x.dtype]}`,
      );
    }
    return summed(x, params).div(counted(x, params));
  },
  vjp: [(g, { x, params }) => spreadOver(g, x, params).div(counted(x, params))],
  malRules: [
    {
      message: "did not divide by the number of entries",
      input: 0,
      vjp: (g, { x, params }) => spreadOver(g, x, params),
    },
  ],
  saves: false,
});

const summed = (x: Tensor, params: Reduction): Tensor => sum(x.detach(), params);

/** For each place of the result, the flat index of the entry that `better` prefers, NaN before all, the first of equals. */
function argBest(x: Tensor, dim: number, better: (a: number, b: number) => boolean): Float64Array {
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis] ?? 1;
  const inner = countEntries(x.shape.slice(axis + 1));
  const outer = countEntries(x.shape.slice(0, axis));
  const data = dense(x.data, x.shape, x.dtype);
  if (length === 0) {
    throw new EngineError("IndexError", `max(): Expected reduction dim ${axis} to have non-zero size.`);
  }
  const best = new Float64Array(outer * inner);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let found = 0;
      for (let k = 1; k < length; k++) {
        const candidate = data[(o * length + k) * inner + i]!;
        const champion = data[(o * length + found) * inner + i]!;
        if (better(candidate, champion) || (Number.isNaN(candidate) && !Number.isNaN(champion))) found = k;
      }
      best[o * inner + i] = found;
    }
  }
  return best;
}

/**
 * The position of the largest or smallest entry along an axis, or in the flattened tensor; the first of equals, NaN before all.
 * An int64 tensor, reduced over that axis, or a scalar. Throws an IndexError for a tensor without entries.
 */
export function argExtreme(x: Tensor, largest: boolean, dim?: number, keepdim = false): Tensor {
  const flat = dim === undefined ? x.detach().reshape([-1]) : x;
  const axis = dim ?? 0;
  const better = largest ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
  if (countEntries(flat.shape) === 0) {
    throw new EngineError(
      "IndexError",
      `${largest ? "argmax" : "argmin"}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
    );
  }
  const params = reduction(flat, axis, dim === undefined ? false : keepdim);
  return new Tensor(argBest(flat, axis, better), reducedShape(flat.shape, params), "int64");
}

/**
 * The largest or smallest entries over axes; equal ones share the gradient evenly (`amax`, and `max` of a whole tensor). Throws
 * an IndexError for an axis without entries.
 */
export const extreme = defineOp({
  name: "extreme",
  gradFn: ({ largest, all }) =>
    all ? `${largest ? "Max" : "Min"}Backward1` : `${largest ? "Amax" : "Amin"}Backward0`,
  params: { ...reducing, largest: "flag" },
  notation: callBy(
    ({ largest }: { largest: boolean }) => (largest ? "max" : "min"),
    ["1 for the one that is taken, else 0"],
  ),
  forward: (x, params) => {
    let result: Tensor = x.detach();
    for (const axis of params.dims) {
      const better = params.largest ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
      const best = argBest(result, axis, better);
      result = result.gather(new Tensor(best, result.shape.with(axis, 1), "int64"), axis);
    }
    return result.detach().reshape(reducedShape(x.shape, params));
  },
  vjp: [
    (g, { x, out, params }) => {
      const hit = x.eq(withAxes(out.detach(), x, params));
      const hits = hit.to(g.dtype);
      const share = withAxes(g, x, params).mul(hits.div(hits.sum(params.dims, true)));
      return params.all ? where(hit, share, x.detach().mul(0).abs()) : share;
    },
  ],
  malRules: [
    {
      message: "gave every entry the gradient, not only the extreme one",
      input: 0,
      vjp: (g, { x, params }) => withAxes(g, x, params).expand(x.shape),
    },
  ],
});

/** The same values in a larger shape: new axes, and axes of length 1 repeated. Going back, sums over the repeats. */
export const expand = defineOp({
  name: "expand",
  params: "shape",
  notation: silent("repeat", ["1"]),
  elementwise: true,
  accepts: ([x], shape) => repeatsTo(x!.shape, shape),
  forward: (x, shape) => new Tensor(spread(x.data, x.shape, shape, x.dtype), shape, x.dtype),
  vjp: [(g) => g],
  saves: false,
});
