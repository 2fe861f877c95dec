/** Chooses the case whose graph shows a mistake best: at x = 0 or x = 1 many a mistake comes to the same as no mistake. */
import { grad } from "#autodiff/index.ts";
import type { Derivation } from "#grader/derivation.ts";
import { bending, type Bend } from "#graph/bend.ts";
import { edgeId } from "#graph/edge-id.ts";

/** What flows over some edges of a case in a sweep with these bends, by edge. */
function flowing({ value, inputs, nodes }: Derivation, edges: ReadonlySet<string>, bends: readonly Bend[]) {
  const indexOf = new Map(nodes.map((node, i) => [node, i]));
  const bend = bending(nodes, bends);
  const found = new Map<string, string>();
  grad(
    value,
    Object.values(inputs).filter(({ requiresGrad }) => requiresGrad),
    {
      retainGraph: true,
      allowUnused: true,
      edge: (node, input, upstream, contribution) => {
        const flow = bend(node, input, upstream, contribution);
        const id = edgeId({ node: indexOf.get(node)!, input });
        if (edges.has(id)) found.set(id, String(flow?.entries()));
        return flow;
      },
    },
  );
  return found;
}

/**
 * The first of these cases in which every bent edge carries something else than it should, or else the one with most such edges.
 * @param cases numbers of cases, at least one
 * @param bends what is bent in a case
 */
export function tellingCase(
  derivations: readonly Derivation[],
  cases: readonly number[],
  bends: (index: number) => readonly Bend[],
): number {
  let best = { index: cases[0]!, share: -1 };
  for (const index of cases) {
    const made = bends(index);
    const edges = new Set(made.map(edgeId));
    const [right, own] = [[], made].map((some) => flowing(derivations[index]!, edges, some));
    const share = [...edges].filter((id) => right!.get(id) !== own!.get(id)).length / edges.size;
    if (share > best.share) best = { index, share };
    if (share === 1) break;
  }
  return best.index;
}
