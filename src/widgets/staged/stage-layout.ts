/** Lays a graph out with some of its stages open. Fetched when the first one is opened. */
import { layoutOf, type Layout } from "#graph/layout.ts";
import type { Flow } from "#graph/flow.ts";
import type { Fold } from "#graph/fold.ts";

/**
 * Values flow down, whatever the width, so that the stages beside the picture stand in its order.
 * @param flow with the nodes of open stages in it, and not those of folded ones
 * @param stageOf by the id of a node
 */
export function stageLayout(
  flow: Flow,
  stages: readonly Fold[],
  stageOf: Readonly<Record<string, string>>,
): Layout {
  const frames = stages.flatMap(({ name, title }) => {
    const nodes = flow.nodes.flatMap(({ id }) => (stageOf[id] === name ? id : []));
    return nodes.length === 0 ? [] : [[name, { title, nodes }] as const];
  });
  return layoutOf(flow, { direction: "down", frames: Object.fromEntries(frames) });
}
