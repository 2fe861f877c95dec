import type { Exercise } from "#exercise/index.ts";
import type { Submission } from "#grader/call-request.ts";
import type { Case } from "#grader/cases.ts";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface StepsOptions {
  signal?: AbortSignal | undefined;
  /** What the answer was graded on; the exercise's own cases if left out. */
  cases?: readonly Case[] | undefined;
}

/** What the lines of an answer are; null where nothing can be said of any. Throws `MachineBusy` where it could not be run. */
export function stepsOf(
  _exercise: Exercise,
  _submission: Submission,
  _runtime: Pick<Runtime, "callFunction">,
  _options: StepsOptions = {},
): Promise<LearnerSteps | null> {
  return Promise.resolve(null);
}
