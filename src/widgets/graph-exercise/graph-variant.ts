import type { GraphExercise } from "#exercise/index.ts";
import { sheetFor, solve, type Blank, type Draw } from "#grader/graph/index.ts";
import { resultEdge } from "#graph/edge-id.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";

/** An exercise with the numbers that it is set with: plain data, without the answers. */
export interface GraphVariant {
  draw: Draw;
  /** The way forward only. */
  snapshot: GraphSnapshot;
  blanks: readonly Blank[];
}

/** The exercise with these numbers. Of the way back it shows only the 1 that enters at the result. */
export function variantFor(exercise: GraphExercise, draw: Draw): GraphVariant {
  const sheet = sheetFor(exercise, draw);
  const { nodes, edges } = snapshotOf(sheet.inputs, sheet.value);
  return {
    draw,
    snapshot: {
      nodes: nodes.map((node) => (node.id === resultEdge ? node : { ...node, gradient: null })),
      edges: edges.map((edge) =>
        edge.id === resultEdge
          ? edge
          : { ...edge, upstream: null, contribution: null, local: null, rule: "" },
      ),
    },
    blanks: solve(sheet).map(({ blank }) => blank),
  };
}
