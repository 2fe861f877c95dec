/** Softmax and its logarithm as one operation each, as PyTorch's graph shows them. */
import { dense } from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { mapUnary } from "#autodiff/operations/map.ts";
import { countEntries, normalizeDim } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** f(xᵢ − ln Σⱼ eˣʲ) for the entries along a dimension. The largest is taken out of the sum first, so that nothing overflows. */
function lessLogSum(x: Tensor, dim: number, f: (logarithm: number) => number): Tensor {
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis] ?? 1;
  const inner = countEntries(x.shape.slice(axis + 1));
  const outer = countEntries(x.shape.slice(0, axis));
  const result = mapUnary(x, (a) => a);
  const data = dense(result.data, x.shape, result.dtype).slice();
  const source = dense(x.data, x.shape, x.dtype);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const place = (k: number) => (o * length + k) * inner + i;
      let largest = -Infinity;
      for (let k = 0; k < length; k++) largest = Math.max(largest, source[place(k)]!);
      let total = 0;
      for (let k = 0; k < length; k++) total += Math.exp(source[place(k)]! - largest);
      const logSum = largest + Math.log(total);
      for (let k = 0; k < length; k++) data[place(k)] = f(source[place(k)]! - logSum);
    }
  }
  return new Tensor(data, x.shape, result.dtype);
}

/**
 * pᵢ = eˣⁱ / Σⱼ eˣʲ along an axis, in x's shape, as one operation, as PyTorch's graph shows it. ∂pᵢ/∂xⱼ = pᵢ·(1ᵢⱼ − pⱼ), so the
 * gradient is p·(g − Σ g·p).
 */
export const softmax = defineOp({
  name: "softmax",
  params: "axis",
  notation: call("softmax"),
  forward: (x, dim) => lessLogSum(x, dim, Math.exp),
  vjp: [(g, { out, params: dim }) => out.mul(g.sub(g.mul(out).sum(dim, true)))],
  malRules: [
    {
      message: "used σ·(1 − σ), which leaves out how each entry changes the others",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
  ],
});

/** xᵢ − ln Σⱼ eˣʲ along an axis, in x's shape, as one operation, so the gradient is g − softmax(x)·Σ g. */
export const logSoftmax = defineOp({
  name: "logSoftmax",
  params: "axis",
  notation: call("log_softmax"),
  forward: (x, dim) => lessLogSum(x, dim, (a) => a),
  vjp: [(g, { out, params: dim }) => g.sub(out.exp().mul(g.sum(dim, true)))],
});
