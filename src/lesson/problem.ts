/** A place in a file, both counted from 1, with its frontmatter. */
export interface Location {
  line: number;
  column: number;
}

/** What is wrong in a page, and what to do about it. */
export interface Problem extends Location {
  message: string;
}

/** A problem of the file at this place. */
export const problemAt = ({ line, column }: Location, message: string): Problem => ({
  line,
  column,
  message,
});

/** The place of a character of a text. */
export function locationAt(text: string, offset: number): Location {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}

/** The character at a place of a text, counted from its start. */
export function offsetOf(text: string, { line, column }: Location): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
