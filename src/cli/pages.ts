import type { PageCache } from "#cli/check-page/page-cache.ts";
import { lessons } from "../../content/curriculum.ts";
import { sidebar } from "../../content/sidebar.ts";

/** Pages that are found without the sidebar. */
const unlisted = ["index", "404"];

const others = [...sidebar.flatMap(({ pages }) => pages), ...unlisted];

/** The lessons of the curriculum in their order, then the pages that have no place yet, there or in the sidebar. */
export async function lessonSlugs(pageCache: PageCache): Promise<string[]> {
  const placed = lessons.map(({ slug }) => slug);
  return [...placed, ...(await pageCache.names()).filter((name) => ![...placed, ...others].includes(name))];
}

/** The pages that are no lessons, in the order of the sidebar. */
export async function otherPages(pageCache: PageCache): Promise<string[]> {
  const names = await pageCache.names();
  return others.filter((name) => names.includes(name));
}
