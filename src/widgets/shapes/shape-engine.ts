/** What it takes to compute the arrays anew: the definition and the engine. Fetched when a size is changed. */
import { pictureOf } from "#graph/shape-definition.ts";
import { loadShapes } from "#course/definitions.ts";
import type { ShapeEngine } from "#widgets/shapes/shape-session.ts";

export async function loadShapeEngine(name: string): Promise<ShapeEngine> {
  const definition = await loadShapes(name);
  return { picture: (setting) => pictureOf(definition, setting) };
}
