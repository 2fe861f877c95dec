import type { GraphExercise } from "#exercise/index.ts";
import { sheetFor, solve, type Blank, type Draw } from "#grader/graph/index.ts";
import { resultEdge } from "#graph/edge-id.ts";
import { flowOf, type Flow } from "#graph/flow.ts";

/** An exercise as it is set: plain data, without the answers. */
export interface Setting {
  draw: Draw;
  /** The way forward only. */
  flow: Flow;
  blanks: readonly Blank[];
}

/** The exercise with these numbers. Of the way back it shows only the 1 that enters at the result. */
export function settingFor(exercise: GraphExercise, draw: Draw): Setting {
  const sheet = sheetFor(exercise, draw);
  const { nodes, edges } = flowOf(sheet.inputs, sheet.value);
  return {
    draw,
    flow: {
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
