/** A backward sweep with a mistake in it: at one edge, something else flows back than what the chain rule says. */
import { sameShape, unbroadcast, type EdgeHook, type Node, type Tensor } from "#autodiff/index.ts";

/** The edge into input `input` of node `node`, counted in the order of computation. */
export interface Edge {
  node: number;
  input: number;
}

/** What happens there: the local derivative is taken as 1, nothing flows back, or a slip of the operation replaces its rule. */
export type Change = "taken-as-one" | "cut" | { readonly slip: number };

export interface Bend extends Edge {
  change: Change;
}

/** What flows back over a bent edge, null for nothing. Where the local derivative can't be 1 for its shape, all is as it was. */
export function bent(change: Change, node: Node, upstream: Tensor, contribution: Tensor): Tensor | null {
  if (change === "cut") return null;
  if (change === "taken-as-one") {
    if (sameShape(upstream.shape, contribution.shape)) return upstream;
    return upstream.dim === 0 ? upstream.expand(contribution.shape) : contribution;
  }
  const slip = node.operation.slips[change.slip]!;
  return unbroadcast(slip.vjp(upstream, node), contribution.shape);
}

/** The hook that makes these mistakes in a sweep over `nodes`. */
export function bending(nodes: readonly Node[], bends: readonly Bend[]): EdgeHook {
  const places = bends.map(({ node, input, change }) => ({ node: nodes[node], input, change }));
  return (node, input, upstream, contribution) =>
    places.reduce<Tensor | null>(
      (flowing, place) =>
        flowing !== null && place.node === node && place.input === input
          ? bent(place.change, node, upstream, flowing)
          : flowing,
      contribution,
    );
}
