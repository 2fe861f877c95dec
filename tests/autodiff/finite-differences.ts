import { fromEntries, grad, type Tensor } from "#autodiff/index.ts";

/** Central differences of a scalar function in every entry of one of its inputs, to about ten digits. */
export function centralDifferences(
  f: (inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  which: number,
): number[] {
  const entries = inputs[which]!.entries();
  return entries.map((entry, i) => {
    const step = 1e-4 * Math.max(1, Math.abs(entry));
    const at = (offset: number) => {
      const moved = fromEntries(entries.with(i, entry + offset * step), inputs[which]!.shape);
      return f(inputs.map((input, j) => (j === which ? moved : input.detach()))).item();
    };
    // The five-point stencil: its error is of order step⁴.
    return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * step);
  });
}

/** The engine's gradients of a scalar function, zeros where it does not depend on an input. */
export function engineGradients(f: (inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): number[][] {
  const result = f([...inputs]);
  if (!result.requiresGrad) return inputs.map((input) => input.entries().map(() => 0));
  return grad(result, inputs, { allowUnused: true }).map(
    (gradient, i) => gradient?.entries().slice() ?? inputs[i]!.entries().map(() => 0),
  );
}

/** The largest difference between two lists, relative to the largest entry (or 1). */
export function relativeError(a: readonly number[], b: readonly number[]): number {
  const scale = Math.max(1, ...a.map(Math.abs), ...b.map(Math.abs));
  return Math.max(0, ...a.map((value, i) => Math.abs(value - b[i]!))) / scale;
}
