import type { PageShelf } from "#cli/check-page/page-shelf.ts";
import { lessons } from "../../content/curriculum.ts";
import { sidebar } from "../../content/sidebar.ts";

/** Pages that are found without the sidebar. */
const unlisted = ["index", "404"];

const others = [...sidebar.flatMap(({ pages }) => pages), ...unlisted];

/** The lessons of the curriculum in their order, then the pages that have no place yet, there or in the sidebar. */
export async function lessonSlugs(shelf: PageShelf): Promise<string[]> {
  const placed = lessons.map(({ slug }) => slug);
  return [...placed, ...(await shelf.names()).filter((name) => ![...placed, ...others].includes(name))];
}

/** The pages that are no lessons, in the order of the sidebar. */
export async function otherPages(shelf: PageShelf): Promise<string[]> {
  const names = await shelf.names();
  return others.filter((name) => names.includes(name));
}
