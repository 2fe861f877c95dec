/** What can go wrong where an input was repeated on the way forward and its gradients must come together on the way back. */
import type { ForwardRun } from "#grader/forward-run.ts";
import type { MistakeKind } from "#grader/mistake.ts";
import type { EdgeSite, FaultSites } from "#grader/fault-sites.ts";
import type { Fault, ReductionFault } from "#graph/fault.ts";

/** The axes of an operation's result along which this input is repeated in some case; none for most edges. */
function repeatedAxes(
  { role, node, input }: EdgeSite,
  sites: FaultSites,
  runs: readonly ForwardRun[],
): number[] {
  if (!node.operation.elementwise) return [];
  const repeated = new Set<number>();
  for (const [index, { nodes }] of runs.entries()) {
    for (const at of sites.nodesIn(index, role, "every")) {
      const { out, inputs } = nodes[at]!;
      const { shape } = inputs[input]!;
      for (const [axis, length] of out.shape.entries()) {
        const own = shape[axis - (out.dim - shape.length)];
        if (own === undefined || (own === 1 && length !== 1)) repeated.add(axis);
      }
    }
  }
  return [...repeated].sort();
}

/** What shares the input that is repeated at a fault's edge: the `rows` of the result, its `columns`, or its `entries`. */
export function sharers(
  runs: readonly ForwardRun[],
  faults: (index: number) => readonly Pick<Fault, "node" | "input">[],
): "rows" | "columns" | "entries" {
  const edges = runs.flatMap(({ nodes }, i) =>
    faults(i).map(({ node, input }) => ({
      out: nodes[node]!.out.shape,
      own: nodes[node]!.inputs[input]!.shape,
    })),
  );
  if (edges.some(({ out }) => out.length !== 2)) return "entries";
  const isRepeated = (axis: number) =>
    edges.some(({ out, own }) => (own[axis - (out.length - own.length)] ?? 1) !== out[axis]);
  if (isRepeated(0) === isRepeated(1)) return "entries";
  return isRepeated(0) ? "rows" : "columns";
}

export interface WrongReduction {
  kind: MistakeKind;
  /** What was done with what flows back into `inner`, after "you". */
  description: (inner: string) => string;
  change: ReductionFault;
}

/** The other ways to reduce what flows into a repeated input: not at all, averaged, along one other axis, along all. */
export function wrongReductions(
  site: EdgeSite,
  sites: FaultSites,
  runs: readonly ForwardRun[],
): WrongReduction[] {
  const repeated = repeatedAxes(site, sites, runs);
  if (repeated.length === 0) return [];
  const all = site.node.out.shape.map((_, axis) => axis);
  const same = (along: readonly number[]) => along.join() === repeated.join();
  const others = [...all.map((axis) => [axis]), ...(all.length > 1 ? [all] : [])].filter(
    (along) => !same(along),
  );
  const reduction = (kind: MistakeKind, along: readonly number[], averaged: boolean): WrongReduction => {
    const axes = along.length === all.length ? "all axes" : `axis ${along.join(" and ")}`;
    const done = averaged ? "averaged" : "added up";
    return {
      kind,
      description: (inner) => `${done} what flows back into \`${inner}\` over ${axes}`,
      change: { along, averaged },
    };
  };
  return [
    {
      kind: "not-reduced",
      description: (inner) => `did not add up what flows back into \`${inner}\``,
      change: { along: [], averaged: false },
    },
    reduction("batch-factor", repeated, true),
    ...[false, true].flatMap((averaged) => others.map((along) => reduction("wrong-axis", along, averaged))),
  ];
}
