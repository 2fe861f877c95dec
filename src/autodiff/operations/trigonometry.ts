/** Relatives of sin and cos. */
import { call } from "#autodiff/notation.ts";
import { defineOp, type Applied } from "#autodiff/operation.ts";
import { entrywise } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** tan x, so ∂/∂x = 1 + tan² x. */
export const tan = defineOp({
  name: "tan",
  torch: { name: "tan", inPlace: true },
  notation: call("tan", ["1 + out²"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.tan),
  vjp: [(g, { out }) => g.mul(out.mul(out).add(1))],
  malRules: [
    { message: "used tanh's rule 1 − tan²", input: 0, vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)) },
  ],
});

/** sinh x = (eˣ − e⁻ˣ)/2, so ∂/∂x = cosh x. */
export const sinh: Applied<[x: Tensor], undefined> = defineOp({
  name: "sinh",
  torch: { name: "sinh", inPlace: true },
  notation: call("sinh", ["cosh in"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.sinh),
  vjp: [(g, { x }) => g.mul(cosh(x))],
  malRules: [{ message: "put a minus sign before cosh", input: 0, vjp: (g, { x }) => g.mul(cosh(x)).neg() }],
});

/** cosh x = (eˣ + e⁻ˣ)/2, so ∂/∂x = sinh x. */
export const cosh: Applied<[x: Tensor], undefined> = defineOp({
  name: "cosh",
  torch: { name: "cosh", inPlace: true },
  notation: call("cosh", ["sinh in"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.cosh),
  vjp: [(g, { x }) => g.mul(sinh(x))],
  malRules: [{ message: "used the minus sign of cos", input: 0, vjp: (g, { x }) => g.mul(sinh(x)).neg() }],
});

/** arcsin x, so ∂/∂x = 1/√(1 − x²). */
export const asin = defineOp({
  name: "asin",
  torch: { name: "asin", synonyms: ["arcsin"], inPlace: true },
  notation: call("asin", ["1 / √(1 − in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.asin),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1).sqrt())],
  malRules: [{ message: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** arccos x, so ∂/∂x = −1/√(1 − x²). */
export const acos = defineOp({
  name: "acos",
  torch: { name: "acos", synonyms: ["arccos"], inPlace: true },
  notation: call("acos", ["−1 / √(1 − in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.acos),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1).sqrt()).neg()],
  malRules: [{ message: "lost the minus sign", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1).sqrt()) }],
});

/** arctan x, so ∂/∂x = 1/(1 + x²). */
export const atan = defineOp({
  name: "atan",
  torch: { name: "atan", synonyms: ["arctan"], inPlace: true },
  notation: call("atan", ["1 / (1 + in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.atan),
  vjp: [(g, { x }) => g.div(x.mul(x).add(1))],
  malRules: [{ message: "subtracted x² from 1", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** arsinh x, so ∂/∂x = 1/√(x² + 1). */
export const asinh = defineOp({
  name: "asinh",
  torch: { name: "asinh", synonyms: ["arcsinh"], inPlace: true },
  notation: call("asinh", ["1 / √(in² + 1)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.asinh),
  vjp: [(g, { x }) => g.div(x.mul(x).add(1).sqrt())],
  malRules: [{ message: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});

/** arcosh x, so ∂/∂x = 1/√(x² − 1). */
export const acosh = defineOp({
  name: "acosh",
  torch: { name: "acosh", synonyms: ["arccosh"], inPlace: true },
  notation: call("acosh", ["1 / √(in² − 1)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.acosh),
  vjp: [(g, { x }) => g.div(x.mul(x).sub(1).sqrt())],
  malRules: [{ message: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).sub(1)) }],
});

/** artanh x, so ∂/∂x = 1/(1 − x²). */
export const atanh = defineOp({
  name: "atanh",
  torch: { name: "atanh", synonyms: ["arctanh"], inPlace: true },
  notation: call("atanh", ["1 / (1 − in²)"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.atanh),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1))],
  malRules: [{ message: "used arctan's plus", input: 0, vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});
