import { openWhenSolved } from "#widgets/compare/open-when-solved.ts";
import { gradeSubmission, stepsOf, type Submission } from "#grader/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { loadExercise } from "#course/definitions.ts";
import type { Grade } from "#grader/verdict.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { ExplainLines } from "#widgets/steps/steps-request.ts";

// From the first submission on: until then there is nothing to compare with. Where it fails, all can be unfolded by hand.
openWhenSolved().catch(() => undefined);

export type GradeCode = (submission: Submission, signal: AbortSignal) => Promise<Grade>;

/** Fetches all that grading an exercise takes. */
export async function loadGrading(id: string): Promise<GradeCode> {
  const [exercise, runtime] = await Promise.all([loadExercise(id), pageRuntime()]);
  return (submission, signal) => gradeSubmission(exercise, submission, runtime, { signal });
}

/** Fetches all that it takes to say what the lines of an answer are. */
export async function loadSteps(id: string): Promise<ExplainLines<Attempt>> {
  const [exercise, runtime] = await Promise.all([loadExercise(id), pageRuntime()]);
  return async ({ language, code }, signal) =>
    language === "graph" ? null : stepsOf(exercise, { language, code }, runtime, { signal });
}
