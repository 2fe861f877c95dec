/** Reductions beyond sum and mean: variance, product, norm, log-sum-exp. The result has the shape that a sum has. */
import { isFloating, scalarTypes } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import type { ParamsOf } from "#autodiff/params.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { counted, reducing, withAxes, type Reduction } from "#autodiff/operations/reduce.ts";
import { Tensor } from "#autodiff/tensor.ts";

function requireFloat(x: Tensor, message: (dtype: string) => string): void {
  if (isFloating(x.dtype)) return;
  throw new EngineError("RuntimeError", message(scalarTypes[x.dtype]));
}

/** A correction of 1 divides by n − 1 (the estimate from a sample), one of 0 by n. */
const spreading = { ...reducing, correction: "number" } as const;

const deviation = (x: Tensor, params: Reduction): Tensor => x.sub(x.mean(params.dims, true));

/**
 * Σ(x − x̄)²/(n − c), so ∂/∂x = 2(x − x̄)/(n − c): the mean's own dependence on x cancels, for the deviations sum to 0. Throws
 * a RuntimeError for integers and truth values.
 */
export const variance = defineOp({
  name: "variance",
  gradFn: "VarBackward0",
  params: spreading,
  notation: call("var"),
  forward: (x, params) => {
    requireFloat(x, () => "std and var only support floating point and complex dtypes");
    return deviation(x.detach(), params)
      .pow(2)
      .sum(params.dims, params.keepdim)
      .div(Math.max(0, counted(x, params) - params.correction));
  },
  vjp: [
    (g, { x, params }) =>
      withAxes(g, x, params)
        .mul(deviation(x, params))
        .mul(2 / (counted(x, params) - params.correction)),
  ],
  malRules: [
    {
      message: "forgot the factor 2",
      input: 0,
      vjp: (g, { x, params }) =>
        withAxes(g, x, params)
          .mul(deviation(x, params))
          .div(counted(x, params) - params.correction),
    },
    {
      message: "did not subtract the mean",
      input: 0,
      vjp: (g, { x, params }) =>
        withAxes(g, x, params)
          .mul(x)
          .mul(2 / (counted(x, params) - params.correction)),
    },
    {
      message: "did not divide by the number of entries",
      input: 0,
      vjp: (g, { x, params }) => withAxes(g, x, params).mul(deviation(x, params)).mul(2),
    },
  ],
});

/** The root of the variance, so ∂/∂x = (x − x̄)/((n − c)·s), and 0 where s = 0. Throws as that does. */
export const std = defineOp({
  name: "std",
  params: spreading,
  notation: call("std"),
  forward: (x, params) => variance(x.detach(), params).sqrt(),
  vjp: [
    (g, { x, out, params }) => {
      const flat = out.eq(0);
      const share = where(flat, g.mul(0), g.div(where(flat, out.add(1), out)));
      return withAxes(share, x, params)
        .mul(deviation(x, params))
        .div(counted(x, params) - params.correction);
    },
  ],
});

/** Π x, so ∂/∂xᵢ is the product of all other entries. Integers and truth values give int64. */
export const prod = defineOp({
  name: "prod",
  gradFn: ({ all }) => (all ? "ProdBackward0" : "ProdBackward1"),
  params: reducing,
  notation: call("prod", ["out / in"]),
  forward: (x, params) => {
    let result = isFloating(x.dtype) ? x.detach() : x.detach().to("int64");
    for (const axis of params.dims) {
      const slices = Array.from({ length: result.shape[axis]! }, (_, i) => result.slice(axis, i, i + 1));
      result = slices.reduce((a, b) => a.mul(b), new Tensor(1, result.shape.with(axis, 1), result.dtype));
    }
    return params.keepdim ? result : result.reshape(x.shape.filter((_, axis) => !params.dims.includes(axis)));
  },
  vjp: [
    (g, { x, out, params }) => {
      const zero = x.eq(0);
      const zeros = zero.to(x.dtype).sum(params.dims, true);
      const filled = where(zero, x.mul(0).add(1), x);
      const others = where(
        zero,
        where(zeros.eq(1), prod(filled, { ...params, keepdim: true }), zeros.mul(0)),
        withAxes(out, x, params).div(filled),
      );
      return withAxes(g, x, params).mul(others);
    },
  ] as [(g: Tensor, node: { x: Tensor; out: Tensor; params: Reduction }) => Tensor],
  malRules: [
    {
      message: "kept the whole product",
      input: 0,
      vjp: (g, { x, out, params }) => withAxes(g.mul(out), x, params).expand(x.shape),
    },
  ],
});

