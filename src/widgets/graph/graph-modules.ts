import type { GraphDefinition } from "#graph/definition.ts";

const modules = import.meta.glob<{ default: GraphDefinition }>("/content/graphs/*.ts");

const pathOf = (name: string) => `/content/graphs/${name}.ts`;

/** The names of all functions that can be drawn, in alphabetical order. */
export const graphNames: readonly string[] = Object.keys(modules)
  .map((path) => path.slice("/content/graphs/".length, -".ts".length))
  .sort();

/** Fetches a function to draw. Rejects if there is none of this name, or if it can't be fetched. */
export async function loadGraph(name: string): Promise<GraphDefinition> {
  const load = Object.hasOwn(modules, pathOf(name)) ? modules[pathOf(name)] : undefined;
  if (!load) throw new Error(`There is no graph “${name}”. There are: ${graphNames.join(", ")}.`);
  return (await load()).default;
}
