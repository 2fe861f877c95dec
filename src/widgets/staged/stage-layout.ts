/** Lays a graph out with some of its stages open. Fetched when the first one is opened. */
import { layoutOf, type Layout } from "#graph/layout.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import type { Fold } from "#graph/fold.ts";

/**
 * Values flow down, whatever the width, so that the stages beside the picture stand in its order.
 * @param snapshot with the nodes of open stages in it, and not those of folded ones
 * @param stageOf by the id of a node
 */
export function stageLayout(
  snapshot: GraphSnapshot,
  stages: readonly Fold[],
  stageOf: Readonly<Record<string, string>>,
): Layout {
  const frames = stages.flatMap(({ name, title }) => {
    const nodes = snapshot.nodes.flatMap(({ id }) => (stageOf[id] === name ? id : []));
    return nodes.length === 0 ? [] : [[name, { title, nodes }] as const];
  });
  return layoutOf(snapshot, { direction: "down", frames: Object.fromEntries(frames) });
}
