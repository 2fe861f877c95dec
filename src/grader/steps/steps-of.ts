import type { Exercise } from "#exercise/index.ts";
import { recordedCallFor, type Submission } from "#grader/call-request.ts";
import { casesFor, type Case } from "#grader/cases.ts";
import { judge } from "#grader/judge.ts";
import { MachineBusy } from "#grader/machine-busy.ts";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface StepsOptions {
  signal?: AbortSignal | undefined;
  /** What the answer was graded on; the exercise's own cases if left out. */
  cases?: readonly Case[] | undefined;
}

/** What the lines of an answer are; null where nothing can be said of any. Throws `MachineBusy` where it could not be run. */
export async function stepsOf(
  exercise: Exercise,
  submission: Submission,
  runtime: Pick<Runtime, "callFunction">,
  { signal, cases = casesFor(exercise) }: StepsOptions = {},
): Promise<LearnerSteps | null> {
  const result = await runtime.callFunction(recordedCallFor(exercise, submission, cases), { signal });
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  if (!result.ok || !result.records) return null;
  const { records, results } = result;
  return judge(exercise, submission.language, cases, results, records).steps ?? null;
}
