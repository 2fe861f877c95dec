/** + − × ÷ and powers, entry by entry: the result has the shape that the operands are broadcast to. */
import { product, square, weightedSum } from "#autodiff/entry-links.ts";
import * as kernels from "#autodiff/kernels/elementwise.ts";
import type { Unary } from "#autodiff/kernels/elementwise.ts";
import { binding, infix, powerText, signed, type Notation } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { floating, mapBinary, mapUnary, unchanged, uniform } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { sameShape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/**
 * Whether two tensors are a number each in one shape and dtype, as in all of a scalar graph. The commonest operations compute
 * that on the spot: a call would take longer than they do.
 */
const areNumbers = (x: Tensor, y: Tensor): boolean =>
  typeof x.data === "number" && typeof y.data === "number" && x.shape === y.shape && x.dtype === y.dtype;

/** Whether an array x times y is x because y is 1 all over: the gradient that a sweep starts from, for one. */
const keeps = (x: Tensor, y: Tensor): boolean =>
  typeof x.data !== "number" &&
  y.data === 1 &&
  x.dtype === y.dtype &&
  (y.shape.length === 0 || sameShape(x.shape, y.shape));

/** x + y, so ∂/∂x = 1 and ∂/∂y = 1: the upstream gradient goes to both unchanged. */
export const add = defineOp({
  name: "add",
  torch: { name: "add", inPlace: true, numbers: "as tensors" },
  notation: infix(" + ", "+", ["1", "1"], binding.sum),
  elementwise: true,
  links: weightedSum(1, 1),
  forward: (x, y) =>
    areNumbers(x, y)
      ? uniform((x.data as number) + (y.data as number), x.shape, x.dtype)
      : mapBinary(x, y, kernels.sum),
  vjp: [(g) => g, (g) => g],
  saves: false,
});

/** x − y, so ∂/∂x = 1 and ∂/∂y = −1. */
export const sub = defineOp({
  name: "sub",
  gradFn: (reversed) => (reversed ? "RsubBackward1" : "SubBackward0"),
  params: { optional: "flag" },
  torch: { name: "sub", synonyms: ["subtract"], inPlace: true, numbers: "as tensors" },
  notation: infix(" - ", "−", ["1", "−1"], binding.sum, binding.product),
  elementwise: true,
  links: weightedSum(1, -1),
  forward: (x, y) => mapBinary(x, y, kernels.difference),
  vjp: [(g) => g, (g) => g.neg()],
  malRules: [
    { message: "lost the minus sign of what is subtracted", input: 1, vjp: (g) => g },
    { message: "put a minus sign before what is subtracted from", input: 0, vjp: (g) => g.neg() },
  ],
  saves: false,
});

/** x·y, so ∂/∂x = y and ∂/∂y = x: each factor's derivative is the other factor. */
export const mul = defineOp({
  name: "mul",
  torch: { name: "mul", synonyms: ["multiply"], inPlace: true, numbers: "as tensors" },
  notation: infix("*", "×", ["other", "other"], binding.product),
  elementwise: true,
  links: product,
  forward: (x, y) =>
    areNumbers(x, y)
      ? uniform((x.data as number) * (y.data as number), x.shape, x.dtype)
      : keeps(x, y)
        ? unchanged(x)
        : keeps(y, x)
          ? unchanged(y)
          : mapBinary(x, y, kernels.product),
  vjp: [(g, { y }) => g.mul(y), (g, { x }) => g.mul(x)],
  malRules: [
    {
      message: "kept the factor that moves",
      input: 0,
      vjp: (g, { x }) => g.mul(x),
    },
    {
      message: "kept the factor that moves",
      input: 1,
      vjp: (g, { y }) => g.mul(y),
    },
    {
      message: "kept the whole product",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "kept the whole product",
      input: 1,
      vjp: (g, { out }) => g.mul(out),
    },
  ],
});

/** x/y, so ∂/∂x = 1/y and ∂/∂y = −x/y². Integers give floats. */
export const div = defineOp({
  name: "div",
  torch: { name: "div", synonyms: ["divide", "true_divide"], inPlace: true, numbers: "as tensors" },
  notation: infix("/", "÷", ["1 / other", "−out / in"], binding.product, binding.sign),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, kernels.quotient, floating),
  vjp: [(g, { y }) => g.div(y), (g, { x, y }) => g.neg().mul(x.div(y).div(y))],
  malRules: [
    {
      message: "multiplied by the denominator",
      input: 0,
      vjp: (g, { y }) => g.mul(y),
    },
    {
      message: "lost the minus sign of a denominator's derivative",
      input: 1,
      vjp: (g, { x, y }) => g.mul(x).div(y.mul(y)),
    },
    { message: "did not square the denominator", input: 1, vjp: (g, { x, y }) => g.mul(x).div(y).neg() },
    { message: "left out the numerator", input: 1, vjp: (g, { y }) => g.div(y.mul(y)).neg() },
    { message: "treated the denominator like a numerator", input: 1, vjp: (g, { x }) => g.mul(x) },
  ],
});

