/** The backward sweep, written out so that what flows back over each edge can be something else than it should. */
import { noGrad, ones, ruleFor, unbroadcast, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import type { Numbers } from "#grader/compare.ts";
import { numbers, type ForwardRun } from "#grader/forward-run.ts";

/** What flows back over the edge into an input of a node; null for nothing. */
export type Contribution = (node: Node, input: number, upstream: Tensor) => Tensor | null;

/** What flows back by an operation's own rule, before it is summed over the axes along which the input was repeated. */
export const unreduced: Contribution = (node, input, upstream) =>
  ruleFor(node.operation, input)(upstream, node);

/** What flows back by the chain rule. */
export const byTheRule = (node: Node, input: number, upstream: Tensor): Tensor =>
  unbroadcast(ruleFor(node.operation, input)(upstream, node), node.inputs[input]!.shape);

/** The gradient of a run's result with respect to an input by these contributions. Throws an EngineError where they don't fit. */
export function sweptGradient(
  { inputs, nodes, value }: ForwardRun,
  wrt: string,
  contribution: Contribution,
): Numbers {
  const gradients = new Map<Tensor, Tensor>([[value, ones(value.shape, { dtype: "float64" })]]);
  noGrad(() => {
    for (const node of nodes.toReversed()) {
      const upstream = gradients.get(node.out);
      if (!upstream) continue;
      for (const [place, input] of node.inputs.entries()) {
        const arriving = input.requiresGrad ? contribution(node, place, upstream) : null;
        if (arriving) gradients.set(input, gradients.get(input)?.add(arriving) ?? arriving);
      }
    }
  });
  const input = inputs[wrt]!;
  return numbers(gradients.get(input) ?? zeros(input.shape, { dtype: "float64" }));
}
