import { stringify } from "csv-stringify/sync";
import type { Graded } from "#cli/grade/graded.ts";
import type { Format } from "#cli/grade/request.ts";

/** How answers are told in one format. */
export interface Writer {
  /** What comes first. */
  head: string;
  row: (graded: Graded) => string;
}

/** A row as RFC 4180 has it. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
export const csvRow = (cells: readonly (string | number)[]): string =>
  stringify([[...cells]], { record_delimiter: "windows", escape_formulas: true });

const columns = [
  "file",
  "learner",
  "exercise",
  "language",
  "verdict",
  "diagnosis",
  "where",
  "output",
  "message",
] as const;

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");

export const writers: Readonly<Record<Format, Writer>> = {
  json: { head: "", row: (graded) => `${JSON.stringify(graded)}\n` },
  csv: {
    head: csvRow(columns),
    row({ diagnosis, ...graded }) {
      const cells = {
        ...graded,
        diagnosis: diagnosis?.kind,
        where: diagnosis?.where,
        output: diagnosis?.output,
      };
      return csvRow(columns.map((column) => cells[column] ?? ""));
    },
  },
  text: {
    head: "",
    row({ learner, exercise, language, verdict, diagnosis, message }) {
      const whose = learner ? `${learner}: ` : "";
      const kind = diagnosis ? `, ${diagnosis.kind}` : "";
      const told = verdict === "correct" ? "" : `${indented(message)}\n`;
      return `${whose}${exercise} (${language}): ${verdict}${kind}\n${told}`;
    },
  },
};
