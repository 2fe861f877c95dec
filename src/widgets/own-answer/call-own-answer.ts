/** Runs what a learner submitted on inputs of a widget's choice. Fetched with the first call. */
import type { ExerciseDefinition } from "#exercise/index.ts";
import { callFor, numbersIn, outputsOf } from "#grader/index.ts";
import { pageRuntime } from "#widgets/page-runtime.ts";
import type { Value } from "#runtime/runtime.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";

/** One list of numbers per call, one number per output (null for what isn't a number); or why there are none, in words. */
export type OwnNumbers = { ok: true; numbers: (number | null)[][] } | { ok: false; message: string };

/**
 * Calls the learner's function with scalars, isolated and within the time of one graded submission.
 * @param calls one list of arguments per call, in the order of the function's parameters
 */
export async function callOwnAnswer(
  exercise: ExerciseDefinition,
  answer: OwnAnswer,
  calls: readonly (readonly number[])[],
  signal?: AbortSignal,
): Promise<OwnNumbers> {
  const runtime = await pageRuntime();
  const called = calls.map((args) => ({
    args: args.map((value): Value => ({ kind: "number", value, integer: false })),
  }));
  const result = await runtime.callFunction(callFor(exercise, answer, called), { signal });
  if (!result.ok) return { ok: false, message: result.error.message };
  return { ok: true, numbers: result.results.map((value, i) => scalarsIn(exercise, value, called[i]!)) };
}

function scalarsIn(
  exercise: ExerciseDefinition,
  returned: Value,
  called: { args: readonly Value[] },
): (number | null)[] {
  const outputs = outputsOf(exercise, returned, called).map((value) => numbersIn(value)?.data ?? []);
  return exercise.wrt.map((_, i) => {
    const [number, more] = outputs[i] ?? [];
    return number !== undefined && more === undefined && Number.isFinite(number) ? number : null;
  });
}
