/** Changes of a learner's code before it runs, in either language. Nothing moves to another line. */

/** A change of code: what stands between two places gives way to a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  /** Which comes first where several begin: what ends an expression before what begins the next one. */
  rank: number;
}

/** What is put before an expression that begins here. */
export const insertBefore = (start: number, text: string): Edit => ({ start, end: start, text, rank: 1 });

/** What is put behind an expression that ends here. */
export const insertAfter = (end: number, text: string): Edit => ({ start: end, end, text, rank: 0 });

/** What is put in the place of a piece of the code. */
export const replacement = ({ from, to }: { from: number; to: number }, text: string): Edit => ({
  start: from,
  end: to,
  text,
  rank: 2,
});

/** A call around an expression. */
export const wrapIn = (
  { from, to }: { from: number; to: number },
  opening: string,
  closing = ")",
): Edit[] => [insertBefore(from, opening), insertAfter(to, closing)];

/** Makes all changes at once. They are listed from the outermost expression inwards, and nest in that order. */
export function applyEdits(code: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, i) => ({ ...edit, depth: edit.rank === 0 ? -i : i }))
    .sort((a, b) => a.start - b.start || a.rank - b.rank || a.depth - b.depth);
  let result = "";
  let at = 0;
  for (const { start, end, text } of ordered) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}
