/** How the rows of a wrapped line stand: below its own beginning, not below the line numbers, where Python's indentation would be lost. */

export const tabSize = 4;

/** A line may be indented further than a telephone is wide. */
const mostColumns = 16;

/** The columns by which a line's further rows are moved in. */
export function hangOf(line: string): number {
  let columns = 0;
  for (const sign of /^[ \t]*(?=\S)/.exec(line)?.[0] ?? "")
    columns += sign === "\t" ? tabSize - (columns % tabSize) : 1;
  return Math.min(columns, mostColumns);
}

/** What is to stand in the line's `style`, or null; `code-editor.css` does the rest. */
export function hangingStyle(line: string): string | null {
  const columns = hangOf(line);
  return columns === 0 ? null : `--hang:${columns}ch`;
}
