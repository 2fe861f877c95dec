import { noKernel } from "#autodiff/torch-forms.ts";
import { mostEntries } from "#autodiff/shape.ts";
import { call } from "#autodiff/notation.ts";
import { gate, rectifier } from "#autodiff/kernels/entrywise.ts";
import { defineOp } from "#autodiff/operation.ts";
import { elementwise, entrywise } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** eˣ, its own derivative. */
export const exp = defineOp({
  name: "exp",
  torch: { name: "exp", inPlace: true },
  notation: call("exp", ["out"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.exp),
  vjp: [(g, { out }) => g.mul(out)],
  malRules: [
    {
      message: "treated the exponential like a power, bringing its exponent down",
      input: 0,
      vjp: (g, { x }) => g.mul(x).mul(x.sub(1).exp()),
    },
    { message: "took the exponent in place of the exponential", input: 0, vjp: (g, { x }) => g.mul(x) },
  ],
});

/** ln x, so ∂/∂x = 1/x. */
export const log = defineOp({
  name: "log",
  torch: { name: "log", inPlace: true },
  notation: call("log", ["1 / in"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.log),
  vjp: [(g, { x }) => g.div(x)],
  malRules: [
    {
      message: "multiplied by the argument instead of dividing by it",
      input: 0,
      vjp: (g, { x }) => g.mul(x),
    },
    { message: "kept the logarithm as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
    {
      message: "divided by the logarithm instead of by its argument",
      input: 0,
      vjp: (g, { out }) => g.div(out),
    },
    { message: "put a minus sign before it", input: 0, vjp: (g, { x }) => g.div(x).neg() },
  ],
});

/** √x, so ∂/∂x = 1/(2√x). */
export const sqrt = defineOp({
  name: "sqrt",
  torch: { name: "sqrt", inPlace: true },
  notation: call("sqrt", ["1 / (2 × out)"], "√"),
  elementwise: true,
  forward: (x) => entrywise(x, Math.sqrt),
  vjp: [(g, { out }) => g.div(out.mul(2))],
  malRules: [
    { message: "forgot the constant factor of a square root", input: 0, vjp: (g, { out }) => g.div(out) },
    {
      message: "multiplied by the root instead of dividing by it",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(0.5),
    },
    {
      message: "used the constant factor of a square root upside down",
      input: 0,
      vjp: (g, { out }) => g.mul(2).div(out),
    },
    {
      message: "divided by what is under the root instead of by the root",
      input: 0,
      vjp: (g, { x }) => g.div(x.mul(2)),
    },
  ],
});

/** |x|, so ∂/∂x = sign x (0 at the kink, as in PyTorch). */
export const abs = defineOp({
  name: "abs",
  torch: {
    name: "abs",
    synonyms: ["absolute"],
    inPlace: true,
    refused: { bool: noKernel("abs_cpu", "Bool") },
  },
  notation: call("abs", ["the sign of in"], "| |"),
  elementwise: true,
  forward: (x) => entrywise(x, Math.abs, x.dtype),
  vjp: [(g, { x }) => g.mul(x.sign())],
  malRules: [
    {
      message: "took the absolute value itself where its slope is wanted",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "took what is inside the bars where its sign is wanted",
      input: 0,
      vjp: (g, { x }) => g.mul(x),
    },
    { message: "always took the slope of the left branch", input: 0, vjp: (g) => g.neg() },
  ],
});

/** −1, 0 or 1: flat, so its derivative is 0. */
export const sign = defineOp({
  name: "sign",
  torch: { name: "sign", inPlace: true },
  notation: call("sign", ["0"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.sign, x.dtype),
  vjp: [(g) => g.mul(0)],
  saves: false,
});

/** tanh x, so ∂/∂x = 1 − tanh² x. */
export const tanh = defineOp({
  name: "tanh",
  torch: { name: "tanh", inPlace: true },
  notation: call("tanh", ["1 − out²"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.tanh),
  vjp: [(g, { out }) => g.mul(out.mul(out).rsub(1))],
  malRules: [
    { message: "forgot a square", input: 0, vjp: (g, { out }) => g.mul(out.rsub(1)) },
    {
      message: "used a plus where tanh has a minus",
      input: 0,
      vjp: (g, { out }) => g.mul(out.mul(out).add(1)),
    },
    {
      message: "used the input where the output belongs",
      input: 0,
      vjp: (g, { x }) => g.mul(x.mul(x).rsub(1)),
    },
    {
      message: "used the sigmoid's rule for tanh",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.rsub(1)),
    },
    { message: "kept tanh as its own derivative", input: 0, vjp: (g, { out }) => g.mul(out) },
  ],
});

/** σ(x) = 1/(1 + e⁻ˣ), so ∂/∂x = σ(x)·(1 − σ(x)). */
export const sigmoid = defineOp({
  name: "sigmoid",
  torch: { name: "sigmoid", special: "expit", inPlace: true },
  notation: call("sigmoid", ["out × (1 − out)"], "σ"),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => 1 / (1 + Math.exp(-a))),
  vjp: [(g, { out }) => g.mul(out).mul(out.rsub(1))],
  malRules: [
    {
      message: "kept the sigmoid as its own derivative",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "kept one of the two factors of the sigmoid's derivative and left out the other",
      input: 0,
      vjp: (g, { out }) => g.mul(out.rsub(1)),
    },
    {
      message: "used the input where the output belongs",
      input: 0,
      vjp: (g, { x }) => g.mul(x).mul(x.rsub(1)),
    },
    {
      message: "used a plus where the sigmoid has a minus",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out.add(1)),
    },
    {
      message: "used tanh's rule for the sigmoid",
      input: 0,
      vjp: (g, { out }) => g.mul(out.mul(out).rsub(1)),
    },
    {
      message: "squared the output where two different factors belong",
      input: 0,
      vjp: (g, { out }) => g.mul(out).mul(out),
    },
  ],
});

/** x where another tensor is positive and 0 elsewhere, and so is its gradient: the rule of `relu`. */
export const positiveOnly: (x: Tensor, params: Tensor) => Tensor = defineOp({
  name: "positiveOnly",
  gradFn: "ThresholdBackwardBackward0",
  params: "tensor",
  notation: call("positive_only", ["1 where the other is positive, else 0"]),
  elementwise: true,
  entries: ([x], gates) => mostEntries([x!.shape, gates.shape]),
  forward: (x, params) => elementwise(x, params, gate),
  vjp: [(g, { params }): Tensor => positiveOnly(g, params)],
  malRules: [{ message: "let the gradient through where nothing came from", input: 0, vjp: (g) => g }],
});

/** max(x, 0), so ∂/∂x = 1 for x > 0 and 0 otherwise. */
export const relu = defineOp({
  name: "relu",
  torch: { name: "relu", inPlace: true, refused: { bool: "Boolean inputs not supported for relu" } },
  notation: call("relu", ["1 where in > 0, else 0"]),
  elementwise: true,
  forward: (x) => entrywise(x, rectifier, x.dtype),
  vjp: [(g, { out }) => positiveOnly(g, out.detach())],
  malRules: [
    {
      message: "took the value of the rectifier where its slope is wanted",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "let the gradient through on the negative side only",
      input: 0,
      vjp: (g, { x }) => g.mul(x.lt(0).to(g.dtype)),
    },
  ],
});

/** sin x, so ∂/∂x = cos x. */
export const sin = defineOp({
  name: "sin",
  torch: { name: "sin", inPlace: true },
  notation: call("sin", ["cos in"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.sin),
  vjp: [(g, { x }) => g.mul(x.cos())],
  malRules: [{ message: "put a minus sign before it", input: 0, vjp: (g, { x }) => g.mul(x.cos()).neg() }],
});

/** cos x, so ∂/∂x = −sin x. */
export const cos = defineOp({
  name: "cos",
  torch: { name: "cos", inPlace: true },
  notation: call("cos", ["−sin in"]),
  elementwise: true,
  forward: (x) => entrywise(x, Math.cos),
  vjp: [(g, { x }) => g.mul(x.sin()).neg()],
  malRules: [{ message: "lost a minus sign", input: 0, vjp: (g, { x }) => g.mul(x.sin()) }],
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
