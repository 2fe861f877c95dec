import { gradeSubmission } from "#grader/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { loadExercise } from "#course/definitions.ts";
import type { Grade } from "#grader/verdict.ts";
import type { Language } from "#reading/language.ts";

export type GradeCode = (
  submission: { language: Language; code: string },
  signal: AbortSignal,
) => Promise<Grade>;

/** Fetches all that grading an exercise takes. */
export async function loadGrading(id: string): Promise<GradeCode> {
  const [exercise, runtime] = await Promise.all([loadExercise(id), pageRuntime()]);
  return (submission, signal) => gradeSubmission(exercise, submission, runtime, { signal });
}
