import { gate, rectifier } from "#autodiff/kernels/entrywise.ts";
import { defineOp } from "#autodiff/operation.ts";
import { elementwise, entrywise } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** eˣ, its own derivative. */
export const exp = defineOp({
  name: "ExpBackward0",
  forward: (x) => entrywise(x, Math.exp),
  vjp: [(g, { out }) => g.mul(out)],
  slips: [
    {
      says: "treated the exponential like a power, bringing its exponent down",
      input: 0,
      vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()),
    },
    { says: "took the exponent in place of the exponential", input: 0, vjp: (g, { x }) => g.mul(x) },
  ],
});

/** ln x, so ∂/∂x = 1/x. */
export const log = defineOp({
  name: "LogBackward0",
  forward: (x) => entrywise(x, Math.log),
  vjp: [(g, { x }) => g.div(x)],
  slips: [
    { says: "multiplied by the argument instead of dividing by it", input: 0, vjp: (g, { x }) => g.mul(x) },
    { says: "kept the logarithm as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
    {
      says: "divided by the logarithm instead of by its argument",
      input: 0,
      vjp: (g, { out }) => g.div(out),
    },
    { says: "put a minus sign before it", input: 0, vjp: (g, { x }) => g.div(x).neg() },
  ],
});

/** √x, so ∂/∂x = 1/(2√x). */
export const sqrt = defineOp({
  name: "SqrtBackward0",
  forward: (x) => entrywise(x, Math.sqrt),
  vjp: [(g, { out }) => g.div(out.mul(2))],
  slips: [
    { says: "forgot the constant factor of a square root", input: 0, vjp: (g, { out }) => g.div(out) },
    {
      says: "multiplied by the root instead of dividing by it",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(0.5),
    },
    {
      says: "used the constant factor of a square root upside down",
      input: 0,
      vjp: (g, { out }) => g.mul(2).div(out),
    },
    {
      says: "divided by what is under the root instead of by the root",
      input: 0,
      vjp: (g, { x }) => g.div(x.mul(2)),
    },
  ],
});

/** |x|, so ∂/∂x = sign x (0 at the kink, as in PyTorch). */
export const abs = defineOp({
  name: "AbsBackward0",
  forward: (x) => entrywise(x, Math.abs, x.dtype),
  vjp: [(g, { x }) => g.mul(x.sign())],
  slips: [
    {
      says: "took the absolute value itself where its slope is wanted",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    { says: "took what is inside the bars where its sign is wanted", input: 0, vjp: (g, { x }) => g.mul(x) },
    { says: "always took the slope of the left branch", input: 0, vjp: (g) => g.neg() },
  ],
});

/** −1, 0 or 1: flat, so its derivative is 0. */
export const sign = defineOp({
  name: "SignBackward0",
  forward: (x) => entrywise(x, Math.sign, x.dtype),
  vjp: [(g) => g.mul(0)],
  saves: false,
});

/** tanh x, so ∂/∂x = 1 − tanh² x. */
export const tanh = defineOp({
  name: "TanhBackward0",
  forward: (x) => entrywise(x, Math.tanh),
  vjp: [(g, { out }) => g.mul(out.mul(out).rsub(1))],
  slips: [
    { says: "forgot a square", input: 0, vjp: (g, { out }) => g.mul(out.rsub(1)) },
    { says: "used a plus where tanh has a minus", input: 0, vjp: (g, { out }) => g.mul(out.mul(out).add(1)) },
    {
      says: "used the input where the output belongs",
      input: 0,
      vjp: (g, { x }) => g.mul(x.mul(x).rsub(1)),
    },
    {
      says: "used the sigmoid's rule for tanh",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
    { says: "kept tanh as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
  ],
});

/** σ(x) = 1/(1 + e⁻ˣ), so ∂/∂x = σ(x)·(1 − σ(x)). */
export const sigmoid = defineOp({
  name: "SigmoidBackward0",
  forward: (x) => entrywise(x, (a) => 1 / (1 + Math.exp(-a))),
  vjp: [(g, { out }) => g.mul(out).mul(out.rsub(1))],
  slips: [
    {
      says: "kept the sigmoid as its own derivative",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      says: "kept one of the two factors of the sigmoid's derivative and left out the other",
      input: 0,
      vjp: (g, { out }) => g.mul(out.rsub(1)),
    },
    {
      says: "used the input where the output belongs",
      input: 0,
      vjp: (g, { x }) => g.mul(x).mul(x.rsub(1)),
    },
    {
      says: "used a plus where the sigmoid has a minus",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.add(1)),
    },
    { says: "used tanh's rule for the sigmoid", input: 0, vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)) },
    {
      says: "squared the output where two different factors belong",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out),
    },
  ],
});

/** x where another tensor is positive and 0 elsewhere, and so is its gradient: the rule of `relu`. */
export const positiveOnly: (x: Tensor, at: Tensor) => Tensor = defineOp({
  name: (_at: Tensor) => "ThresholdBackwardBackward0",
  forward: (x, at) => elementwise(x, at, gate),
  vjp: [(g, { at }): Tensor => positiveOnly(g, at)],
  slips: [{ says: "let the gradient through where nothing came from", input: 0, vjp: (g) => g }],
});

/** max(x, 0), so ∂/∂x = 1 for x > 0 and 0 otherwise. */
export const relu = defineOp({
  name: "ReluBackward0",
  forward: (x) => entrywise(x, rectifier, x.dtype),
  vjp: [(g, { out }) => positiveOnly(g, out.detach())],
  slips: [
    {
      says: "took the value of the rectifier where its slope is wanted",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      says: "let the gradient through on the negative side only",
      input: 0,
      vjp: (g, { x }) => g.mul(x.lt(0).to(g.dtype)),
    },
  ],
});

/** sin x, so ∂/∂x = cos x. */
export const sin = defineOp({
  name: "SinBackward0",
  forward: (x) => entrywise(x, Math.sin),
  vjp: [(g, { x }) => g.mul(x.cos())],
  slips: [{ says: "put a minus sign before it", input: 0, vjp: (g, { x }) => g.mul(x.cos()).neg() }],
});

/** cos x, so ∂/∂x = −sin x. */
export const cos = defineOp({
  name: "CosBackward0",
  forward: (x) => entrywise(x, Math.cos),
  vjp: [(g, { x }) => g.mul(x.sin()).neg()],
  slips: [{ says: "lost a minus sign", input: 0, vjp: (g, { x }) => g.mul(x.sin()) }],
});

/** eˣⁱ / Σⱼ eˣʲ along a dimension, by composition. The largest entry is subtracted first, so that nothing overflows. */
export function softmax(x: Tensor, dim: number): Tensor {
  const weights = x.sub(x.detach().amax(dim, true)).exp();
  return weights.div(weights.sum(dim, true));
}

/** xᵢ − ln Σⱼ eˣʲ along a dimension, by composition. */
export function logSoftmax(x: Tensor, dim: number): Tensor {
  const shifted = x.sub(x.detach().amax(dim, true));
  return shifted.sub(shifted.exp().sum(dim, true).log());
}
