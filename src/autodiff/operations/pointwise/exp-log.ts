/** Exponentials, logarithms and roots. */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { floating, mapBinary, refuseWhole } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";

/** eˣ, its own derivative. */
export const exp = pointwise({
  name: "exp",
  f: Math.exp,
  local: "out",
  vjp: (g, { out }) => g.mul(out),
  malRules: [
    {
      message: "treated the exponential like a power, bringing its exponent down",
      vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()),
    },
    { message: "took the exponent in place of the exponential", vjp: (g, { x }) => g.mul(x) },
  ],
});

/** ln x, so ∂/∂x = 1/x. */
export const log = pointwise({
  name: "log",
  f: Math.log,
  local: "1 / in",
  vjp: (g, { x }) => g.div(x),
  malRules: [
    {
      message: "multiplied by the argument",
      vjp: (g, { x }) => g.mul(x),
    },
    { message: "kept the logarithm as its own derivative", vjp: (g, { out }) => g.mul(out) },
    {
      message: "divided by the logarithm",
      vjp: (g, { out }) => g.div(out),
    },
    { message: "put a minus sign before it", vjp: (g, { x }) => g.div(x).neg() },
  ],
});

/** √x, so ∂/∂x = 1/(2√x). */
export const sqrt = pointwise({
  name: "sqrt",
  f: Math.sqrt,
  local: "1 / (2 × out)",
  label: "√",
  vjp: (g, { out }) => g.div(out.mul(2)),
  malRules: [
    { message: "forgot the constant factor of a square root", vjp: (g, { out }) => g.div(out) },
    {
      message: "multiplied by the root",
      vjp: (g, { out }) => g.mul(out).mul(0.5),
    },
    {
      message: "used the constant factor of a square root upside down",
      vjp: (g, { out }) => g.mul(2).div(out),
    },
    {
      message: "divided by what is under the root",
      vjp: (g, { x }) => g.div(x.mul(2)),
    },
  ],
});

/** eˣ − 1 without losing digits near 0, so ∂/∂x = eˣ. */
export const expm1 = pointwise({
  name: "expm1",
  f: Math.expm1,
  local: "out + 1",
  torch: { special: "expm1" },
  vjp: (g, { out }) => g.mul(out.add(1)),
  malRules: [
    { message: "kept eˣ − 1 as its own derivative", vjp: (g, { out }) => g.mul(out) },
    { message: "treated eˣ like a power, x·eˣ⁻¹", vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()) },
  ],
});

/** ln(1 + x) without losing digits near 0, so ∂/∂x = 1/(1 + x). */
export const log1p = pointwise({
  name: "log1p",
  gradFn: "Log1PBackward0",
  f: Math.log1p,
  local: "1 / (1 + in)",
  torch: { special: "log1p" },
  vjp: (g, { x }) => g.div(x.add(1)),
  malRules: [
    { message: "divided by x alone", vjp: (g, { x }) => g.div(x) },
    {
      message: "multiplied by 1 + x",
      vjp: (g, { x }) => g.mul(x.add(1)),
    },
  ],
});

/** 2ˣ, so ∂/∂x = 2ˣ·ln 2. */
export const exp2 = pointwise({
  name: "exp2",
  f: (a) => 2 ** a,
  local: "out × log 2",
  torch: { special: "exp2" },
  vjp: (g, { out }) => g.mul(out).mul(Math.LN2),
  malRules: [{ message: "forgot the factor ln 2", vjp: (g, { out }) => g.mul(out) }],
});

/** log₂ x, so ∂/∂x = 1/(x·ln 2). */
export const log2 = pointwise({
  name: "log2",
  f: Math.log2,
  local: "1 / (in × log 2)",
  vjp: (g, { x }) => g.div(x.mul(Math.LN2)),
  malRules: [{ message: "forgot the factor 1/ln 2", vjp: (g, { x }) => g.div(x) }],
});

/** log₁₀ x, so ∂/∂x = 1/(x·ln 10). */
export const log10 = pointwise({
  name: "log10",
  f: Math.log10,
  local: "1 / (in × log 10)",
  vjp: (g, { x }) => g.div(x.mul(Math.LN10)),
  malRules: [{ message: "forgot the factor 1/ln 10", vjp: (g, { x }) => g.div(x) }],
});

/** 1/√x, so ∂/∂x = −½·x^(−3/2). */
export const rsqrt = pointwise({
  name: "rsqrt",
  f: (a) => 1 / Math.sqrt(a),
  local: "−out³ / 2",
  vjp: (g, { out }) => g.mul(out.pow(3)).mul(-0.5),
  malRules: [
    { message: "forgot the factor ½", vjp: (g, { out }) => g.mul(out.pow(3)).neg() },
    { message: "lost the minus sign", vjp: (g, { out }) => g.mul(out.pow(3)).mul(0.5) },
  ],
});

/** ln(x/(1 − x)), which undoes σ, so ∂/∂x = 1/(x·(1 − x)). */
export const logit = pointwise({
  name: "logit",
  f: (a) => Math.log(a / (1 - a)),
  local: "1 / (in × (1 − in))",
  torch: null,
  vjp: (g, { x }) => {
    const slope = g.div(x.mul(x.rsub(1)));
    return where(x.ge(0).logicalAnd(x.le(1)), slope, x.detach().mul(NaN));
  },
  malRules: [
    { message: "took σ's derivative upside down", vjp: (g, { x }) => g.mul(x.mul(x.rsub(1))) },
    { message: "left out the factor 1 − x", vjp: (g, { x }) => g.div(x) },
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
    return mapBinary(x, y, logOfSum);
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
    mapBinary(x, y, (a, b) => (Number.isNaN(b) ? NaN : a === 0 ? 0 : a * Math.log(b)), floating),
  vjp: [
    (g, { x, y }) => where(x.eq(0).logicalAnd(y.le(0)), g.mul(0), g.mul(y.log())),
    (g, { x, y }) => g.mul(x.div(y)),
  ],
  malRules: [{ message: "left out the factor before the logarithm", input: 1, vjp: (g, { y }) => g.div(y) }],
});
