import { hangingStyle } from "#widgets/hanging-indent.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as it stands between tags. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => entities[character]!);

/**
 * Marks up the lines of some code so that they lie where the editor will put them.
 * @param html the same lines as HTML, where they are more than text
 * @param wrongLine counted from 1
 */
export function stillLines(code: string, html?: readonly string[], wrongLine: number | null = null): string {
  const marked = (line: string, i: number) => {
    const style = hangingStyle(line);
    const classes = `hg-line${i + 1 === wrongLine ? " hg-wrong-line" : ""}`;
    return `<span class="${classes}"${style === null ? "" : ` style="${style}"`}>${html?.[i] ?? escapeHtml(line)}\n</span>`;
  };
  return code.split("\n").map(marked).join("");
}
