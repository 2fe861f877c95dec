/** What it takes to draw a function anew: the function itself, the engine and the layout. Fetched when an input is changed. */
import { runGraph, type GraphDefinition, type GraphSetting } from "#graph/definition.ts";
import { flowOf, type Flow } from "#graph/flow.ts";
import { layoutOf, type Direction, type Layout } from "#graph/layout.ts";
import { loadGraph } from "#course/definitions.ts";

/** A layout for a wide space and one for a narrow one. */
export type Layouts = Readonly<Record<Direction, Layout>>;

export interface GraphEngine {
  flow(setting: GraphSetting): Flow;
  layouts(flow: Flow): Layouts;
}

/** The engine of one function. */
export const engineFor = (definition: GraphDefinition): GraphEngine => ({
  flow: (setting) => {
    const { inputs, value } = runGraph(definition, setting);
    return flowOf(inputs, value, { result: definition.result });
  },
  layouts: layoutsOf,
});

/** Both layouts, each with room for so many lines of text about a gradient. */
export const layoutsOf = (flow: Flow, gradientLines = 1): Layouts => ({
  right: layoutOf(flow, { direction: "right", gradientLines }),
  down: layoutOf(flow, { direction: "down", gradientLines }),
});

/** The engine of a function in `content/graphs`. Rejects if there is none of this name, or if it can't be fetched. */
export const loadGraphEngine = async (name: string): Promise<GraphEngine> => engineFor(await loadGraph(name));
