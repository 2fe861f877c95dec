/** Functions of two variables, beyond arithmetic. */
import { call } from "#autodiff/notation.ts";
import { isFloating } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { defineOp } from "#autodiff/operation.ts";
import { elementwise, floating, where } from "#autodiff/operations/arithmetic.ts";
import { refuseZero } from "#autodiff/operations/rounding.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** The angle of the point (y, x), so ∂/∂(first) = x/(x² + y²) and ∂/∂(second) = −y/(x² + y²). */
export const atan2 = defineOp({
  name: "atan2",
  torch: { name: "atan2", synonyms: ["arctan2"], inPlace: true },
  notation: call("atan2", ["other / (in² + other²)", "−other / (in² + other²)"]),
  elementwise: true,
  forward: (x, y) => elementwise(x, y, Math.atan2, floating),
  vjp: [
    (g, { x, y }) => g.mul(y.div(x.mul(x).add(y.mul(y)))),
    (g, { x, y }) => g.mul(x.div(x.mul(x).add(y.mul(y)))).neg(),
  ],
  malRules: [
    {
      message: "lost the minus sign of the second coordinate's derivative",
      input: 1,
      vjp: (g, { x, y }) => g.mul(x.div(x.mul(x).add(y.mul(y)))),
    },
  ],
});

/** √(x² + y²), so ∂/∂x = x/√(x² + y²) and likewise for y. */
export const hypot = defineOp({
  name: "hypot",
  torch: { name: "hypot", inPlace: true },
  notation: call("hypot", ["in / out", "in / out"]),
  elementwise: true,
  forward: (x, y) => {
    refuseWhole(x, y, "hypot_cpu");
    return elementwise(x, y, Math.hypot);
  },
  vjp: [(g, { x, out }) => g.mul(x.div(out)), (g, { y, out }) => g.mul(y.div(out))],
  malRules: [
    {
      message: "divided by the square of the length instead of by the length",
      input: 0,
      vjp: (g, { x, out }) => g.mul(x.div(out.mul(out))),
    },
  ],
});

/** The larger of two, or the one that is a number; the first of equals gets the gradient. */
export const fmax = defineOp({
  name: "fmax",
  torch: { name: "fmax" },
  notation: call("fmax", ["1 where it is the larger", "1 where it is the larger"]),
  elementwise: true,
  forward: (x, y) => elementwise(x, y, (a, b) => (a >= b || Number.isNaN(b) ? a : b)),
  vjp: [
    (g, { x, y }) => where(x.ge(y).logicalOr(y.isnan()), g, g.mul(0)),
    (g, { x, y }) => where(x.ge(y).logicalOr(y.isnan()), g.mul(0), g),
  ],
});

/** The smaller of two, or the one that is a number; the first of equals gets the gradient. */
export const fmin = defineOp({
  name: "fmin",
  torch: { name: "fmin" },
  notation: call("fmin", ["1 where it is the smaller", "1 where it is the smaller"]),
  elementwise: true,
  forward: (x, y) => elementwise(x, y, (a, b) => (a <= b || Number.isNaN(b) ? a : b)),
  vjp: [
    (g, { x, y }) => where(x.le(y).logicalOr(y.isnan()), g, g.mul(0)),
    (g, { x, y }) => where(x.le(y).logicalOr(y.isnan()), g.mul(0), g),
  ],
});

/** x − y·trunc(x/y), with the sign of x, so ∂/∂x = 1 and ∂/∂y = −trunc(x/y). */
export const fmod = defineOp({
  name: "fmod",
  gradFn: (ofNumber) => (ofNumber ? "FmodBackward0" : "FmodBackward1"),
  params: { optional: "flag" },
  torch: { name: "fmod", inPlace: true, numbers: "told apart" },
  notation: call("fmod", ["1", "−trunc(other / in)"]),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return elementwise(x, y, (a, b) => a % b);
  },
  vjp: [(g) => g, (g, { x, y, out }) => g.mul(x.detach().sub(out.detach()).div(y.detach())).neg()],
});

/** The size of x with the sign of y, so ∂/∂x = 1 or −1, and 0 where x is 0. */
export const copysign = defineOp({
  name: "copysign",
  params: { optional: "flag" },
  torch: { name: "copysign", inPlace: true, numbers: "told apart" },
  notation: call("copysign", ["1, or −1 where the sign changes", "0"]),
  elementwise: true,
  forward: (x, y) =>
    elementwise(x, y, (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)), floating),
  vjp: [
    (g, { x, out }) => {
      const zero = x.eq(0);
      return where(zero, g.mul(0), g.mul(out.detach().div(where(zero, x.detach().add(1), x.detach()))));
    },
    (g) => g.mul(0),
  ],
});

/** ln(eˣ + eʸ), so ∂/∂x = eˣ/(eˣ + eʸ) and likewise for y. */
export const logaddexp = defineOp({
  name: "logaddexp",
  torch: { name: "logaddexp" },
  notation: call("logaddexp", ["exp(in − out)", "exp(in − out)"]),
  elementwise: true,
  forward: (x, y) => {
    refuseWhole(x, y, "logaddexp_cpu");
    return elementwise(x, y, logOfSum);
  },
  vjp: [(g, { x, out }) => g.mul(x.sub(out).exp()), (g, { y, out }) => g.mul(y.sub(out).exp())],
  malRules: [{ message: "left out the share e^(x − out)", input: 0, vjp: (g) => g }],
});

function logOfSum(a: number, b: number): number {
  return a === b ? a + Math.LN2 : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** x·ln y, and 0 for x = 0, so ∂/∂x = ln y and ∂/∂y = x/y. */
export const xlogy = defineOp({
  name: "xlogy",
  params: { optional: "flag" },
  torch: { name: "xlogy", special: "xlogy", inPlace: true, numbers: "told apart" },
  notation: call("xlogy", ["log other", "other / in"]),
  elementwise: true,
  forward: (x, y) =>
    elementwise(x, y, (a, b) => (Number.isNaN(b) ? NaN : a === 0 ? 0 : a * Math.log(b)), floating),
  vjp: [
    (g, { x, y }) => where(x.eq(0).logicalAnd(y.le(0)), g.mul(0), g.mul(y.log())),
    (g, { x, y }) => g.mul(x.div(y)),
  ],
  malRules: [{ message: "left out the factor before the logarithm", input: 1, vjp: (g, { y }) => g.div(y) }],
});

function refuseWhole(x: Tensor, y: Tensor, kernel: string): void {
  if (isFloating(x.dtype) || isFloating(y.dtype)) return;
  const dtype = x.dtype === "bool" && y.dtype === "bool" ? "Bool" : "Long";
  throw new EngineError("RuntimeError", `"${kernel}" not implemented for '${dtype}'`);
}
