/** The course as a learner walks it: its lessons, and in each the exercises in the order of the page. For the build only. */
import { exerciseAnchor } from "#course/anchors.ts";
import { loadAnyExercise } from "#course/definitions.ts";
import { home } from "#course/home.ts";
import { exercisesIn } from "#lesson/page-exercises.ts";
import { namesIn } from "#lesson/page-names.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { lessons } from "../../content/curriculum.ts";

export interface CatalogueLesson {
  slug: string;
  number: number;
  title: string;
  href: string;
  exercises: readonly CatalogueExercise[];
}

export interface CatalogueExercise {
  id: string;
  title: string;
  href: string;
}

const sources = import.meta.glob<string>("/content/*.mdx", { query: "?raw", import: "default", eager: true });

export const catalogue: readonly CatalogueLesson[] = await Promise.all(
  lessons.map(async ({ slug, title }, index) => {
    const href = `${home}${slug}/`;
    const uses = exercisesIn(namesIn(parseLesson(sources[`/content/${slug}.mdx`] ?? "")));
    return {
      slug,
      number: index + 1,
      title,
      href,
      exercises: await Promise.all(
        uses.map(async ({ id }) => ({
          id,
          title: (await loadAnyExercise(id)).title,
          href: `${href}#${exerciseAnchor(id)}`,
        })),
      ),
    };
  }),
);
