/** Relatives of eˣ and ln x. */
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { entrywise, where } from "#autodiff/operations/arithmetic.ts";

/** eˣ − 1 without losing digits near 0, so ∂/∂x = eˣ. */
export const expm1 = defineOp({
  name: "expm1",
  torch: { name: "expm1", special: "expm1", inPlace: true },
  notation: call("expm1", ["out + 1"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.expm1),
  vjp: [(g, { out }) => g.mul(out.add(1))],
  malRules: [
    { message: "kept eˣ − 1 as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
    { message: "treated eˣ like a power, x·eˣ⁻¹", input: 0, vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()) },
  ],
});

/** ln(1 + x) without losing digits near 0, so ∂/∂x = 1/(1 + x). */
export const log1p = defineOp({
  name: "log1p",
  gradFn: "Log1PBackward0",
  torch: { name: "log1p", special: "log1p", inPlace: true },
  notation: call("log1p", ["1 / (1 + in)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.log1p),
  vjp: [(g, { x }) => g.div(x.add(1))],
  malRules: [
    { message: "divided by x instead of by 1 + x", input: 0, vjp: (g, { x }) => g.div(x) },
    {
      message: "multiplied by 1 + x instead of dividing by it",
      input: 0,
      vjp: (g, { x }) => g.mul(x.add(1)),
    },
  ],
});

/** 2ˣ, so ∂/∂x = 2ˣ·ln 2. */
export const exp2 = defineOp({
  name: "exp2",
  torch: { name: "exp2", special: "exp2", inPlace: true },
  notation: call("exp2", ["out × log 2"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => 2 ** a),
  vjp: [(g, { out }) => g.mul(out).mul(Math.LN2)],
  malRules: [{ message: "forgot the factor ln 2", input: 0, vjp: (g, { out }) => g.mul(out) }],
});

/** log₂ x, so ∂/∂x = 1/(x·ln 2). */
export const log2 = defineOp({
  name: "log2",
  torch: { name: "log2", inPlace: true },
  notation: call("log2", ["1 / (in × log 2)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.log2),
  vjp: [(g, { x }) => g.div(x.mul(Math.LN2))],
  malRules: [{ message: "forgot the factor 1/ln 2", input: 0, vjp: (g, { x }) => g.div(x) }],
});

/** log₁₀ x, so ∂/∂x = 1/(x·ln 10). */
export const log10 = defineOp({
  name: "log10",
  torch: { name: "log10", inPlace: true },
  notation: call("log10", ["1 / (in × log 10)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.log10),
  vjp: [(g, { x }) => g.div(x.mul(Math.LN10))],
  malRules: [{ message: "forgot the factor 1/ln 10", input: 0, vjp: (g, { x }) => g.div(x) }],
});

/** 1/√x, so ∂/∂x = −½·x^(−3/2). */
export const rsqrt = defineOp({
  name: "rsqrt",
  torch: { name: "rsqrt", inPlace: true },
  notation: call("rsqrt", ["−out³ / 2"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => 1 / Math.sqrt(a)),
  vjp: [(g, { out }) => g.mul(out.pow(3)).mul(-0.5)],
  malRules: [
    { message: "forgot the factor ½", input: 0, vjp: (g, { out }) => g.mul(out.pow(3)).neg() },
    { message: "lost the minus sign", input: 0, vjp: (g, { out }) => g.mul(out.pow(3)).mul(0.5) },
  ],
});

/** ln(x/(1 − x)), which undoes σ, so ∂/∂x = 1/(x·(1 − x)). */
export const logit = defineOp({
  name: "logit",
  notation: call("logit", ["1 / (in × (1 − in))"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => Math.log(a / (1 - a))),
  vjp: [
    (g, { x }) => {
      const slope = g.div(x.mul(x.rsub(1)));
      return where(x.ge(0).logicalAnd(x.le(1)), slope, x.detach().mul(NaN));
    },
  ],
  malRules: [
    { message: "took σ's derivative upside down", input: 0, vjp: (g, { x }) => g.mul(x.mul(x.rsub(1))) },
    { message: "left out the factor 1 − x", input: 0, vjp: (g, { x }) => g.div(x) },
  ],
});
