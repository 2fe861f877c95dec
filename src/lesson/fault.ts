/** What is wrong in a page, and what to do about it. */
export interface Fault {
  /** Counted from 1, in the file with its frontmatter. */
  line: number;
  column: number;
  says: string;
}

/** A fault at a place of the file, line and column counted from 1. */
export const fault = ({ line, column }: { line: number; column: number }, says: string): Fault => ({
  line,
  column,
  says,
});

/** The place of a character of a text. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}

/** The character at a place of a text, counted from its start. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
