import type { Tensor } from "#autodiff/index.ts";
import type { ExerciseDefinition } from "#exercise/exercise.ts";

/** A run of an exercise's `forward`. */
export interface ForwardResult {
  value: Tensor;
  /** The steps that `forward` gave a name to. */
  names: ReadonlyMap<Tensor, string>;
}

/** Runs `forward` on tensors by the inputs' names. */
export function runForward(
  { forward }: Pick<ExerciseDefinition, "forward">,
  inputs: Readonly<Record<string, Tensor>>,
): ForwardResult {
  const names = new Map<Tensor, string>();
  const value = forward(inputs, (name, step) => {
    names.set(step, name);
    return step;
  });
  return { value, names };
}
