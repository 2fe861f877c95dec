/** Grades an answer as the page does, and one that is right there on cases that no learner has seen. */
import type { Exercise } from "#exercise/index.ts";
import { callFor, type Submission } from "#grader/call-request.ts";
import { casesFor, effort, freshCases, knownSeed, simpleCases, type Case } from "#grader/cases.ts";
import { gradeOn, gradeSubmission, type GradeOptions } from "#grader/grade-submission.ts";
import { inputsBrief } from "#grader/inputs-text.ts";
import { failureGrade } from "#grader/invalid.ts";
import { judge } from "#grader/judge.ts";
import { MachineBusy } from "#grader/machine-busy.ts";
import { messages } from "#grader/messages.ts";
import type { Grade } from "#grader/verdict.ts";
import type { CallOutput, CallRequest, CallResult, Failure, Runtime } from "#runtime/runtime.ts";

type Caller = Pick<Runtime, "callFunction">;

/**
 * The page's grade, unless that is that the answer is correct. Then it is run on fresh cases of this seed as well, and what it gets
 * wrong there is told. With `knownSeed` there are none. Throws `MachineBusy` where the answer could not be run.
 */
export async function regradeSubmission(
  exercise: Exercise,
  submission: Submission,
  runtime: Caller,
  seed: number,
  options: GradeOptions = {},
): Promise<Grade> {
  if (seed === knownSeed) return gradeSubmission(exercise, submission, runtime, options);
  const known = casesFor(exercise);
  const fresh = freshCases(exercise, seed);
  // Most of the time goes into starting a sandbox, so that all cases are tried in one where that is possible.
  const together = await runtime.callFunction(callFor(exercise, submission, [...known, ...fresh]), {
    signal: options.signal,
  });
  const onKnown = resultOfKnown(together, known.length);
  const grade = await gradeOn(
    exercise,
    submission,
    answering(onKnown, runtime),
    known,
    () => simpleCases(exercise),
    options,
  );
  if (grade.verdict !== "correct") return grade;
  const onFresh =
    resultOfFresh(together, known.length) ??
    (await runtime.callFunction(callFor(exercise, submission, fresh), { signal: options.signal }));
  return (await faultElsewhere(exercise, submission, fresh, onFresh)) ?? grade;
}

/** A runtime that has the result of the first call already, if it isn't null. */
function answering(first: CallResult | null, runtime: Caller): Caller {
  let ready = first;
  return {
    callFunction(request: CallRequest, options) {
      const result = ready;
      ready = null;
      return result ? Promise.resolve(result) : runtime.callFunction(request, options);
    },
  };
}

const printedIn = (
  { printed = [] }: CallResult,
  [from, to]: readonly [number, number],
): readonly CallOutput[] =>
  printed.flatMap((output) => {
    if (output.call === null) return [output];
    return from <= output.call && output.call < to ? [{ ...output, call: output.call - from }] : [];
  });

/** Whether a program that failed would have failed in the same way if it had not been called any further than this. */
const failsAnyway = ({ kind, call }: Failure, calls: number): boolean =>
  ["syntax", "missing-function", "wrong-parameters", "exception"].includes(kind) &&
  (call === undefined || call < calls);

/** What the first calls alone would have led to, or null where that can't be told. */
function resultOfKnown(result: CallResult, calls: number): CallResult | null {
  if (!result.ok) return failsAnyway(result.error, calls) ? result : null;
  return {
    ...result,
    results: result.results.slice(0, calls),
    printed: printedIn(result, [0, calls]),
  };
}

/** What the calls after the first ones alone would have led to, or null where that can't be told. */
function resultOfFresh(result: CallResult, calls: number): CallResult | null {
  const printed = printedIn(result, [calls, Infinity]);
  if (result.ok)
    return {
      ...result,
      results: result.results.slice(calls),
      printed,
    };
  const { call } = result.error;
  return result.error.kind === "exception" && call !== undefined && call >= calls
    ? { ...result, printed, error: { ...result.error, call: call - calls } }
    : null;
}

/** What is wrong in the fresh cases with an answer that is right in all known ones, or null. */
async function faultElsewhere(
  exercise: Exercise,
  submission: Submission,
  fresh: readonly Case[],
  result: CallResult,
): Promise<Grade | null> {
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  const { language } = submission;
  const grade = result.ok
    ? judge(exercise, language, fresh, result.results)
    : await failureGrade(exercise, submission, fresh, result.error);
  if (grade.verdict === "correct") return null;
  if (grade.verdict !== "incorrect") return { ...grade, message: messages.failsElsewhere(grade.message) };
  const simplest = grade.cases
    .flatMap(({ outputs }, i) => (outputs.every(({ agrees }) => agrees) ? [] : [fresh[i]!]))
    .toSorted((a, b) => effort(a) - effort(b))[0]!;
  const message = messages.wrongElsewhere(inputsBrief(exercise, simplest, language));
  const wrong = grade.outputs.find(({ verdict }) => verdict === "incorrect")!;
  const diagnosis = { kind: "partly-right", where: null, output: wrong.wrt, bends: [], message } as const;
  return { ...grade, message, diagnosis };
}
