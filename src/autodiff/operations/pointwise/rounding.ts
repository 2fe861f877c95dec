/** Size, sign, and steps: flat everywhere but at their jumps, so that their derivative is 0. And what division leaves over. */
import { pointwise } from "#autodiff/operations/pointwise/pointwise.ts";
import { isFloating } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { floating, mapBinary } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import type { Tensor } from "#autodiff/tensor.ts";
import { floatsOnly, noKernel } from "#autodiff/torch-forms.ts";

/** |x|, so ∂/∂x = sign x (0 at the kink, as in PyTorch). */
export const abs = pointwise({
  name: "abs",
  f: Math.abs,
  keepsIntegers: true,
  local: "the sign of in",
  label: "| |",
  torch: { synonyms: ["absolute"] },
  refused: { bool: noKernel("abs_cpu", "bool") },
  vjp: (g, { x }) => g.mul(x.sign()),
  malRules: [
    {
      message: "took the absolute value for its slope",
      vjp: (g, { out }) => g.mul(out),
    },
    {
      message: "took what is inside the bars for their slope",
      vjp: (g, { x }) => g.mul(x),
    },
    { message: "always took the slope of the left branch", vjp: (g) => g.neg() },
  ],
});

/** −1, 0 or 1: flat, so its derivative is 0. */
export const sign = pointwise({
  name: "sign",
  f: Math.sign,
  keepsIntegers: true,
  local: "0",
  vjp: (g) => g.mul(0),
  saves: false,
});

const step = (name: string, f: (x: number) => number, synonyms: readonly string[] = []) =>
  pointwise({
    name,
    f,
    keepsIntegers: true,
    local: "0",
    torch: { synonyms },
    refused: { bool: noKernel(`${name}_vml_cpu`, "bool") },
    vjp: (g) => g.mul(0),
    saves: false,
  });

/** A half goes to the even neighbour. */
function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/** ⌊x⌋ */
export const floor = step("floor", Math.floor);

/** ⌈x⌉ */
export const ceil = step("ceil", Math.ceil);

/** The nearest integer, of two the even one. */
export const round = step("round", roundHalfToEven);

/** The integer part: ⌊x⌋ for x > 0, ⌈x⌉ otherwise. */
export const trunc = step("trunc", Math.trunc, ["fix"]);

/** Throws PyTorch's RuntimeError where neither tensor is of floats and y holds a 0: integers have no infinity. */
export function refuseZero(x: Tensor, y: Tensor): void {
  if (isFloating(x.dtype) || isFloating(y.dtype)) return;
  if (y.entries().includes(0)) throw new EngineError("RuntimeError", "ZeroDivisionError");
}

/** What lies behind the point: x − trunc x, so ∂/∂x = 1. */
export const frac = pointwise({
  name: "frac",
  f: (a) => a - Math.trunc(a),
  keepsIntegers: true,
  local: "1",
  refused: floatsOnly("frac_cpu"),
  vjp: (g) => g,
  malRules: [{ message: "took the derivative of the whole part, which is 0", vjp: (g) => g.mul(0) }],
  saves: false,
});

const withoutRule = (name: string) => (): never => {
  throw new EngineError("RuntimeError", `derivative for aten::${name} is not implemented`);
};

/** ⌊x/y⌋, a step too. Throws a RuntimeError for integers divided by 0, and on the way back, for PyTorch has no rule for it. */
export const floorDivide = defineOp({
  name: "floorDivide",
  gradFn: "NotImplemented",
  torch: { name: "floor_divide", inPlace: true, numbers: "as tensors" },
  notation: call("floor_divide", []),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return mapBinary(x, y, floorQuotient);
  },
  vjp: [withoutRule("floor_divide"), withoutRule("floor_divide")],
  saves: false,
});

/** What a division by b leaves over, with the sign of b. */
export function modulo(a: number, b: number): number {
  const left = a % b;
  return left !== 0 && left < 0 !== b < 0 ? left + b : left;
}

/** ⌊a/b⌋ from what is left over, for a/b itself may have been rounded up to a whole number: ⌊7/−1.4⌋ is −6. */
export function floorQuotient(a: number, b: number): number {
  if (b === 0) return a / b;
  const left = a % b;
  const quotient = (a - left) / b - (left !== 0 && b < 0 !== left < 0 ? 1 : 0);
  const below = Math.floor(quotient);
  return quotient - below > 0.5 ? below + 1 : below;
}

/** x − y·⌊x/y⌋, with the sign of y, so ∂/∂x = 1 and ∂/∂y = −⌊x/y⌋. Throws a RuntimeError for integers divided by 0. */
export const remainder = defineOp({
  name: "remainder",
  gradFn: (ofNumber) => (ofNumber ? "RemainderBackward0" : "RemainderBackward1"),
  params: { optional: "flag" },
  torch: { name: "remainder", inPlace: true, numbers: "told apart" },
  notation: call("remainder", ["1", "−⌊other / in⌋"]),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return mapBinary(x, y, modulo);
  },
  vjp: [(g) => g, (g, { x, y }) => g.mul(floorDivide(x.detach(), y.detach())).neg()],
});

/** x − y·trunc(x/y), with the sign of x, so ∂/∂x = 1 and ∂/∂y = −trunc(x/y). Throws a RuntimeError for integers divided by 0. */
export const fmod = defineOp({
  name: "fmod",
  gradFn: (ofNumber) => (ofNumber ? "FmodBackward0" : "FmodBackward1"),
  params: { optional: "flag" },
  torch: { name: "fmod", inPlace: true, numbers: "told apart" },
  notation: call("fmod", ["1", "−trunc(other / in)"]),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return mapBinary(x, y, (a, b) => a % b);
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
    mapBinary(x, y, (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)), floating),
  vjp: [
    (g, { x, out }) => {
      const zero = x.eq(0);
      return where(zero, g.mul(0), g.mul(out.detach().div(where(zero, x.detach().add(1), x.detach()))));
    },
    (g) => g.mul(0),
  ],
});
