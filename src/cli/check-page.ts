import { repeatedAnchors } from "#cli/check-page/anchors.ts";
import { cellFaults } from "#cli/check-page/cells.ts";
import { componentFaults } from "#cli/check-page/components.ts";
import { repeatedUses, type Use } from "#cli/check-page/exercise-uses.ts";
import { linkFaults } from "#cli/check-page/links.ts";
import type { PageShelf } from "#cli/check-page/page-shelf.ts";
import { glossaryFaults, lessonFaults } from "#cli/check-lesson.ts";
import { formulaFaults } from "#lesson/formula-faults.ts";
import { proseFaults } from "#lesson/prose-faults.ts";
import type { Runtime } from "#runtime/runtime.ts";
import type { Lesson } from "../../content/curriculum.ts";

/** What pages are held to. */
export interface PageCourse {
  shelf: PageShelf;
  lessons: readonly Lesson[];
  /** Where each exercise is used. */
  uses: ReadonlyMap<string, readonly Use[]>;
  runtime: Runtime;
}

/**
 * What is wrong with a page, or still to do, without building the site. Every finding begins with its place, such as
 * `content/loss.mdx:12:1`, and says what to do.
 */
export async function problemsOfPage(
  name: string,
  { shelf, lessons, uses, runtime }: PageCourse,
  { lesson }: { lesson: boolean },
): Promise<string[]> {
  const page = await shelf.page(name);
  if (page === null) {
    return [
      `There is no content/${name}.mdx. Write it, beginning with: npm run -s handgrad -- new lesson ${name}`,
    ];
  }
  const faults = [
    ...page.frontmatter.faults,
    ...page.faults,
    ...proseFaults(page.tree, page.source),
    ...formulaFaults(page.tree, page.source),
    ...(await componentFaults(page, shelf.root)),
    ...repeatedUses(page, uses),
    ...(await repeatedAnchors(page, shelf.root)),
    ...(await linkFaults(page, shelf)),
    ...(await cellFaults(page, runtime)),
    ...(lesson ? lessonFaults(page, lessons) : []),
    ...(name === "glossary" ? glossaryFaults(lessons) : []),
  ];
  return faults
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, says }) => `${page.file}:${line}:${column}: ${says}`);
}
