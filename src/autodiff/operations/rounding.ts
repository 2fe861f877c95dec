/** Steps: flat everywhere but at their jumps, so that their derivative is 0. And what division leaves over. */
import { noKernel } from "#autodiff/torch-forms.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { elementwise, entrywise } from "#autodiff/operations/arithmetic.ts";
import { EngineError } from "#autodiff/errors.ts";
import { isFloating } from "#autodiff/dtype.ts";
import type { Tensor } from "#autodiff/tensor.ts";

const step = (name: string, gradFn: string, f: (x: number) => number, synonyms: string[] = []) =>
  defineOp({
    name,
    gradFn,
    torch: { name, synonyms, inPlace: true, refused: { bool: noKernel(`${name}_vml_cpu`, "Bool") } },
    notation: call(name, ["0"]),
    elementwise: true,
    forward: (x) => entrywise(x, f, x.dtype),
    vjp: [(g) => g.mul(0)],
    saves: false,
  });

/** A half goes to the even neighbour. */
function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

export const floor = step("floor", "FloorBackward0", Math.floor);
export const ceil = step("ceil", "CeilBackward0", Math.ceil);
export const round = step("round", "RoundBackward0", roundHalfToEven);
export const trunc = step("trunc", "TruncBackward0", Math.trunc, ["fix"]);

/** Whole numbers have no infinity to divide 0 to. */
export function refuseZero(x: Tensor, y: Tensor): void {
  if (isFloating(x.dtype) || isFloating(y.dtype)) return;
  if (y.entries().includes(0)) throw new EngineError("RuntimeError", "ZeroDivisionError");
}

/** What lies behind the point: x − trunc x, so ∂/∂x = 1. */
export const frac = defineOp({
  name: "frac",
  torch: {
    name: "frac",
    inPlace: true,
    refused: { bool: noKernel("frac_cpu", "Bool"), int64: noKernel("frac_cpu", "Long") },
  },
  notation: call("frac", ["1"]),
  elementwise: true,
  forward: (x) => entrywise(x, (a) => a - Math.trunc(a), x.dtype),
  vjp: [(g) => g],
  malRules: [
    { message: "took the derivative of the whole part, which is 0", input: 0, vjp: (g) => g.mul(0) },
  ],
  saves: false,
});

const withoutRule = (name: string) => (): never => {
  throw new EngineError("RuntimeError", `derivative for aten::${name} is not implemented`);
};

/** ⌊x/y⌋, a step too; PyTorch has no rule for it. */
export const floorDivide = defineOp({
  name: "floorDivide",
  gradFn: "NotImplemented",
  torch: { name: "floor_divide", inPlace: true, numbers: "as tensors" },
  notation: call("floor_divide", []),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return elementwise(x, y, floorQuotient);
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

/** x − y·⌊x/y⌋, with the sign of y, so ∂/∂x = 1 and ∂/∂y = −⌊x/y⌋. */
export const remainder = defineOp({
  name: "remainder",
  gradFn: (ofNumber) => (ofNumber ? "RemainderBackward0" : "RemainderBackward1"),
  params: { optional: "flag" },
  torch: { name: "remainder", inPlace: true, numbers: "told apart" },
  notation: call("remainder", ["1", "−⌊other / in⌋"]),
  elementwise: true,
  forward: (x, y) => {
    refuseZero(x, y);
    return elementwise(x, y, modulo);
  },
  vjp: [(g) => g, (g, { x, y }) => g.mul(floorDivide(x.detach(), y.detach())).neg()],
});
