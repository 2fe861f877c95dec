/** The truth about a case, and what it becomes when one step of the backward sweep is bent. */
import { grad, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import type { Exercise } from "#exercise/index.ts";
import { asTensors, type Case } from "#grader/cases.ts";

/** The forward computation of one case, ready to be swept back any number of times. */
export interface Derivation {
  inputs: Readonly<Record<string, Tensor>>;
  value: Tensor;
  /** The graph, in the order of computation: node i of one case is node i of every case. */
  nodes: readonly Node[];
}

/** A change to one edge of the sweep: what flows back into input `input` of node `node`; null for nothing. */
export interface Bend {
  node: number;
  input: number;
  change: (upstream: Tensor, node: Node, contribution: Tensor) => Tensor | null;
}

export function derive(exercise: Exercise, { inputs }: Case): Derivation {
  const tensors = asTensors(inputs);
  const value = exercise.forward(tensors);
  const nodes = new Set<Node>();
  const toVisit = [value];
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    if (!next.node || nodes.has(next.node)) continue;
    nodes.add(next.node);
    toVisit.push(...next.node.inputs);
  }
  return { inputs: tensors, value, nodes: [...nodes].sort((a, b) => a.id - b.id) };
}

/** The gradient of the value with respect to one input: the true one, or with one edge bent. Zeros where nothing flows. */
export function gradientOf({ inputs, value, nodes }: Derivation, wrt: string, bend?: Bend): Tensor {
  const input = inputs[wrt]!;
  const bent = bend && nodes[bend.node];
  const [gradient] = grad(value, [input], {
    retainGraph: true,
    allowUnused: true,
    ...(bend && {
      edge: (node, index, upstream, contribution) =>
        node === bent && index === bend.input ? bend.change(upstream, node, contribution) : contribution,
    }),
  });
  return gradient ?? zeros(input.shape, { dtype: "float64" });
}
