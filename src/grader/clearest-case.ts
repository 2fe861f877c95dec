/** Chooses the case whose graph shows a mistake best: at x = 0 or x = 1 many a mistake comes to the same as no mistake. */
import { grad } from "#autodiff/index.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import { faultHook, type Fault } from "#graph/fault.ts";
import { edgeId } from "#graph/edge-id.ts";

/** What flows over some edges of a case in a sweep with these faults, by edge. */
function contributionsOver(
  { value, inputs, nodes }: ForwardRun,
  edges: ReadonlySet<string>,
  faults: readonly Fault[],
) {
  const indexOf = new Map(nodes.map((node, i) => [node, i]));
  const hook = faultHook(nodes, faults);
  const contributions = new Map<string, string>();
  grad(
    value,
    Object.values(inputs).filter(({ requiresGrad }) => requiresGrad),
    {
      retainGraph: true,
      allowUnused: true,
      edge: (node, input, upstream, contribution) => {
        const carried = hook(node, input, upstream, contribution);
        const id = edgeId({ node: indexOf.get(node)!, input });
        if (edges.has(id)) contributions.set(id, String(carried?.entries()));
        return carried;
      },
    },
  );
  return contributions;
}

/**
 * The first of these cases in which every faulty edge carries something else than it should, or else the one with most such edges.
 * @param cases numbers of cases, at least one
 * @param faults those of a case
 */
export function clearestCase(
  runs: readonly ForwardRun[],
  cases: readonly number[],
  faults: (index: number) => readonly Fault[],
): number {
  let best = { index: cases[0]!, share: -1 };
  for (const index of cases) {
    const present = faults(index);
    const edges = new Set(present.map(edgeId));
    const [right, faulty] = [[], present].map((some) => contributionsOver(runs[index]!, edges, some));
    const share = [...edges].filter((id) => right!.get(id) !== faulty!.get(id)).length / edges.size;
    if (share > best.share) best = { index, share };
    if (share === 1) break;
  }
  return best.index;
}
