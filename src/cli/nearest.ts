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
