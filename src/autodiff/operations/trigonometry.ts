/** Relatives of sin and cos. */
import { defineOp, type Applied } from "#autodiff/operation.ts";
import { entrywise } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** tan x, so ∂/∂x = 1 + tan² x. */
export const tan = defineOp({
  name: "TanBackward0",
  forward: (x) => entrywise(x, Math.tan),
  vjp: [(g, { out }) => g.mul(out.mul(out).add(1))],
  slips: [{ says: "used tanh's rule 1 − tan²", input: 0, vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)) }],
});

/** sinh x = (eˣ − e⁻ˣ)/2, so ∂/∂x = cosh x. */
export const sinh: Applied<[x: Tensor], undefined> = defineOp({
  name: "SinhBackward0",
  forward: (x) => entrywise(x, Math.sinh),
  vjp: [(g, { x }) => g.mul(cosh(x))],
  slips: [{ says: "put a minus sign before cosh", input: 0, vjp: (g, { x }) => g.mul(cosh(x)).neg() }],
});

/** cosh x = (eˣ + e⁻ˣ)/2, so ∂/∂x = sinh x. */
export const cosh: Applied<[x: Tensor], undefined> = defineOp({
  name: "CoshBackward0",
  forward: (x) => entrywise(x, Math.cosh),
  vjp: [(g, { x }) => g.mul(sinh(x))],
  slips: [{ says: "used the minus sign of cos", input: 0, vjp: (g, { x }) => g.mul(sinh(x)).neg() }],
});

/** arcsin x, so ∂/∂x = 1/√(1 − x²). */
export const asin = defineOp({
  name: "AsinBackward0",
  forward: (x) => entrywise(x, Math.asin),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1).sqrt())],
  slips: [{ says: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** arccos x, so ∂/∂x = −1/√(1 − x²). */
export const acos = defineOp({
  name: "AcosBackward0",
  forward: (x) => entrywise(x, Math.acos),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1).sqrt()).neg()],
  slips: [{ says: "lost the minus sign", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1).sqrt()) }],
});

/** arctan x, so ∂/∂x = 1/(1 + x²). */
export const atan = defineOp({
  name: "AtanBackward0",
  forward: (x) => entrywise(x, Math.atan),
  vjp: [(g, { x }) => g.div(x.mul(x).add(1))],
  slips: [{ says: "subtracted x² from 1", input: 0, vjp: (g, { x }) => g.div(x.mul(x).rsub(1)) }],
});

/** arsinh x, so ∂/∂x = 1/√(x² + 1). */
export const asinh = defineOp({
  name: "AsinhBackward0",
  forward: (x) => entrywise(x, Math.asinh),
  vjp: [(g, { x }) => g.div(x.mul(x).add(1).sqrt())],
  slips: [{ says: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});

/** arcosh x, so ∂/∂x = 1/√(x² − 1). */
export const acosh = defineOp({
  name: "AcoshBackward0",
  forward: (x) => entrywise(x, Math.acosh),
  vjp: [(g, { x }) => g.div(x.mul(x).sub(1).sqrt())],
  slips: [{ says: "left out the root", input: 0, vjp: (g, { x }) => g.div(x.mul(x).sub(1)) }],
});

/** artanh x, so ∂/∂x = 1/(1 − x²). */
export const atanh = defineOp({
  name: "AtanhBackward0",
  forward: (x) => entrywise(x, Math.atanh),
  vjp: [(g, { x }) => g.div(x.mul(x).rsub(1))],
  slips: [{ says: "used arctan's plus", input: 0, vjp: (g, { x }) => g.div(x.mul(x).add(1)) }],
});
