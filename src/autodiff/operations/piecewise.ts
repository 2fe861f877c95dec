/** Activations made of pieces: straight here, flat there. */
import { defineOp } from "#autodiff/operation.ts";
import { entrywise, where } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** The gradient where a condition holds, 0 elsewhere. */
const only = (g: Tensor, passes: Tensor): Tensor => where(passes, g, g.mul(0));

/** x outside [−λ, λ] and 0 inside, so ∂/∂x = 1 or 0. */
export const hardshrink = defineOp({
  name: (_lambda: number) => "HardshrinkBackward0",
  forward: (x, lambda) => entrywise(x, (a) => (Math.abs(a) <= lambda ? 0 : a), x.dtype),
  vjp: [(g, { x, at: lambda }) => only(g, x.abs().gt(lambda))],
  slips: [{ says: "let the gradient through where the value was set to 0", input: 0, vjp: (g) => g }],
});

/** x moved towards 0 by λ, and 0 within λ of it, so ∂/∂x = 1 or 0. */
export const softshrink = defineOp({
  name: (_lambda: number) => "SoftshrinkBackward0",
  forward: (x, lambda) =>
    entrywise(x, (a) => (Math.abs(a) <= lambda ? 0 : a - Math.sign(a) * lambda), x.dtype),
  vjp: [(g, { x, at: lambda }) => only(g, x.abs().gt(lambda))],
  slips: [{ says: "let the gradient through where the value was set to 0", input: 0, vjp: (g) => g }],
});

/** x above a threshold and a constant at or below it, so ∂/∂x = 1 or 0. */
export const threshold = defineOp({
  name: (_at: { threshold: number; value: number }) => "ThresholdBackward0",
  forward: (x, at) => entrywise(x, (a) => (a <= at.threshold ? at.value : a), x.dtype),
  vjp: [(g, { x, at }) => only(g, x.gt(at.threshold))],
  slips: [{ says: "let the gradient through where the value was replaced", input: 0, vjp: (g) => g }],
});

/** (x + 3)/6 held between 0 and 1, so ∂/∂x = 1/6 for −3 < x < 3 and 0 outside. */
export const hardsigmoid = defineOp({
  name: "HardsigmoidBackward0",
  forward: (x) => entrywise(x, (a) => Math.min(Math.max(a + 3, 0), 6) / 6, x.dtype),
  vjp: [(g, { x }) => only(g.div(6), x.abs().lt(3))],
  slips: [{ says: "forgot the slope 1/6", input: 0, vjp: (g, { x }) => only(g, x.abs().lt(3)) }],
});

/** x times `hardsigmoid`, so ∂/∂x = x/3 + ½ for −3 ≤ x ≤ 3, 1 above and 0 below. */
export const hardswish = defineOp({
  name: "HardswishBackward0",
  forward: (x) => entrywise(x, (a) => (a * Math.min(Math.max(a + 3, 0), 6)) / 6, x.dtype),
  vjp: [(g, { x }) => where(x.lt(-3), g.mul(0), where(x.le(3), g.mul(x.div(3).add(0.5)), g))],
  slips: [
    {
      says: "left out the second half of the product rule",
      input: 0,
      vjp: (g, { x }) => g.mul(hardsigmoid(x)),
    },
  ],
});

/** x for x > 0 and α·(e^(x/α) − 1) otherwise, so ∂/∂x = 1 or e^(x/α). */
export const celu = defineOp({
  name: (_alpha: number) => "CeluBackward0",
  forward: (x, alpha) => entrywise(x, (a) => (a > 0 ? a : alpha * Math.expm1(a / alpha)), x.dtype),
  vjp: [(g, { x, at: alpha }) => where(x.gt(0), g, g.mul(x.minimum(0).div(alpha).exp()))],
  slips: [
    { says: "took the slope 1 on the negative side too", input: 0, vjp: (g) => g },
    {
      says: "kept a factor that the division by α cancels",
      input: 0,
      vjp: (g, { x, at: alpha }) => where(x.gt(0), g, g.mul(x.minimum(0).div(alpha).exp()).mul(alpha)),
    },
  ],
});
