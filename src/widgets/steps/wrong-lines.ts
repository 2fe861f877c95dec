import { steps as strings } from "#strings/index.ts";
import type { Grade } from "#grader/verdict.ts";

/** The first line that goes wrong, if the steps of the answer tell. */
const firstWrong = ({ steps }: Grade) => steps?.lines.find(({ state }) => state === "wrong");

/** The lines that a verdict is about, in their order: that of an error, or those that go wrong. */
export function wrongLines(grade: Grade): number[] {
  const lines = [
    grade.line,
    grade.diagnosis?.line,
    ...grade.outputs.map(({ diagnosis }) => diagnosis?.line),
    firstWrong(grade)?.line,
  ];
  return [...new Set(lines.filter((line) => line != null))].sort((a, b) => a - b);
}

/** Names the line that goes wrong, where the message of the verdict doesn't. */
export function sentenceOfLine(grade: Grade): string | null {
  const step = firstWrong(grade);
  if (!step || new RegExp(`\\bline ${step.line}\\b`, "i").test(grade.message)) return null;
  return strings.goesWrong(step.line, step.name);
}