/** −x, so ∂/∂x = −1. */
export const neg = defineOp({
  name: "neg",
  torch: {
    name: "neg",
    synonyms: ["negative"],
    inPlace: true,
  },
  refused: {
    bool: "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
  },
  notation: {
    form: { kind: "prefix", sign: "-", right: binding.sign, own: binding.sign },
    label: "−( )",
    local: ["−1"],
  },
  elementwise: true,
  forward: (x) => mapUnary(x, kernels.negative, x.dtype),
  vjp: [(g) => g.neg()],
  malRules: [{ message: "lost the minus sign", input: 0, vjp: (g) => g }],
  saves: false,
});

/** 1/x, so ∂/∂x = −1/x². */
export const reciprocal = defineOp({
  name: "reciprocal",
  torch: { name: "reciprocal", inPlace: true },
  notation: {
    form: { kind: "prefix", sign: "1/", right: binding.sign, own: binding.product },
    label: "1/( )",
    local: ["−out²"],
  },
  elementwise: true,
  forward: (x) => mapUnary(x, (a) => 1 / a),
  vjp: [(g, { out }) => g.mul(out).mul(out).neg()],
  malRules: [
    { message: "lost the minus sign", input: 0, vjp: (g, { out }) => g.mul(out).mul(out) },
    { message: "did not square the denominator", input: 0, vjp: (g, { out }) => g.mul(out).neg() },
    {
      message: "lost the minus sign and did not square the denominator",
      input: 0,
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "multiplied where there is a division",
      input: 0,
      vjp: (g, { x }) => g.mul(x).mul(x).neg(),
    },
    {
      message: "integrated instead of differentiating",
      input: 0,
      vjp: (g, { x }) => g.mul(x.abs().log()),
    },
  ],
});

const powerNotation: Notation = {
  form({ params }) {
    const exponent = params as number;
    return { kind: "suffix", sign: `**${exponent < 0 ? `(${exponent})` : exponent}`, own: binding.power };
  },
  label: ({ params }) => powerText("( )", params as number),
  local: [
    ({ params: n }) => (n === 1 ? "1" : `${signed(String(n))} × ${powerText("in", (n as number) - 1)}`),
  ],
};

/** Exponents for which PyTorch multiplies. */
const power = (n: number): Unary | ((a: number) => number) =>
  n === 2 ? kernels.square : n === 3 ? (a) => a * a * a : (a) => a ** n;

/** xⁿ for a constant n, so ∂/∂x = n·xⁿ⁻¹. For n = 2 the order makes no difference, and a g that is one number stays one. */
export const pow = defineOp({
  name: "pow",
  params: "number",
  notation: powerNotation,
  elementwise: true,
  links: square,
  forward: (x, n) =>
    n === 1
      ? unchanged(x)
      : mapUnary(x, power(n), Number.isInteger(n) && n >= 0 ? x.dtype : floating(x.dtype)),
  vjp: [
    (g, { x, params: n }) => (n === 2 ? g.mul(2).mul(x) : n === 0 ? g.mul(0) : g.mul(x.pow(n - 1).mul(n))),
  ],
  malRules: [
    {
      message: "did not bring the exponent down",
      input: 0,
      vjp: (g, { x, params: n }) => g.mul(x.pow(n - 1)),
    },
    {
      message: "kept the exponent as it was",
      input: 0,
      vjp: (g, { x, params: n }) => g.mul(x.pow(n)).mul(n),
    },
    {
      message: "raised the exponent",
      input: 0,
      vjp: (g, { x, params: n }) => g.mul(x.pow(n + 1)).mul(n),
    },
    {
      message: "lowered the exponent before bringing it down",
      input: 0,
      vjp: (g, { x, params: n }) => g.mul(x.pow(n - 1)).mul(n - 1),
    },
    {
      message: "brought the exponent down but dropped the power",
      input: 0,
      vjp: (g, { params: n }) => g.mul(n),
    },
    {
      message: "integrated instead of differentiating",
      input: 0,
      vjp: (g, { x, params: n }) => (n === -1 ? g.mul(x.abs().log()) : g.mul(x.pow(n + 1)).div(n + 1)),
    },
  ],
});

/** xʸ, so ∂/∂x = y·xʸ⁻¹ and ∂/∂y = xʸ·ln x. */
export const powTensor = defineOp({
  name: "powTensor",
  gradFn: "PowBackward1",
  torch: { name: "pow", inPlace: true, numbers: "as tensors" },
  notation: infix(
    "**",
    "^",
    ["exponent × base^(exponent − 1)", "out × log base"],
    binding.power,
    binding.sign,
    binding.whole,
  ),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, (a, b) => a ** b),
  vjp: [
    (g, { x, y }) => g.mul(y).mul(x.pow(y.sub(1))),
    (g, { x, y, out }) => g.mul(out).mul(where(x.ne(0).logicalOr(y.lt(0)), x.log(), x.mul(0))),
  ],
  malRules: [
    { message: "forgot the exponent as a factor", input: 0, vjp: (g, { x, y }) => g.mul(x.pow(y.sub(1))) },
    { message: "forgot the logarithm of the base", input: 1, vjp: (g, { out }) => g.mul(out) },
    {
      message: "treated the exponent like a base",
      input: 1,
      vjp: (g, { x, y }) => g.mul(y).mul(x.pow(y.sub(1))),
    },
  ],
});
