/** The lessons' notebooks made from the repository's own files, for whoever runs outside the site's build. */
import { lessons } from "../../content/curriculum.ts";
import { loadAnyExercise, loadGraph, pages } from "#course/files.ts";
import type { Notebook } from "#notebook/format.ts";
import { lessonNotebook, type Surroundings } from "#notebook/lesson-notebook.ts";

/** Every lesson's notebook, by its slug. */
export async function notebooksFromFiles(
  around: Pick<Surroundings, "address" | "runCell">,
): Promise<Map<string, Notebook>> {
  const sources = new Map((await pages()).map((page) => [page.name, page]));
  const notebooks = lessons.map(async ({ slug, title, derives, minutes }, i) => {
    const { source } = sources.get(slug)!;
    const lesson = { title, description: derives, minutes, number: i + 1, count: lessons.length, source };
    const surroundings = { ...around, exercise: loadAnyExercise, graph: loadGraph };
    return [slug, await lessonNotebook(lesson, surroundings)] as const;
  });
  return new Map(await Promise.all(notebooks));
}
