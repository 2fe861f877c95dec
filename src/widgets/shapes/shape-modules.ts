import type { ShapeDefinition } from "#graph/shape-definition.ts";

const modules = import.meta.glob<{ default: ShapeDefinition }>("/content/shapes/*.ts");

const pathOf = (name: string) => `/content/shapes/${name}.ts`;

/** The names of all functions that can be looked at entry by entry, in alphabetical order. */
export const shapeNames: readonly string[] = Object.keys(modules)
  .map((path) => path.slice("/content/shapes/".length, -".ts".length))
  .sort();

/** Fetches a definition. Rejects if there is none of this name, or if it can't be fetched. */
export async function loadShapes(name: string): Promise<ShapeDefinition> {
  const load = Object.hasOwn(modules, pathOf(name)) ? modules[pathOf(name)] : undefined;
  if (!load) throw new Error(`There are no shapes “${name}”. There are: ${shapeNames.join(", ")}.`);
  return (await load()).default;
}
