import type { PageShelf, ShelvedPage } from "#cli/check-page/page-shelf.ts";
import { exercisesIn, type ExerciseUse } from "#lesson/exercises.ts";
import { fault, type Fault } from "#lesson/fault.ts";

/** Where an exercise stands. */
export interface Use extends ExerciseUse {
  file: string;
}

const usesOn = ({ file, names }: ShelvedPage): Use[] => exercisesIn(names).map((use) => ({ ...use, file }));

/** Where each exercise is used. The home page may show one that has its place in a lesson. */
export async function exerciseUses(shelf: PageShelf): Promise<Map<string, Use[]>> {
  const pages = (await shelf.all()).filter(({ name }) => name !== "index");
  return Map.groupBy(pages.flatMap(usesOn), ({ id }) => id);
}

/** `content/loss.mdx:12:1` */
export const placeText = ({ file, line, column }: Use): string => `${file}:${line}:${column}`;

/** The exercises of a page that are used elsewhere too, or twice on it. */
export function repeatedUses(page: ShelvedPage, uses: ReadonlyMap<string, readonly Use[]>): Fault[] {
  if (page.name === "index") return [];
  return usesOn(page).flatMap((use) => {
    const others = (uses.get(use.id) ?? []).filter((each) => placeText(each) !== placeText(use));
    return others.length === 0
      ? []
      : [fault(use, `${use.id} is used twice: also at ${others.map(placeText).join(", ")}. Keep one.`)];
  });
}
