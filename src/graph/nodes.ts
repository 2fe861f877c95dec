import type { Node, Tensor } from "#autodiff/index.ts";

/** The operations that a value was computed by, in the order of computation: the same in every run of the same steps. */
export function nodesBehind(value: Tensor): Node[] {
  const nodes = new Set<Node>();
  const toVisit = [value];
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    if (!next.node || nodes.has(next.node)) continue;
    nodes.add(next.node);
    toVisit.push(...next.node.inputs);
  }
  return [...nodes].sort((a, b) => a.id - b.id);
}
