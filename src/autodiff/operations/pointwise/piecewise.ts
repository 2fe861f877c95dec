/** Activations made of pieces, entry by entry: straight here, flat there. */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { mapUnary } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import type { Tensor } from "#autodiff/tensor.ts";
import { floatsOnly } from "#autodiff/torch-forms.ts";

/** x, held between two bounds, so ∂/∂x = 1 between them (and on them) and 0 outside. */
export const clamp = defineOp({
  name: "clamp",
  gradFn: "ClampBackward1",
  params: { low: "number", high: "number" },
  notation: call("clamp", ["1 between the bounds, else 0"]),
  elementwise: true,
  forward: (x, { low, high }) => mapUnary(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, params: { low, high } }) => g.mul(x.ge(low).logicalAnd(x.le(high)).to(g.dtype))],
  malRules: [
    { message: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g },
  ],
});

/** x held between two bounds, whose gradient stops on the bounds already. */
export const hardtanh = defineOp({
  name: "hardtanh",
  params: { low: "number", high: "number" },
  refused: { bool: "Bool inputs not supported for hardtanh" },
  notation: call("hardtanh", ["1 between the bounds, else 0"]),
  elementwise: true,
  forward: (x, { low, high }) => mapUnary(x, (a) => Math.min(Math.max(a, low), high), x.dtype),
  vjp: [(g, { x, params: { low, high } }) => where(x.le(low).logicalOr(x.ge(high)), g.mul(0).abs(), g)],
  malRules: [
    { message: "let the gradient through where the value was held at a bound", input: 0, vjp: (g) => g },
  ],
});

/** x outside [−λ, λ] and 0 inside, so ∂/∂x = 1 or 0. */
export const hardshrink = defineOp({
  name: "hardshrink",
  params: "number",
  refused: floatsOnly("hardshrink_cpu"),
  notation: call("hardshrink", ["1 where in is kept, else 0"]),
  elementwise: true,
  forward: (x, lambda) => mapUnary(x, (a) => (Math.abs(a) <= lambda ? 0 : a), x.dtype),
  vjp: [(g, { x, params: lambda }) => only(g, x.abs().gt(lambda))],
  malRules: [{ message: "let the gradient through where the value was set to 0", input: 0, vjp: (g) => g }],
});

/** x moved towards 0 by λ, and 0 within λ of it, so ∂/∂x = 1 or 0. */
export const softshrink = defineOp({
  name: "softshrink",
  params: "number",
  refused: floatsOnly("softshrink_cpu"),
  notation: call("softshrink", ["1 beyond the bounds, else 0"]),
  elementwise: true,
  forward: (x, lambda) =>
    mapUnary(x, (a) => (Math.abs(a) <= lambda ? 0 : a - Math.sign(a) * lambda), x.dtype),
  vjp: [(g, { x, params: lambda }) => only(g, x.abs().gt(lambda))],
  malRules: [{ message: "let the gradient through where the value was set to 0", input: 0, vjp: (g) => g }],
});

/** x above a threshold and a constant at or below it, so ∂/∂x = 1 or 0. */
export const threshold = defineOp({
  name: "threshold",
  params: { threshold: "number", value: "number" },
  notation: call("threshold", ["1 above the threshold, else 0"]),
  elementwise: true,
  forward: (x, params) => mapUnary(x, (a) => (a <= params.threshold ? params.value : a), x.dtype),
  vjp: [(g, { x, params }) => only(g, x.gt(params.threshold))],
  malRules: [{ message: "let the gradient through where the value was replaced", input: 0, vjp: (g) => g }],
});

/** (x + 3)/6 held between 0 and 1, so ∂/∂x = 1/6 for −3 < x < 3 and 0 outside. */
export const hardsigmoid = pointwise({
  name: "hardsigmoid",
  f: (a) => Math.min(Math.max(a + 3, 0), 6) / 6,
  keepsIntegers: true,
  local: "1/6 between −3 and 3, else 0",
  torch: null,
  refused: floatsOnly("hardsigmoid_cpu"),
  vjp: (g, { x }) => only(g.div(6), x.abs().lt(3)),
  malRules: [{ message: "forgot the slope 1/6", vjp: (g, { x }) => only(g, x.abs().lt(3)) }],
});

/** x times `hardsigmoid`, so ∂/∂x = x/3 + ½ for −3 ≤ x ≤ 3, 1 above and 0 below (A. Howard et al., 2019). */
export const hardswish = pointwise({
  name: "hardswish",
  f: (a) => (a * Math.min(Math.max(a + 3, 0), 6)) / 6,
  keepsIntegers: true,
  local: "",
  torch: null,
  refused: floatsOnly("hardswish_cpu"),
  vjp: (g, { x }) => where(x.lt(-3), g.mul(0), where(x.le(3), g.mul(x.div(3).add(0.5)), g)),
  malRules: [
    {
      message: "left out the second half of the product rule",
      vjp: (g, { x }) => g.mul(hardsigmoid(x)),
    },
  ],
});

/** x for x > 0 and α·(e^(x/α) − 1) otherwise, so ∂/∂x = 1 or e^(x/α) (J. Barron, 2017). */
export const celu = defineOp({
  name: "celu",
  params: "number",
  refused: floatsOnly("elu_cpu"),
  notation: call("celu", ["1 where in > 0, else exp(in / α)"]),
  elementwise: true,
  forward: (x, alpha) => mapUnary(x, (a) => (a > 0 ? a : alpha * Math.expm1(a / alpha)), x.dtype),
  vjp: [(g, { x, params: alpha }) => where(x.gt(0), g, g.mul(x.minimum(0).div(alpha).exp()))],
  malRules: [
    { message: "took the slope 1 on the negative side too", input: 0, vjp: (g) => g },
    {
      message: "kept a factor that the division by α cancels",
      input: 0,
      vjp: (g, { x, params: alpha }) => where(x.gt(0), g, g.mul(x.minimum(0).div(alpha).exp()).mul(alpha)),
    },
  ],
});

/** The gradient where a condition holds, 0 elsewhere. */
const only = (g: Tensor, passes: Tensor): Tensor => where(passes, g, g.mul(0));
