/** A backward sweep with a fault injected: over one edge flows something else than what the chain rule says. */
import { ruleFor, sameShape, unbroadcast, type EdgeHook, type Node, type Tensor } from "#autodiff/index.ts";
import { repeatsTo } from "#autodiff/shape.ts";

/** The edge into input `input` of node `node`, counted in the order of computation. */
export interface Edge {
  node: number;
  input: number;
}

/** In place of the sum over the axes along which an input was repeated: a sum or an average over these. */
export interface ReductionFault {
  readonly along: readonly number[];
  readonly averaged: boolean;
}

/**
 * What happens at the edge: the local derivative is taken as 1, nothing flows back, a mal-rule of the operation replaces its own (by
 * its number among them), or what flows back into a repeated input is reduced in another way. Saved attempts hold these words.
 */
export type FaultKind = "taken-as-one" | "cut" | { readonly slip: number } | ReductionFault;

export interface Fault extends Edge {
  change: FaultKind;
}

function reduce(contribution: Tensor, { along, averaged }: ReductionFault, rank: number): Tensor {
  if (along.length === 0) return contribution;
  const keepdim = contribution.dim === rank;
  return averaged ? contribution.mean(along, keepdim) : contribution.sum(along, keepdim);
}

function takenAsOne(upstream: Tensor, { shape }: Tensor): Tensor | null {
  if (sameShape(upstream.shape, shape)) return upstream;
  if (repeatsTo(upstream.shape, shape)) return upstream.expand(shape);
  return repeatsTo(shape, upstream.shape) ? unbroadcast(upstream, shape) : null;
}

/** What flows back over a faulty edge, null for nothing. Where the local derivative can't be 1 for its shape, all is as it was. */
export function faultyContribution(
  change: FaultKind,
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

/** The hook that injects these faults into a sweep over `nodes`. */
export function faultHook(nodes: readonly Node[], faults: readonly Fault[]): EdgeHook {
  const sites = faults.map(({ node, input, change }) => ({ node: nodes[node], input, change }));
  return (node, input, upstream, contribution) =>
    sites.reduce<Tensor | null>(
      (carried, site) =>
        carried !== null && site.node === node && site.input === input
          ? faultyContribution(site.change, node, upstream, carried, input)
          : carried,
      contribution,
    );
}
