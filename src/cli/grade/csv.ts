import { stringify } from "csv-stringify/sync";
import { visibleLines } from "#cli/visible.ts";

/** What a spreadsheet would take for a formula, also behind blanks, and in the wide letters of East Asia. */
const formula = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

/** A text as a cell: no spreadsheet runs it, and nothing in it is unseen. */
export function csvCell(text: string): string {
  const shown = visibleLines(text);
  return formula.test(shown) ? `'${shown}` : shown;
}

/** A row as RFC 4180 has it. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
export const csvRow = (cells: readonly (string | number)[]): string =>
  stringify([cells.map((cell) => (typeof cell === "number" ? cell : csvCell(cell)))], {
    record_delimiter: "windows",
    quoted_match: /[\r\n]|^\s|\s$/, // the writer itself looks for the whole delimiter only
  });
