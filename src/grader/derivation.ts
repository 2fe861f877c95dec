/** The truth about a case, and what it becomes when steps of the backward sweep are bent. */
import { EngineError, grad, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import { runForward, type Exercise } from "#exercise/index.ts";
import { asTensors, type Case } from "#grader/cases.ts";
import type { Numbers } from "#grader/compare.ts";
import { bending, type Bend } from "#graph/bend.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** The forward computation of one case, ready to be swept back any number of times. */
export interface Derivation {
  inputs: Readonly<Record<string, Tensor>>;
  /** The steps that have a name. */
  names: ReadonlyMap<Tensor, string>;
  value: Tensor;
  /** The graph, in the order of computation. */
  nodes: readonly Node[];
}

/** Runs `forward` on a case, in float64. */
export function derive(exercise: Exercise, { inputs }: Case): Derivation {
  const tensors = asTensors(inputs);
  const { value, names } = runForward(exercise, tensors);
  return { inputs: tensors, names, value, nodes: nodesBehind(value) };
}

/** The gradient of the value with respect to one input: the true one, or with mistakes made. Zeros where nothing flows. */
export function gradientOf(
  { inputs, value, nodes }: Derivation,
  wrt: string,
  bends: readonly Bend[] = [],
): Tensor {
  const input = inputs[wrt]!;
  if (!value.requiresGrad) return zeros(input.shape, { dtype: "float64" });
  const [gradient] = grad(value, [input], {
    retainGraph: true,
    allowUnused: true,
    ...(bends.length > 0 && { edge: bending(nodes, bends) }),
  });
  return gradient ?? zeros(input.shape, { dtype: "float64" });
}

/** A tensor's shape and its entries, row-major. */
export const numbers = (tensor: Tensor): Numbers => ({ shape: tensor.shape, data: tensor.entries() });

/** The true gradients of one output, one per case. */
export const truths = (derivations: readonly Derivation[], wrt: string): Numbers[] =>
  derivations.map((derivation) => numbers(gradientOf(derivation, wrt)));

/**
 * The gradient with mistakes made, or null where their shapes don't let the sweep go on, which is an EngineError. Throws any
 * other error.
 */
export function bentGradient(derivation: Derivation, wrt: string, bends: readonly Bend[]): Numbers | null {
  try {
    return numbers(gradientOf(derivation, wrt, bends));
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
