/** What it takes to compute the arrays anew: the definition and the engine. Fetched when a size is changed. */
import { pictureOf } from "#graph/shape-definition.ts";
import { loadShapes } from "#course/definitions.ts";
import type { ShapeEngine } from "#widgets/shapes/shape-session.ts";

/** The engine of a function in `content/shapes`. Rejects if there is none of this name, or if it can't be fetched. */
export async function loadShapeEngine(name: string): Promise<ShapeEngine> {
  const definition = await loadShapes(name);
  return { picture: (setting) => pictureOf(definition, setting) };
}
