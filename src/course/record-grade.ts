import { gradeSubmission, type Grade } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { Runtime } from "#runtime/runtime.ts";
import { loadExercise } from "#course/definitions.ts";

let runtime: Runtime | undefined;
const grades = new Map<string, Promise<Grade>>();

/** Pages are rendered all at once; answers have a time limit and are graded one after another. */
let last: Promise<unknown> = Promise.resolve();

/** Grades an answer in Python while the course is built. The same answer is graded once, however often its page is rendered. */
export function recordGrade(exercise: string, code: string): Promise<Grade> {
  const key = `${exercise}\n${code}`;
  let grade = grades.get(key);
  if (!grade) {
    runtime ??= createNodeRuntime();
    const grading = runtime;
    const turn = last.then(async () =>
      gradeSubmission(await loadExercise(exercise), { language: "python", code }, grading),
    );
    last = turn.catch(() => undefined);
    grades.set(key, turn);
    grade = turn;
  }
  return grade;
}
