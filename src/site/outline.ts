/** The course as a learner walks it: its lessons, and in each the exercises in the order of the page. For the build only. */
import { lessons } from "../../content/curriculum.ts";
import { exerciseIds, loadExercise } from "#widgets/exercise-modules.ts";
import { loadGraphExercise } from "#widgets/graph-exercise/graph-bench.ts";
import type { OutlineLesson } from "#widgets/record/outline.ts";
import { home } from "#site/home.ts";

const sources = import.meta.glob<string>("/content/*.mdx", { query: "?raw", import: "default", eager: true });

async function titleOf(id: string): Promise<string> {
  return (await (exerciseIds.includes(id) ? loadExercise(id) : loadGraphExercise(id))).title;
}

export const outline: readonly OutlineLesson[] = await Promise.all(
  lessons.map(async ({ slug, title }, index) => {
    const source = sources[`/content/${slug}.mdx`] ?? "";
    const ids = [...source.matchAll(/<(?:Graph)?Exercise\s+id="([^"]*)"/g)].map(([, id]) => id!);
    return {
      slug,
      number: index + 1,
      title,
      href: `${home}${slug}/`,
      exercises: await Promise.all(
        ids.map(async (id) => ({
          id,
          title: await titleOf(id),
          href: `${home}${slug}/#exercise-${id.replace("/", "-")}`,
        })),
      ),
    };
  }),
);
