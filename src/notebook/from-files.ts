/** The lessons' notebooks made from the repository's own files, for whoever runs outside the site's build. */
import { fileURLToPath, pathToFileURL } from "node:url";

import { lessons } from "../../content/curriculum.ts";
import {
  isGraphExercise,
  type Exercise,
  type ExerciseDefinition,
  type GraphExercise,
  type GraphExerciseDefinition,
} from "#exercise/index.ts";
import type { GraphDefinition } from "#graph/definition.ts";
import { pages } from "#lesson/pages.ts";
import type { Notebook } from "#notebook/format.ts";
import { lessonNotebook, type Surroundings } from "#notebook/lesson-notebook.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const definition = async <Definition>(path: string): Promise<Definition> =>
  ((await import(pathToFileURL(root + path).href)) as { default: Definition }).default;

/** An exercise of either kind. */
export const exerciseFromFile = (id: string): Promise<Exercise | GraphExercise> =>
  isGraphExercise(id) ? found.graphExercise(id) : found.exercise(id);

const found: Omit<Surroundings, "address" | "runCell"> = {
  exercise: async (id) => ({ id, ...(await definition<ExerciseDefinition>(`exercises/${id}.ts`)) }),
  graphExercise: async (id) => ({ id, ...(await definition<GraphExerciseDefinition>(`exercises/${id}.ts`)) }),
  graph: (name) => definition<GraphDefinition>(`content/graphs/${name}.ts`),
};

/** Every lesson's notebook, by its slug. */
export async function notebooksFromFiles(
  around: Pick<Surroundings, "address" | "runCell">,
): Promise<Map<string, Notebook>> {
  const sources = new Map((await pages()).map((page) => [page.name, page]));
  const notebooks = lessons.map(async ({ slug, title, derives, minutes }, i) => {
    const { source } = sources.get(slug)!;
    const lesson = { title, description: derives, minutes, number: i + 1, count: lessons.length, source };
    return [slug, await lessonNotebook(lesson, { ...found, ...around })] as const;
  });
  return new Map(await Promise.all(notebooks));
}