/** `as` is PyTorch's name: `torch.norm` and `torch.linalg.norm` differ. */
const normed = { ...reducing, p: "number", as: ["NormBackward1", "LinalgVectorNormBackward0"] } as const;
export type Norm = ParamsOf<typeof normed>;

/**
 * ‖x‖ₚ = (Σ|x|ᵖ)^(1/p), so ∂/∂x = x·|x|ᵖ⁻²/‖x‖ᵖ⁻¹: for p = 2 that is x/‖x‖, for p = 1 the sign. 0 where the norm is 0. Throws a
 * RuntimeError for integers and truth values.
 */
export const norm = defineOp({
  name: "norm",
  gradFn: ({ as }) => as,
  params: normed,
  notation: call("norm", ["in / out"]),
  forward: (x, { p, dims, keepdim }) => {
    requireFloat(
      x,
      (dtype) => `norm(): input dtype should be either floating point or complex. Got ${dtype} instead.`,
    );
    const sizes = x.detach().abs();
    if (p === Infinity) return sizes.amax(dims, keepdim);
    if (p === -Infinity) return sizes.amin(dims, keepdim);
    if (p === 0) return sizes.ne(0).to(x.dtype).sum(dims, keepdim);
    if (p === 1) return sizes.sum(dims, keepdim);
    if (p === 2) return sizes.mul(sizes).sum(dims, keepdim).sqrt();
    return sizes
      .pow(p)
      .sum(dims, keepdim)
      .pow(1 / p);
  },
  vjp: [
    (g, { x, out, params }) => {
      const { p } = params;
      const upstream = withAxes(g, x, params);
      const size = withAxes(out, x, params);
      if (p === 0) return upstream.mul(x.mul(0));
      if (p === 1) return upstream.mul(x.sign());
      if (!Number.isFinite(p)) {
        const hits = x.abs().eq(size).to(x.dtype);
        return upstream.mul(x.sign()).mul(hits.div(hits.sum(params.dims, true)));
      }
      const none = size.eq(0);
      const safe = where(none, size.add(1), size);
      const direction = p === 2 ? x.div(safe) : x.mul(x.abs().pow(p - 2)).div(safe.pow(p - 1));
      return upstream.mul(where(none, x.mul(0), direction));
    },
  ],
  malRules: [
    {
      message: "did not divide by the norm",
      input: 0,
      vjp: (g, { x, params }) => withAxes(g, x, params).mul(x),
    },
    {
      message: "forgot the factor ½ of a square root's derivative",
      input: 0,
      vjp: (g, { x, out, params }) =>
        withAxes(g, x, params)
          .mul(x.mul(2))
          .div(withAxes(out, x, params)),
    },
  ],
});

/** ln Σ eˣ without overflow, so ∂/∂x = softmax(x). */
export const logsumexp = defineOp({
  name: "logsumexp",
  params: reducing,
  notation: call("logsumexp", ["exp(in − out)"]),
  forward: (x, { dims, keepdim }) => {
    const largest = x.detach().amax(dims, true);
    const shift = where(largest.abs().eq(Infinity), largest.mul(0), largest);
    const total = x.detach().sub(shift).exp().sum(dims, keepdim).log();
    return total.add(shift.reshape(total.shape));
  },
  vjp: [(g, { x, out, params }) => withAxes(g, x, params).mul(x.sub(withAxes(out, x, params)).exp())],
});
