/**
 * A reverse-mode automatic differentiation engine with PyTorch's semantics.
 *
 *     const x = tensor(3, { requiresGrad: true });
 *     x.pow(2).sub(10).pow(2).backward();
 *     x.grad; // tensor(-12.)
 *
 * What is exported here is its public API; `content/engine.mdx` shows it at work. To read the code in the order in which one
 * would teach it: `dtype`, `shape`, `kernels/`, `tensor`, `methods/`, `operation`, `operations/`, `backward`, `versions`, `creation`,
 * `random`, `print`.
 */

// Tensor first: it and the operations refer to each other, and this order lets each find the other defined.
export { Tensor, type NestedNumbers } from "#autodiff/tensor.ts";

// Gradients
export type { GradientHook } from "#autodiff/autograd-meta.ts";
export {
  grad,
  unbroadcast,
  type BackwardOptions,
  type EdgeHook,
  type GradOptions,
} from "#autodiff/backward.ts";
export { enableGrad, isGradEnabled, noGrad, setGradEnabled, withGradMode } from "#autodiff/grad-mode.ts";

// Tensors made from numbers, shapes and random streams
export * from "#autodiff/creation.ts";
export { manualSeed } from "#autodiff/random.ts";

// Operations that are not methods
export { cat, stack, tensordot, where } from "#autodiff/operations/index.ts";

// Operations of your own, and the graph
export {
  defineListOp,
  defineOp,
  Node,
  ruleFor,
  type Applied,
  type Operation,
  type MalRule,
  type Vjp,
} from "#autodiff/operation.ts";

// Types, shapes, errors
export { isFloating, type DType, type Storage } from "#autodiff/dtype.ts";
export { formatShape, sameShape, type Shape } from "#autodiff/shape.ts";
export { EngineError, type ErrorName } from "#autodiff/errors.ts";
export { call } from "#autodiff/notation.ts";
