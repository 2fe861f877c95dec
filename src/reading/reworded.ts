/** Patterns of messages, and what is said in the place of such a message, of the pattern's groups. */
export type Rewordings = readonly (readonly [RegExp, (...groups: string[]) => string])[];

/** A message in the words of the first pattern that it matches; null where it matches none. */
export function reworded(message: string, rewordings: Rewordings): string | null {
  for (const [pattern, say] of rewordings) {
    const match = pattern.exec(message);
    if (match) return say(...match.slice(1));
  }
  return null;
}
