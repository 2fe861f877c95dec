const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => entities[character]!);

/** Marks up lines, given as HTML, so that they lie where the editor will put them. `wrongLine` counts from 1. */
export const stillLines = (lines: readonly string[], wrongLine: number | null = null): string =>
  lines
    .map((line, i) => `<span class="hg-line${i + 1 === wrongLine ? " hg-wrong-line" : ""}">${line}\n</span>`)
    .join("");
