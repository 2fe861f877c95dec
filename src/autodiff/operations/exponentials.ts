/** Relatives of eˣ and ln x. */
import { defineOp } from "#autodiff/operation.ts";
import { entrywise, where } from "#autodiff/operations/arithmetic.ts";

/** eˣ − 1 without losing digits near 0, so ∂/∂x = eˣ. */
export const expm1 = defineOp({
  name: "Expm1Backward0",
  forward: (x) => entrywise(x, Math.expm1),
  vjp: [(g, { out }) => g.mul(out.add(1))],
  slips: [
    { says: "kept eˣ − 1 as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
    { says: "treated eˣ like a power, x·eˣ⁻¹", input: 0, vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()) },
  ],
});

/** ln(1 + x) without losing digits near 0, so ∂/∂x = 1/(1 + x). */
export const log1p = defineOp({
  name: "Log1PBackward0",
  forward: (x) => entrywise(x, Math.log1p),
  vjp: [(g, { x }) => g.div(x.add(1))],
  slips: [
    { says: "divided by x instead of by 1 + x", input: 0, vjp: (g, { x }) => g.div(x) },
    { says: "multiplied by 1 + x instead of dividing by it", input: 0, vjp: (g, { x }) => g.mul(x.add(1)) },
  ],
});

/** 2ˣ, so ∂/∂x = 2ˣ·ln 2. */
export const exp2 = defineOp({
  name: "Exp2Backward0",
  forward: (x) => entrywise(x, (a) => 2 ** a),
  vjp: [(g, { out }) => g.mul(out).mul(Math.LN2)],
  slips: [{ says: "forgot the factor ln 2", input: 0, vjp: (g, { out }) => g.mul(out) }],
});

/** log₂ x, so ∂/∂x = 1/(x·ln 2). */
export const log2 = defineOp({
  name: "Log2Backward0",
  forward: (x) => entrywise(x, Math.log2),
  vjp: [(g, { x }) => g.div(x.mul(Math.LN2))],
  slips: [{ says: "forgot the factor 1/ln 2", input: 0, vjp: (g, { x }) => g.div(x) }],
});

/** log₁₀ x, so ∂/∂x = 1/(x·ln 10). */
export const log10 = defineOp({
  name: "Log10Backward0",
  forward: (x) => entrywise(x, Math.log10),
  vjp: [(g, { x }) => g.div(x.mul(Math.LN10))],
  slips: [{ says: "forgot the factor 1/ln 10", input: 0, vjp: (g, { x }) => g.div(x) }],
});

/** 1/√x, so ∂/∂x = −½·x^(−3/2). */
export const rsqrt = defineOp({
  name: "RsqrtBackward0",
  forward: (x) => entrywise(x, (a) => 1 / Math.sqrt(a)),
  vjp: [(g, { out }) => g.mul(out.pow(3)).mul(-0.5)],
  slips: [
    { says: "forgot the factor ½", input: 0, vjp: (g, { out }) => g.mul(out.pow(3)).neg() },
    { says: "lost the minus sign", input: 0, vjp: (g, { out }) => g.mul(out.pow(3)).mul(0.5) },
  ],
});

/** ln(x/(1 − x)), which undoes σ, so ∂/∂x = 1/(x·(1 − x)). */
export const logit = defineOp({
  name: "LogitBackward0",
  forward: (x) => entrywise(x, (a) => Math.log(a / (1 - a))),
  vjp: [
    (g, { x }) => {
      const slope = g.div(x.mul(x.rsub(1)));
      return where(x.ge(0).logicalAnd(x.le(1)), slope, x.detach().mul(NaN));
    },
  ],
  slips: [
    { says: "took σ's derivative upside down", input: 0, vjp: (g, { x }) => g.mul(x.mul(x.rsub(1))) },
    { says: "left out the factor 1 − x", input: 0, vjp: (g, { x }) => g.div(x) },
  ],
});
