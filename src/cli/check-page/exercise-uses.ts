import { sourcesOf } from "#cli/check-page/components.ts";
import type { PageShelf, ShelvedPage } from "#cli/check-page/page-shelf.ts";
import { exerciseComponents } from "#cli/check-page/shown-by-name.ts";
import { fault, type Fault } from "#lesson/fault.ts";

/** Where an exercise stands. */
export interface Use {
  file: string;
  line: number;
  column: number;
}

/** The exercises of a page in its order, and where they stand. */
export function exercisesOn(page: ShelvedPage): { id: string; use: Use }[] {
  const sources = sourcesOf(page);
  return page.names.elements.flatMap(({ name, attributes, line, column }) => {
    const id = attributes.get("id");
    return exerciseComponents.includes(sources.get(name) ?? "") && typeof id === "string"
      ? [{ id, use: { file: page.file, line, column } }]
      : [];
  });
}

/** Where each exercise is used. The home page may show one that has its place in a lesson. */
export async function exerciseUses(shelf: PageShelf): Promise<Map<string, Use[]>> {
  const uses = new Map<string, Use[]>();
  for (const page of await shelf.all()) {
    if (page.name === "index") continue;
    for (const { id, use } of exercisesOn(page)) uses.set(id, [...(uses.get(id) ?? []), use]);
  }
  return uses;
}

/** `content/loss.mdx:12:1` */
export const placeText = ({ file, line, column }: Use): string => `${file}:${line}:${column}`;

/** The exercises of a page that are used elsewhere too, or twice on it. */
export function repeatedUses(page: ShelvedPage, uses: ReadonlyMap<string, readonly Use[]>): Fault[] {
  if (page.name === "index") return [];
  return exercisesOn(page).flatMap(({ id, use }) => {
    const others = (uses.get(id) ?? []).filter((each) => placeText(each) !== placeText(use));
    return others.length === 0
      ? []
      : [fault(use, `${id} is used twice: also at ${others.map(placeText).join(", ")}. Keep one.`)];
  });
}
