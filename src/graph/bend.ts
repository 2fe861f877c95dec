/** A backward sweep with a mistake in it: at one edge, something else flows back than what the chain rule says. */
import { ruleFor, sameShape, unbroadcast, type EdgeHook, type Node, type Tensor } from "#autodiff/index.ts";
import { repeatsTo } from "#autodiff/shape.ts";

/** The edge into input `input` of node `node`, counted in the order of computation. */
export interface Edge {
  node: number;
  input: number;
}

/** In place of the sum over the axes along which an input was repeated: a sum or an average over these. */
export interface Reduction {
  readonly along: readonly number[];
  readonly averaged: boolean;
}

/**
 * What happens there: the local derivative is taken as 1, nothing flows back, a mal-rule of the operation replaces its own, or what
 * flows back into a repeated input is reduced in another way.
 */
export type Change = "taken-as-one" | "cut" | { readonly slip: number } | Reduction;

export interface Bend extends Edge {
  change: Change;
}

function reduce(flow: Tensor, { along, averaged }: Reduction, rank: number): Tensor {
  if (along.length === 0) return flow;
  const keepdim = flow.dim === rank;
  return averaged ? flow.mean(along, keepdim) : flow.sum(along, keepdim);
}

function takenAsOne(upstream: Tensor, { shape }: Tensor): Tensor | null {
  if (sameShape(upstream.shape, shape)) return upstream;
  if (repeatsTo(upstream.shape, shape)) return upstream.expand(shape);
  return repeatsTo(shape, upstream.shape) ? unbroadcast(upstream, shape) : null;
}

/** What flows back over a bent edge, null for nothing. Where the local derivative can't be 1 for its shape, all is as it was. */
export function bent(
  change: Change,
  node: Node,
  upstream: Tensor,
  contribution: Tensor,
  input = 0,
): Tensor | null {
  if (change === "cut") return null;
  if (change === "taken-as-one") return takenAsOne(upstream, contribution) ?? contribution;
  if ("along" in change) {
    // The operation's own rule, before it is summed over the axes along which the input was repeated.
    return reduce(ruleFor(node.operation, input)(upstream, node), change, contribution.dim);
  }
  return unbroadcast(node.operation.malRules[change.slip]!.vjp(upstream, node), contribution.shape);
}

/** The hook that makes these mistakes in a sweep over `nodes`. */
export function bending(nodes: readonly Node[], bends: readonly Bend[]): EdgeHook {
  const places = bends.map(({ node, input, change }) => ({ node: nodes[node], input, change }));
  return (node, input, upstream, contribution) =>
    places.reduce<Tensor | null>(
      (flowing, place) =>
        flowing !== null && place.node === node && place.input === input
          ? bent(place.change, node, upstream, flowing, input)
          : flowing,
      contribution,
    );
}
