import { distance } from "fastest-levenshtein";

/** All of these, those that are spelt most like a word first. */
export const nearestFirst = (word: string, all: Iterable<string>): string[] =>
  [...all]
    .map((each) => ({ each, apart: distance(word, each) }))
    .sort((a, b) => a.apart - b.apart || (a.each < b.each ? -1 : 1))
    .map(({ each }) => each);

/** One of these that was probably meant by a word, or null. */
export function likelyName(word: string, all: Iterable<string>): string | null {
  const [near] = nearestFirst(word, all);
  return near !== undefined && distance(word, near) <= Math.max(2, Math.ceil(word.length / 3)) ? near : null;
}

/**
 * " Did you mean …?" of the name that was probably meant, as `write` has it; where there is none, what is said `otherwise`. It goes
 * on from the sentence before.
 */
export function didYouMean(
  word: string,
  all: Iterable<string>,
  otherwise = "",
  write = (near: string): string => near,
): string {
  const near = likelyName(word, all);
  const said = near === null ? otherwise : `Did you mean ${write(near)}?`;
  return said && ` ${said}`;
}

/** "There are: …", of many names only those that are spelt most like a word. */
export function nearestListed(word: string, all: readonly string[], most: number): string {
  const near = nearestFirst(word, all).slice(0, most).join(", ");
  return all.length > most ? `There are, the nearest first: ${near}, ….` : `There are: ${near}.`;
}
