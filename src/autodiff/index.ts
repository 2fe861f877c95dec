/**
 * A reverse-mode automatic differentiation engine with PyTorch's semantics.
 *
 *     const x = tensor(3, { requiresGrad: true });
 *     x.pow(2).sub(10).pow(2).backward();
 *     x.grad; // tensor(-12.)
 *
 * To read it in the order in which one would teach it: `dtype`, `shape`, `kernels`, `tensor`, `operation`, `operations/`,
 * `backward`, `creation`, `random`, `print`.
 */
// Tensor first: it and the operations refer to each other, and this order lets each find the other defined.
export { Tensor, type GradientHook, type NestedNumbers } from "#autodiff/tensor.ts";
export {
  grad,
  unbroadcast,
  type BackwardOptions,
  type EdgeHook,
  type GradOptions,
} from "#autodiff/backward.ts";
export * from "#autodiff/creation.ts";
export { isFloating, type DType } from "#autodiff/dtype.ts";
export { EngineError, type ErrorName } from "#autodiff/errors.ts";
export { enableGrad, isGradEnabled, noGrad, setGradEnabled, withGradMode } from "#autodiff/grad-mode.ts";
export { defineOp, Node, type Operation, type Slip, type Vjp } from "#autodiff/operation.ts";
export { where } from "#autodiff/operations/arithmetic.ts";
export { tensordot } from "#autodiff/operations/linear-algebra.ts";
export { cat, stack } from "#autodiff/operations/shaping.ts";
export { manualSeed } from "#autodiff/random.ts";
export { formatShape, sameShape, type Shape } from "#autodiff/shape.ts";
