import { glob, readFile } from "node:fs/promises";
import { courseRoot } from "#cli/exercises.ts";
import { placeholder } from "#cli/new/lesson-template.ts";
import { lessons } from "../../content/curriculum.ts";

/** Reads lessons of the course in this folder: the text, or null if there is no such file. */
export const readLesson =
  (root: string) =>
  (slug: string): Promise<string | null> =>
    readFile(`${root}content/${slug}.mdx`, "utf8").catch(() => null);

/** The lessons of the curriculum in their order, then those that have been begun and have no place in it yet. */
export async function lessonSlugs(): Promise<string[]> {
  const placed = lessons.map(({ slug }) => slug);
  const pages = (await Array.fromAsync(glob("*.mdx", { cwd: `${courseRoot}content` }))).map((file) =>
    file.replace(/\.mdx$/, ""),
  );
  const begun = await Promise.all(
    pages
      .filter((slug) => !placed.includes(slug))
      .map(async (slug) => ((await readLesson(courseRoot)(slug))?.includes(placeholder) ? [slug] : [])),
  );
  return [...placed, ...begun.flat().sort()];
}
