/** A change of code: what stands between two places gives way to a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Makes all changes at once; of insertions at one place, the later in the list comes first. */
export function edited(code: string, edits: readonly Edit[]): string {
  const ordered = edits.toReversed().sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const { start, end, text } of ordered) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}
