import { csvRow } from "#cli/grade/csv.ts";
import type { ResultRow } from "#cli/grade/result-row.ts";
import type { Format } from "#cli/grade/request.ts";
import { jsonLine, visible, visibleLines } from "#cli/visible.ts";

/** How answers are told in one format. */
export interface Writer {
  /** What comes first. */
  head: string;
  row: (resultRow: ResultRow) => string;
}

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

/** What an answer printed, set off by a bar so that it can't pass for a verdict. */
function printedText({ at, text, cut }: NonNullable<ResultRow["printed"]>): string {
  const lines = visibleLines(text).replace(/\n$/, "").split("\n");
  const head = at === null ? "Printed before any call:" : `Printed for ${visible(at)}:`;
  return indented([head, ...lines.map((line) => `| ${line}`), ...(cut ? ["| …"] : [])].join("\n")) + "\n";
}

export const writers: Readonly<Record<Format, Writer>> = {
  json: { head: "", row: jsonLine },
  csv: {
    head: csvRow(columns),
    row({ diagnosis, printed: _, seeds: __, ...resultRow }) {
      const cells = {
        ...resultRow,
        diagnosis: diagnosis?.kind,
        where: diagnosis?.where,
        output: diagnosis?.output,
      };
      return csvRow(columns.map((column) => cells[column] ?? ""));
    },
  },
  text: {
    head: "",
    row({ learner, exercise, language, verdict, diagnosis, message, printed }) {
      const whose = learner ? `${visible(learner)}: ` : "";
      const kind = diagnosis ? `, ${diagnosis.kind}` : "";
      const result = verdict === "correct" ? "" : `${indented(visibleLines(message))}\n`;
      return `${whose}${visible(exercise)} (${language}): ${verdict}${kind}\n${result}${printed ? printedText(printed) : ""}`;
    },
  },
};
