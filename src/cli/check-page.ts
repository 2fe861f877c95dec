import { repeatedAnchors } from "#cli/check-page/page-anchors.ts";
import { cellProblems } from "#cli/check-page/cells.ts";
import { componentProblems } from "#cli/check-page/components.ts";
import { repeatedUses, type LocatedUse } from "#cli/check-page/exercise-uses.ts";
import { linkProblems } from "#cli/check-page/links.ts";
import type { PageCache } from "#cli/check-page/page-cache.ts";
import { glossaryProblems, lessonProblems } from "#cli/check-lesson.ts";
import { formulaProblems } from "#lesson/formula-problems.ts";
import { proseProblems } from "#lesson/prose-problems.ts";
import type { Runtime } from "#runtime/runtime.ts";
import type { Lesson } from "../../content/curriculum.ts";

/** What pages are held to. */
export interface PageCheckContext {
  pageCache: PageCache;
  lessons: readonly Lesson[];
  /** Where each exercise is used. */
  uses: ReadonlyMap<string, readonly LocatedUse[]>;
  runtime: Runtime;
}

/**
 * What is wrong with a page, or still to do, without building the site. Every finding begins with its place, such as
 * `content/loss.mdx:12:1`, and says what to do.
 */
export async function problemsOfPage(
  name: string,
  { pageCache, lessons, uses, runtime }: PageCheckContext,
  { lesson }: { lesson: boolean },
): Promise<string[]> {
  const page = await pageCache.page(name);
  if (page === null) {
    return [
      `There is no content/${name}.mdx. Write it, beginning with: npm run -s handgrad -- new lesson ${name}`,
    ];
  }
  const problems = [
    ...page.frontmatter.problems,
    ...page.problems,
    ...proseProblems(page.tree, page.source),
    ...formulaProblems(page.tree, page.source),
    ...(await componentProblems(page, pageCache.root)),
    ...repeatedUses(page, uses),
    ...(await repeatedAnchors(page, pageCache.root)),
    ...(await linkProblems(page, pageCache)),
    ...(await cellProblems(page, runtime)),
    ...(lesson ? lessonProblems(page, lessons) : []),
    ...(name === "glossary" ? glossaryProblems(lessons) : []),
  ];
  return problems
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, message }) => `${page.file}:${line}:${column}: ${message}`);
}
