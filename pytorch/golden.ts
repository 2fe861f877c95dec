/** What real PyTorch printed for the cells of a page, as the text files in `content/cells` keep it. */
import { createHash } from "node:crypto";
import type { CellFence } from "#lesson/cell.ts";

export interface GoldenOutput {
  stdout: string;
  /** How the cell ended, such as `RuntimeError on line 5: …`; null for a cell that ran to its end. */
  error: string | null;
}

/** A cell's heading in the file: its title, and a mark of its code, by which a changed cell is known. */
export function headingOf({ props, code }: CellFence): string {
  const title = props.get("title");
  const mark = createHash("sha256").update(code.trimEnd()).digest("hex").slice(0, 8);
  return `${typeof title === "string" ? title : "Untitled"} · ${mark}`;
}

const preface = (page: string): string =>
  `What real PyTorch prints for the cells of ${page}.mdx, as \`npm run record-cells\` found it.\n`;

const ending = "Ends with ";

/** The file for a page. */
export const writeGoldens = (page: string, goldens: readonly (readonly [string, GoldenOutput])[]): string =>
  [
    preface(page),
    ...goldens.map(
      ([heading, { stdout, error }]) =>
        `=== ${heading}\n${printedLines(stdout)}${error === null ? "" : `${ending}${error}\n`}`,
    ),
  ].join("\n");

/** Output without empty lines at its end. */
export const printedLines = (stdout: string): string => (stdout.trim() === "" ? "" : `${stdout.trimEnd()}\n`);

/** The headings and outputs of a file, in its order. */
export function readGoldens(text: string): (readonly [string, GoldenOutput])[] {
  const [, ...parts] = text.split(/^=== (.* · [0-9a-f]{8})\n/m);
  return parts.flatMap((heading, i) => (i % 2 === 0 ? [[heading, readOutput(parts[i + 1]!)] as const] : []));
}

function readOutput(text: string): GoldenOutput {
  const lines = text.trimEnd().split("\n");
  const error = lines.at(-1)?.startsWith(ending) ? lines.pop()!.slice(ending.length) : null;
  return { stdout: printedLines(lines.join("\n")), error };
}
