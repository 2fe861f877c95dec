/** The truth about a case, and what it becomes when steps of the backward sweep are bent. */
import { grad, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import type { Exercise } from "#exercise/index.ts";
import { asTensors, type Case } from "#grader/cases.ts";
import { bending, type Bend } from "#graph/bend.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** The forward computation of one case, ready to be swept back any number of times. */
export interface Derivation {
  inputs: Readonly<Record<string, Tensor>>;
  value: Tensor;
  /** The graph, in the order of computation: node i of one case is node i of every case. */
  nodes: readonly Node[];
}

export function derive(exercise: Exercise, { inputs }: Case): Derivation {
  const tensors = asTensors(inputs);
  const value = exercise.forward(tensors);
  return { inputs: tensors, value, nodes: nodesBehind(value) };
}

/** The gradient of the value with respect to one input: the true one, or with mistakes made. Zeros where nothing flows. */
export function gradientOf(
  { inputs, value, nodes }: Derivation,
  wrt: string,
  bends: readonly Bend[] = [],
): Tensor {
  const input = inputs[wrt]!;
  const [gradient] = grad(value, [input], {
    retainGraph: true,
    allowUnused: true,
    ...(bends.length > 0 && { edge: bending(nodes, bends) }),
  });
  return gradient ?? zeros(input.shape, { dtype: "float64" });
}
