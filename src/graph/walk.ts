/** A walk through a graph, one operation at a time on the way forward and one edge at a time on the way back. */
import { resultEdge } from "#graph/edge-id.ts";
import type { GraphSnapshot, SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

export type WalkStep =
  | { readonly pass: "forward"; readonly node: SnapshotNode }
  | { readonly pass: "backward"; readonly edge: SnapshotEdge };

/** What has been computed so far. */
export interface WalkProgress {
  /** Ids of the nodes whose value is there. */
  values: ReadonlySet<string>;
  /** Ids of the edges over which a gradient has flowed. */
  gradients: ReadonlySet<string>;
}

/** The steps of a walk; the way back goes in the order of the engine's sweep. */
export function walkOf({ nodes, edges }: GraphSnapshot): WalkStep[] {
  const operations = nodes.filter(({ kind }) => kind === "operation");
  const backward = [resultEdge, ...operations.map(({ id }) => id).reverse()].flatMap((to) =>
    edges.filter((edge) => edge.to === to && edge.contribution !== null),
  );
  return [
    ...operations.map((node) => ({ pass: "forward", node }) as const),
    ...backward.map((edge) => ({ pass: "backward", edge }) as const),
  ];
}

/** What is there after so many steps; before the first one, what was given. */
export function progressAfter(
  { nodes }: GraphSnapshot,
  walk: readonly WalkStep[],
  steps: number,
): WalkProgress {
  const done = walk.slice(0, steps);
  return {
    values: new Set([
      ...nodes.flatMap(({ id, kind }) => (kind === "input" || kind === "constant" ? id : [])),
      ...done.flatMap((step) => (step.pass === "forward" ? step.node.id : [])),
    ]),
    gradients: new Set(done.flatMap((step) => (step.pass === "backward" ? step.edge.id : []))),
  };
}

/** The edges over which gradients arrive at a node, in the order in which they do. */
export function arrivals(snapshot: GraphSnapshot, node: string): SnapshotEdge[] {
  return walkOf(snapshot).flatMap((step) =>
    step.pass === "backward" && step.edge.from === node ? step.edge : [],
  );
}
