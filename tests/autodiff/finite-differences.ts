/** Derivatives of a scalar function along a line, by the engine and by differences. */
import { fromEntries, grad, tensor, type Tensor } from "#autodiff/index.ts";

export type ScalarFunction = (inputs: readonly Tensor[]) => Tensor;

/** Σ vᵢ·∂f/∂xᵢ, the derivative of f in the direction v, by the engine; it can be differentiated again. */
export const slopeAlong =
  (direction: readonly Tensor[], f: ScalarFunction): ScalarFunction =>
  (inputs) => {
    const result = f(inputs);
    if (!result.requiresGrad) return tensor(0, { dtype: "float64" });
    return grad(result, inputs, { createGraph: true, allowUnused: true })
      .map((gradient, i) => (gradient === null ? null : gradient.mul(direction[i]!).sum()))
      .filter((part) => part !== null)
      .reduce((a, b) => a.add(b));
  };

/** The same by the five-point stencil, whose error is of order step⁴. */
export function differenceAlong(
  direction: readonly Tensor[],
  f: ScalarFunction,
  inputs: readonly Tensor[],
  step = 1e-3,
): number {
  const at = (steps: number): number =>
    f(
      inputs.map((input, i) => {
        const { shape } = input;
        const entries = input.entries();
        const moves = direction[i]!.entries();
        return fromEntries(
          entries.map((entry, k) => entry + steps * step * moves[k]!),
          shape,
          { requiresGrad: true },
        );
      }),
    ).item();
  return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * step);
}

/** The difference of two numbers, relative to the larger one or to `scale`. */
export const relativeError = (a: number, b: number, scale = 1): number =>
  Math.abs(a - b) / Math.max(scale, Math.abs(a), Math.abs(b));
