import type { PageCache, SourcePage } from "#cli/check-page/page-cache.ts";
import { exercisesIn, type ExerciseUse } from "#lesson/page-exercises.ts";
import { problemAt, type Problem } from "#lesson/problem.ts";

/** Where an exercise stands. */
export interface LocatedUse extends ExerciseUse {
  file: string;
}

const usesOn = ({ file, names }: SourcePage): LocatedUse[] =>
  exercisesIn(names).map((use) => ({ ...use, file }));

/** Where each exercise is used. The home page may show one that has its place in a lesson. */
export async function exerciseUses(pageCache: PageCache): Promise<Map<string, LocatedUse[]>> {
  const pages = (await pageCache.all()).filter(({ name }) => name !== "index");
  return Map.groupBy(pages.flatMap(usesOn), ({ id }) => id);
}

/** `content/loss.mdx:12:1` */
export const placeText = ({ file, line, column }: LocatedUse): string => `${file}:${line}:${column}`;

/** The exercises of a page that are used elsewhere too, or twice on it. */
export function repeatedUses(page: SourcePage, uses: ReadonlyMap<string, readonly LocatedUse[]>): Problem[] {
  if (page.name === "index") return [];
  return usesOn(page).flatMap((use) => {
    const others = (uses.get(use.id) ?? []).filter((each) => placeText(each) !== placeText(use));
    return others.length === 0
      ? []
      : [problemAt(use, `${use.id} is used twice: also at ${others.map(placeText).join(", ")}. Keep one.`)];
  });
}
