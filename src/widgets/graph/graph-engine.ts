/** What it takes to draw a function anew: the function itself, the engine and the layout. Fetched when an input is changed. */
import { runGraph, type GraphDefinition, type GraphSetting } from "#graph/graph-definition.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";
import { layoutOf, type Direction, type Layout } from "#graph/layout.ts";
import { loadGraph } from "#course/definitions.ts";

/** A layout for a wide space and one for a narrow one. */
export type Layouts = Readonly<Record<Direction, Layout>>;

export interface GraphEngine {
  snapshot(setting: GraphSetting): GraphSnapshot;
  layouts(snapshot: GraphSnapshot): Layouts;
}

/** The engine of one function. */
export const engineFor = (definition: GraphDefinition): GraphEngine => ({
  snapshot: (setting) => {
    const { inputs, value } = runGraph(definition, setting);
    return snapshotOf(inputs, value, { result: definition.result });
  },
  layouts: layoutsOf,
});

/** Both layouts, each with room for so many lines of text about a gradient. */
export const layoutsOf = (snapshot: GraphSnapshot, gradientLines = 1): Layouts => ({
  right: layoutOf(snapshot, { direction: "right", gradientLines }),
  down: layoutOf(snapshot, { direction: "down", gradientLines }),
});

/** The engine of a function in `content/graphs`. Rejects if there is none of this name, or if it can't be fetched. */
export const loadGraphEngine = async (name: string): Promise<GraphEngine> => engineFor(await loadGraph(name));
