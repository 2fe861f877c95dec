import { readFile } from "node:fs/promises";
import { readArguments } from "#cli/arguments.ts";
import {
  exerciseIds,
  graphExerciseIds,
  loadExercise,
  loadGraphExercise,
  unknownExercise,
} from "#cli/exercises.ts";
import { UsageError } from "#cli/usage.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { gradeGraphAnswer } from "#grader/graph/index.ts";
import { gradeSubmission, type Grade, type Verdict } from "#grader/index.ts";
import { parseAnswers, type Answer } from "#learner/answers.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { Runtime } from "#runtime/runtime.ts";

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

type GradeAnswer = (answer: Answer) => Promise<Pick<Grade, "verdict" | "diagnosis" | "message">>;

const invalid = (message: string) => ({ verdict: "invalid" as const, diagnosis: null, message });

/** The grader of one exercise's answers. */
async function graderFor(id: string, runtime: Runtime): Promise<GradeAnswer> {
  if (isGraphExercise(id)) {
    const exercise = await loadGraphExercise(id);
    return ({ language, code }) =>
      Promise.resolve(
        language === "graph"
          ? gradeGraphAnswer(exercise, code)
          : invalid(
              `This exercise is answered on the graph, so the answer's language is “graph”, not “${language}”.`,
            ),
      );
  }
  const exercise = await loadExercise(id);
  return ({ language, code }) =>
    language === "graph"
      ? Promise.resolve(invalid("This exercise is answered in “python” or “javascript”, not on the graph."))
      : gradeSubmission(exercise, { language, code }, runtime);
}

/** Grades exported answers again. Returns the exit code: 1 if a file or an answer could not be used. */
export async function grade(args: readonly string[]): Promise<number> {
  const { flags, operands } = readArguments("grade", args, ["json", "csv"]);
  if (flags.json && flags.csv) throw new UsageError("Choose one of --json and --csv.");
  if (operands.length === 0)
    throw new UsageError("handgrad grade needs at least one file of exported answers.");
  const write = flags.json ? asJson : flags.csv ? asCsv : asText;
  const ids = [...(await exerciseIds()), ...(await graphExerciseIds())];
  const graders = new Map<string, Promise<GradeAnswer>>();
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
      for (const answer of answers) {
        const { exercise, language } = answer;
        const told = { file, learner, exercise, language };
        if (!ids.includes(exercise)) {
          const message = unknownExercise(exercise, ids);
          complain(file, message);
          process.stdout.write(write({ ...told, verdict: "invalid", diagnosis: null, message }));
          continue;
        }
        if (!graders.has(exercise)) graders.set(exercise, graderFor(exercise, runtime));
        const gradeAnswer = await graders.get(exercise)!;
        const { verdict, diagnosis, message } = await gradeAnswer(answer);
        const named = diagnosis && { kind: diagnosis.kind, where: diagnosis.where, output: diagnosis.output };
        process.stdout.write(write({ ...told, verdict, diagnosis: named, message }));
      }
    }
  } finally {
    runtime.close();
  }
  return complaints.length > 0 ? 1 : 0;
}
