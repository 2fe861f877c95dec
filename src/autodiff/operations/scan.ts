/** Running sums and products, in the shape of what they run over; integers give int64. */
import { isFloating } from "#autodiff/dtype.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { cat } from "#autodiff/operations/shaping.ts";
import { countEntries, normalizeDim } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** Each entry joined with all before it along a dimension, or with all after it. */
function scanned(x: Tensor, dim: number, fromEnd: boolean, join: (a: number, b: number) => number): Tensor {
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis] ?? 1;
  const inner = countEntries(x.shape.slice(axis + 1));
  const dtype = isFloating(x.dtype) ? x.dtype : "int64";
  const data = Float64Array.from(dense(x.data, x.shape, x.dtype));
  for (let place = 0; place < data.length; place++) {
    const next = fromEnd ? data.length - 1 - place : place;
    const k = Math.trunc(next / inner) % length;
    if (k === (fromEnd ? length - 1 : 0)) continue;
    data[next] = join(data[next]!, data[fromEnd ? next + inner : next - inner]!);
  }
  return new Tensor(data, x.shape, "float64").converted(dtype);
}

/**
 * Running sums yₖ = x₀ + … + xₖ along a dimension, or from its end. xₖ is in every later sum, so the gradient is summed from
 * the other end.
 */
export const cumsum = defineOp({
  name: "cumsum",
  params: { dim: "axis", fromEnd: "flag" },
  notation: call("cumsum"),
  forward: (x, { dim, fromEnd }) => scanned(x, dim, fromEnd, (a, b) => a + b),
  vjp: [(g, { params: { dim, fromEnd } }): Tensor => cumsum(g, { dim, fromEnd: !fromEnd })],
  malRules: [{ message: "let each entry count in its own sum only", input: 0, vjp: (g) => g }],
  saves: false,
});

/** Running products yₖ = x₀·…·xₖ along a dimension, so ∂/∂xᵢ of each later product is that product without xᵢ. */
export const cumprod = defineOp({
  name: "cumprod",
  params: "axis",
  notation: call("cumprod"),
  forward: (x, dim) => scanned(x, dim, false, (a, b) => a * b),
  vjp: [
    (g, { x, params: dim }): Tensor => {
      if (x.shape.length === 0 || x.numel === 0) return g;
      const axis = normalizeDim(dim, x.shape.length);
      const length = x.shape[axis]!;
      const parts = Array.from({ length }, (_, i) => {
        const before = x.slice(axis, 0, i);
        const after = x.slice(axis, i + 1);
        const one = x
          .slice(axis, i, i + 1)
          .detach()
          .mul(0)
          .add(1);
        const without = cumprod(cat([before, one, after], axis), axis);
        return g.mul(without).slice(axis, i).sum(axis, true);
      });
      return cat(parts, axis);
    },
  ],
});
