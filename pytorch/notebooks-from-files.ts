/** The lessons' notebooks made from the repository's own files, for whoever runs outside the site's build. */
import { lessons } from "../content/curriculum.ts";
import { loadAnyExercise, loadGraph, pages } from "#course/files.ts";
import type { Notebook } from "#notebook/format.ts";
import { lessonNotebook, type LessonDependencies } from "#notebook/lesson-notebook.ts";

/** Every lesson's notebook, by its slug. */
export async function notebooksFromFiles(
  site: Pick<LessonDependencies, "address" | "runCell">,
): Promise<Map<string, Notebook>> {
  const sources = new Map((await pages()).map((page) => [page.name, page]));
  const notebooks = lessons.map(async ({ slug, title, derives, minutes }, i) => {
    const { source } = sources.get(slug)!;
    const lesson = { title, description: derives, minutes, number: i + 1, count: lessons.length, source };
    const dependencies = { ...site, exercise: loadAnyExercise, graph: loadGraph };
    return [slug, await lessonNotebook(lesson, dependencies)] as const;
  });
  return new Map(await Promise.all(notebooks));
}
