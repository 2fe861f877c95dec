/** What is marked when an entry is pointed at, and how far a repeated row takes part. */
import type { EntrySums } from "#graph/entry-sums.ts";
import { textOf, type ArrayEntry } from "#widgets/shapes/shape-session.ts";

/** The entries whose sum this one is in, on the way of the pass that it belongs to where it belongs to one. */
export function usesOf(text: string, sums: EntrySums, entries: ReadonlyMap<string, ArrayEntry>): string[] {
  const { gradient } = entries.get(text)!;
  return Object.keys(sums).filter(
    (sum) =>
      entries.get(sum)!.gradient === gradient && sums[sum]!.some(({ factors }) => factors.includes(text)),
  );
}

/** The entries that flow into the one that is pointed at; for one that is given, those that it flows into. */
export function marksFor(
  text: string,
  sums: EntrySums,
  entries: ReadonlyMap<string, ArrayEntry>,
): Set<string> {
  const terms = sums[text];
  return new Set(terms ? terms.flatMap(({ factors }) => factors) : usesOf(text, sums, entries));
}

/** The repetitions of an entry that are meant: the one in the row that is pointed at, or for the entry itself all of them. */
export function repeatedRowsMarked(
  of: ArrayEntry,
  selected: ArrayEntry,
  marks: ReadonlySet<string>,
): readonly number[] | "all" {
  if (of.array === selected.array) return of.place === selected.place ? "all" : [];
  if (!marks.has(textOf(of)) || selected.array.shape.length !== 2) return [];
  return [Math.floor(selected.place / selected.array.shape[1]!)];
}
