/** Trigonometric and hyperbolic functions and their inverses. */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp, type Applied } from "#autodiff/operation.ts";
import { floating, mapBinary, refuseWhole } from "#autodiff/operations/map.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** sin x, so ∂/∂x = cos x. */
export const sin = pointwise({
  name: "sin",
  f: Math.sin,
  local: "cos in",
  vjp: (g, { x }) => g.mul(x.cos()),
  malRules: [{ message: "put a minus sign before it", vjp: (g, { x }) => g.mul(x.cos()).neg() }],
});

/** cos x, so ∂/∂x = −sin x. */
export const cos = pointwise({
  name: "cos",
  f: Math.cos,
  local: "−sin in",
  vjp: (g, { x }) => g.mul(x.sin()).neg(),
  malRules: [{ message: "lost a minus sign", vjp: (g, { x }) => g.mul(x.sin()) }],
});

/** tan x, so ∂/∂x = 1 + tan² x. */
export const tan = pointwise({
  name: "tan",
  f: Math.tan,
  local: "1 + out²",
  vjp: (g, { out }) => g.mul(out.mul(out).add(1)),
  malRules: [{ message: "used tanh's rule 1 − tan²", vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)) }],
});

/** arcsin x, so ∂/∂x = 1/√(1 − x²). */
export const asin = pointwise({
  name: "asin",
  f: Math.asin,
  local: "1 / √(1 − in²)",
  torch: { synonyms: ["arcsin"] },
  vjp: (g, { x }) => g.div(x.mul(x).rsub(1).sqrt()),
  malRules: [{ message: "left out the root", vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** arccos x, so ∂/∂x = −1/√(1 − x²). */
export const acos = pointwise({
  name: "acos",
  f: Math.acos,
  local: "−1 / √(1 − in²)",
  torch: { synonyms: ["arccos"] },
  vjp: (g, { x }) => g.div(x.mul(x).rsub(1).sqrt()).neg(),
  malRules: [{ message: "lost the minus sign", vjp: (g, { x }) => g.div(x.mul(x).rsub(1).sqrt()) }],
});

/** arctan x, so ∂/∂x = 1/(1 + x²). */
export const atan = pointwise({
  name: "atan",
  f: Math.atan,
  local: "1 / (1 + in²)",
  torch: { synonyms: ["arctan"] },
  vjp: (g, { x }) => g.div(x.mul(x).add(1)),
  malRules: [{ message: "subtracted x² from 1", vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** The angle of the point (y, x), so ∂/∂(first) = x/(x² + y²) and ∂/∂(second) = −y/(x² + y²). */
export const atan2 = defineOp({
  name: "atan2",
  torch: { name: "atan2", synonyms: ["arctan2"], inPlace: true },
  notation: call("atan2", ["other / (in² + other²)", "−other / (in² + other²)"]),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, Math.atan2, floating),
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
    return mapBinary(x, y, Math.hypot);
  },
  vjp: [(g, { x, out }) => g.mul(x.div(out)), (g, { y, out }) => g.mul(y.div(out))],
  malRules: [
    {
      message: "divided by the square of the length",
      input: 0,
      vjp: (g, { x, out }) => g.mul(x.div(out.mul(out))),
    },
  ],
});

/** sinh x = (eˣ − e⁻ˣ)/2, so ∂/∂x = cosh x. */
export const sinh: Applied<[x: Tensor], undefined> = pointwise({
  name: "sinh",
  f: Math.sinh,
  local: "cosh in",
  vjp: (g, { x }) => g.mul(cosh(x)),
  malRules: [{ message: "put a minus sign before cosh", vjp: (g, { x }) => g.mul(cosh(x)).neg() }],
});

/** cosh x = (eˣ + e⁻ˣ)/2, so ∂/∂x = sinh x. */
export const cosh: Applied<[x: Tensor], undefined> = pointwise({
  name: "cosh",
  f: Math.cosh,
  local: "sinh in",
  vjp: (g, { x }) => g.mul(sinh(x)),
  malRules: [{ message: "used the minus sign of cos", vjp: (g, { x }) => g.mul(sinh(x)).neg() }],
});

/** tanh x, so ∂/∂x = 1 − tanh² x. */
export const tanh = pointwise({
  name: "tanh",
  f: Math.tanh,
  local: "1 − out²",
  vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)),
  malRules: [
    { message: "forgot a square", vjp: (g, { out }) => g.mul(out.rsub(1)) },
    {
      message: "used a plus where tanh has a minus",
      vjp: (g, { out }) => g.mul(out.mul(out).add(1)),
    },
    {
      message: "used the input where the output belongs",
      vjp: (g, { x }) => g.mul(x.mul(x).rsub(1)),
    },
    {
      message: "used the sigmoid's rule for tanh",
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
    { message: "kept tanh as its own derivative", vjp: (g, { out }) => g.mul(out) },
  ],
});

/** arsinh x, so ∂/∂x = 1/√(x² + 1). */
export const asinh = pointwise({
  name: "asinh",
  f: Math.asinh,
  local: "1 / √(in² + 1)",
  torch: { synonyms: ["arcsinh"] },
  vjp: (g, { x }) => g.div(x.mul(x).add(1).sqrt()),
  malRules: [{ message: "left out the root", vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});

/** arcosh x, so ∂/∂x = 1/√(x² − 1). */
export const acosh = pointwise({
  name: "acosh",
  f: Math.acosh,
  local: "1 / √(in² − 1)",
  torch: { synonyms: ["arccosh"] },
  vjp: (g, { x }) => g.div(x.mul(x).sub(1).sqrt()),
  malRules: [{ message: "left out the root", vjp: (g, { x }) => g.div(x.mul(x).sub(1)) }],
});

/** artanh x, so ∂/∂x = 1/(1 − x²). */
export const atanh = pointwise({
  name: "atanh",
  f: Math.atanh,
  local: "1 / (1 − in²)",
  torch: { synonyms: ["arctanh"] },
  vjp: (g, { x }) => g.div(x.mul(x).rsub(1)),
  malRules: [{ message: "used arctan's plus", vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});
