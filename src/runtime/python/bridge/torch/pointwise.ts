/** What Python's `torch` calls entry by entry, where that doesn't follow from the table of operations. */
import { defaultFloat } from "#autodiff/dtype.ts";
import { EngineError, isFloating, where, type Tensor } from "#autodiff/index.ts";
import * as operations from "#autodiff/operations/index.ts";
import { noKernel } from "#autodiff/torch-forms.ts";
import type { Operand } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { asTensor, binary, lift } from "#runtime/python/bridge/torch/lift.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** With the operands the other way round, as Python's reflected operators want it. */
const reflected = (f: (x: Tensor, y: Tensor) => Tensor) => binary((x, y) => f(y, x));

/** A difference; of truth values there is none. */
const difference =
  (f: (x: Tensor, y: Tensor) => Tensor) =>
  (x: Tensor, y: Tensor): Tensor => {
    if (x.dtype !== "bool" && y.dtype !== "bool") return f(x, y);
    throw new EngineError(
      "RuntimeError",
      x.dtype === y.dtype
        ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."
        : "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
    );
  };

/** A function of two tensors that PyTorch refuses for two of truth values. */
const refusingTruths =
  (kernel: string, f: (x: Tensor, y: Tensor) => Tensor) =>
  (x: Tensor, y: Tensor): Tensor => {
    if (x.dtype !== "bool" || y.dtype !== "bool") return f(x, y);
    throw new EngineError("RuntimeError", noKernel(kernel, "bool"));
  };

/** Integers stay integers, even where the exponent is negative. */
const power = refusingTruths("pow", (x, y) => {
  const result = operations.powTensor(x, y);
  return isFloating(result.dtype) ? result : result.converted("int64");
});

function pow(x: Variable, exponent: Operand, isFloat: boolean | null): Variable {
  const base = x.value;
  if (exponent instanceof Variable) return new Variable(power(base, exponent.value));
  if (isFloating(base.dtype)) return new Variable(base.pow(exponent));
  if (base.dtype === "bool" && isFloat === null)
    return new Variable(power(base, asTensor(base, exponent, null)));
  if (base.dtype === "bool" && !isFloat) return pow(new Variable(base.to("int64")), exponent, isFloat);
  if (isFloat) return new Variable(base.to(defaultFloat()).pow(exponent));
  if (exponent < 0) {
    throw new EngineError("RuntimeError", "Integers to negative integer powers are not allowed.");
  }
  return new Variable(base.pow(exponent));
}

/** A function along a dimension that PyTorch has another kernel for if that is the last. */
const alongDim =
  (name: string, f: (x: Tensor, dim: number) => Tensor) =>
  (x: Tensor, dim: number): Tensor => {
    if (isFloating(x.dtype)) return f(x, dim);
    const isLast = dim === -1 || dim >= x.dim - 1;
    throw new EngineError(
      "RuntimeError",
      noKernel(isLast ? `${name}_lastdim_kernel_impl` : "softmax_kernel_impl", x.dtype),
    );
  };

export const pointwiseCalls = {
  sub: binary(difference((x, y) => x.sub(y))),
  rsub: binary(difference((x, y) => x.rsub(y))),
  sub_scaled: lift((x: Tensor, y: Tensor, factor: number) =>
    difference((a, b) => operations.subScaled([a, b], factor))(x, y),
  ),
  rdiv: binary((x, y) => x.rdiv(y)),
  pow,
  rpow: reflected(power),
  square: (x: Variable) => pow(x, 2, false),
  floor_divide: binary(refusingTruths("div_floor_cpu", operations.floorDivide)),
  rfloor_divide: reflected((x, y) => operations.floorDivide(x, y)),
  rremainder: reflected((x, y) => operations.remainder(x, y)),
  lerp: lift((x: Tensor, y: Tensor, w: Tensor | number) =>
    typeof w === "number" ? operations.lerpBy([x, y], w) : operations.lerp([x, y, w], undefined),
  ),
  where: lift(where),
  softmax: lift(alongDim("softmax", operations.softmax)),
  log_softmax: lift(alongDim("log_softmax", operations.logSoftmax)),
} satisfies Record<string, Call>;
