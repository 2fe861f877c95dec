/** A walk through a graph, one operation at a time on the way forward and one edge at a time on the way back. */
import { resultEdge } from "#graph/edge-id.ts";
import type { Flow, FlowEdge, FlowNode } from "#graph/flow.ts";

export type WalkStep =
  | { readonly pass: "forward"; readonly node: FlowNode }
  | { readonly pass: "backward"; readonly edge: FlowEdge };

/** What has been computed so far. */
export interface Progress {
  /** Ids of the nodes whose value is there. */
  values: ReadonlySet<string>;
  /** Ids of the edges over which a gradient has flowed. */
  gradients: ReadonlySet<string>;
}

/** The steps of a walk; the way back goes in the order of the engine's sweep. */
export function walkOf({ nodes, edges }: Flow): WalkStep[] {
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
export function progressAfter({ nodes }: Flow, walk: readonly WalkStep[], steps: number): Progress {
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
export function arrivals(flow: Flow, node: string): FlowEdge[] {
  return walkOf(flow).flatMap((step) =>
    step.pass === "backward" && step.edge.from === node ? step.edge : [],
  );
}
