import { readFile } from "node:fs/promises";
import { readArguments } from "#cli/arguments.ts";
import { exerciseIds, loadExercise, unknownExercise } from "#cli/exercises.ts";
import { UsageError } from "#cli/usage.ts";
import type { Exercise } from "#exercise/index.ts";
import { gradeSubmission, type Verdict } from "#grader/index.ts";
import { parseAnswers, type Answer } from "#learner/answers.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

/** What is told of one answer. */
interface Graded {
  file: string;
  learner: string;
  exercise: string;
  language: Answer["language"];
  verdict: Verdict;
  diagnosis: { kind: string; where: string | null; output: string | null } | null;
  message: string;
}

type Writer = (graded: Graded) => string;

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

/** A row of RFC 4180: what holds a comma, a quote or a line break is quoted. */
const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;

const asJson: Writer = (graded) => `${JSON.stringify(graded)}\n`;

const asCsv: Writer = ({ diagnosis, ...graded }) => {
  const cells = { ...graded, diagnosis: diagnosis?.kind, where: diagnosis?.where, output: diagnosis?.output };
  return csvRow(columns.map((column) => cells[column] ?? ""));
};

const asText: Writer = ({ learner, exercise, language, verdict, diagnosis, message }) =>
  `${learner ? `${learner}: ` : ""}${exercise} (${language}): ${verdict}${diagnosis ? `, ${diagnosis.kind}` : ""}\n${
    verdict === "correct" ? "" : message.replaceAll(/^(?=.)/gm, "  ") + "\n"
  }`;

/** Grades exported answers again. Returns the exit code: 1 if a file or an answer could not be used. */
export async function grade(args: readonly string[]): Promise<number> {
  const { flags, operands } = readArguments("grade", args, ["json", "csv"]);
  if (flags.json && flags.csv) throw new UsageError("Choose one of --json and --csv.");
  if (operands.length === 0)
    throw new UsageError("handgrad grade needs at least one file of exported answers.");
  const write = flags.json ? asJson : flags.csv ? asCsv : asText;
  const ids = await exerciseIds();
  const exercises = new Map<string, Promise<Exercise>>();
  const runtime = createNodeRuntime();
  const complaints: string[] = [];
  const complain = (file: string, problem: string) => {
    complaints.push(problem);
    process.stderr.write(`${file}: ${problem}\n`);
  };
  if (flags.csv) process.stdout.write(csvRow(columns));
  try {
    for (const file of operands) {
      const text = await readFile(file, "utf8").catch(() => null);
      if (text === null) {
        complain(file, "The file can't be read. Is the path right?");
        continue;
      }
      const { learner, answers, problems } = parseAnswers(text);
      for (const problem of problems) complain(file, problem);
      for (const { exercise, language, code } of answers) {
        const told = { file, learner, exercise, language };
        if (!ids.includes(exercise)) {
          const message = unknownExercise(exercise, ids);
          complain(file, message);
          process.stdout.write(write({ ...told, verdict: "invalid", diagnosis: null, message }));
          continue;
        }
        if (!exercises.has(exercise)) exercises.set(exercise, loadExercise(exercise));
        const definition = await exercises.get(exercise)!;
        const { verdict, diagnosis, message } = await gradeSubmission(
          definition,
          { language, code },
          runtime,
        );
        const named = diagnosis && { kind: diagnosis.kind, where: diagnosis.where, output: diagnosis.output };
        process.stdout.write(write({ ...told, verdict, diagnosis: named, message }));
      }
    }
  } finally {
    runtime.close();
  }
  return complaints.length > 0 ? 1 : 0;
}
