import type { SourcePage } from "#cli/check-page/page-cache.ts";
import { exercisesIn } from "#lesson/page-exercises.ts";
import { problemAt, type Location, type Problem } from "#lesson/problem.ts";
import { didYouMean } from "#cli/nearest.ts";
import type { Lesson } from "../../content/curriculum.ts";
import { terms, type GlossaryTerm } from "../../content/glossary.ts";

const start = { line: 1, column: 1 };

/** What a lesson lacks that another page may do without, and what is still to be written in it. */
export function lessonProblems(page: SourcePage, lessons: readonly Lesson[]): Problem[] {
  const entry = lessons.find(({ slug }) => slug === page.name);
  const { title, description, places } = page.frontmatter;
  const problems = stillToWrite(page.source);
  const blame = (place: Location, message: string) => problems.push(problemAt(place, message));
  if (!entry) blame(start, "content/curriculum.ts does not list it. Give it a place there.");
  else if (entry.title !== title) {
    const both = `It is titled “${title}”, content/curriculum.ts says “${entry.title}”.`;
    blame(places.title, `${both} Make them the same.`);
  }
  if (entry?.derives === "")
    blame(start, "Its derives in content/curriculum.ts is empty. Say in one line what is derived.");
  if (description === "")
    blame(places.description, "description is empty. Say in one sentence what it is about.");
  if (exercisesIn(page.names).length === 0 && page.problems.length === 0)
    blame(start, "It has no exercise. Put one where it is needed.");
  return problems;
}

/** Begins a comment where an author has something to write, as in a new lesson. It does not show in the page. */
const placeholder = "{/* To write:";

const stillToWrite = (source: string): Problem[] =>
  source.split("\n").flatMap((line, i) => {
    const index = line.indexOf(placeholder);
    if (index === -1) return [];
    const what = line.slice(index + placeholder.length).replace(/\s*\*\/\}.*$/, "");
    return [
      problemAt({ line: i + 1, column: index + 1 }, `Still to write:${what} Put it in place of the comment.`),
    ];
  });

/** Words of the glossary whose lessons are not in the curriculum. */
export function glossaryProblems(
  lessons: readonly Lesson[],
  words: readonly GlossaryTerm[] = terms,
): Problem[] {
  const slugs = lessons.map(({ slug }) => slug);
  return words.flatMap(({ name, lesson, only = [] }) =>
    [lesson, ...only]
      .filter((slug) => !slugs.includes(slug))
      .map((slug) =>
        problemAt(
          start,
          `content/glossary.ts has the word “${name}” in the lesson ${JSON.stringify(slug)}, which content/curriculum.ts doesn't list.${didYouMean(slug, slugs, "Name another one.")}`,
        ),
      ),
  );
}
