import { nameIn, type Exercise, type Language } from "#exercise/index.ts";
import { arrayValue, casesFor, type Case } from "#grader/cases.ts";
import { agree, agreeEverywhere, magnitude, numbersIn, tolerance } from "#grader/compare.ts";
import { derive, gradientOf } from "#grader/derivation.ts";
import { diagnose, type WrongAnswer } from "#grader/diagnose.ts";
import { answerFault, failureGrade } from "#grader/invalid.ts";
import { says } from "#grader/messages.ts";
import { truths } from "#grader/mistakes.ts";
import type { CaseRow, Diagnosis, Grade, OutputVerdict } from "#grader/verdict.ts";
import type { CallRequest, CallResult, Runtime } from "#runtime/runtime.ts";

export interface Submission {
  language: Language;
  code: string;
}

/** Runs a submission in the runtime and grades what comes back. Never rejects because of what the learner wrote. */
export async function gradeSubmission(
  exercise: Exercise,
  submission: Submission,
  runtime: Runtime,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Grade> {
  const cases = casesFor(exercise);
  const result = await runtime.callFunction(callFor(exercise, submission, cases), options);
  return judge(exercise, submission.language, cases, result);
}

/** What the runtime is asked to do with a submission. */
export function callFor(
  { asks, wrt }: Exercise,
  { language, code }: Submission,
  cases: readonly Case[],
): CallRequest {
  return {
    language,
    code,
    name: nameIn(language, asks.name),
    params: asks.params.map((param) => nameIn(language, param)),
    outputs: wrt.length,
    calls: cases.map(({ args }) => args),
  };
}

/** The verdict on what a submission returned for these cases. */
export function judge(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  result: CallResult,
): Grade {
  if (!result.ok) return failureGrade(exercise, language, cases, result.error);
  const { wrt, asks } = exercise;
  const returned = result.results.map((value) =>
    wrt.length === 1 ? [value] : value.kind === "tuple" ? value.items : [value],
  );
  const fault = answerFault(exercise, language, cases, returned);
  if (fault) return fault;

  const derivations = cases.map((each) => derive(exercise, each));
  const outputs = wrt.map((name, place) => ({
    wrt: name,
    truth: truths(derivations, name),
    answers: returned.map((values) => numbersIn(values[place]!)!),
  }));
  const right = outputs.map(({ answers, truth }) =>
    agreeEverywhere(answers, truth, tolerance, magnitude(truth)),
  );

  const rows = cases.map(({ args }, i): CaseRow => ({
    inputs: asks.params.map((param, place) => ({ name: nameIn(language, param), value: args[place]! })),
    outputs: outputs.map(({ wrt: name, truth, answers }, place) => ({
      wrt: nameIn(language, name),
      yours: returned[i]![place]!,
      autograd: arrayValue(gradientOf(derivations[i]!, name)),
      agrees: agree(answers[i]!, truth[i]!, tolerance * (magnitude(truth) || 1)),
    })),
  }));
  const shared = { cases: rows, line: null };
  if (right.every(Boolean)) {
    return {
      ...shared,
      verdict: "correct",
      message: says.correct(wrt.length),
      diagnosis: null,
      outputs: wrt.map((name) => ({ wrt: name, verdict: "correct", diagnosis: null })),
    };
  }
  if (inAnotherOrder(outputs)) {
    const diagnosis: Diagnosis = {
      kind: "order",
      where: null,
      output: null,
      message: says.order(wrt.map((name) => nameIn(language, name))),
    };
    return {
      ...shared,
      verdict: "incorrect",
      message: diagnosis.message,
      diagnosis,
      outputs: wrt.map((name, i) => ({
        wrt: name,
        verdict: right[i] ? "correct" : "incorrect",
        diagnosis: null,
      })),
    };
  }
  const context = { exercise, language, cases, derivations };
  const verdicts = outputs.map((output, i): OutputVerdict =>
    right[i]
      ? { wrt: output.wrt, verdict: "correct", diagnosis: null }
      : { wrt: output.wrt, verdict: "incorrect", diagnosis: diagnose(output, context) },
  );
  return {
    ...shared,
    verdict: "incorrect",
    message: summary(verdicts, language),
    diagnosis: verdicts.find(({ diagnosis }) => diagnosis)!.diagnosis,
    outputs: verdicts,
  };
}

/** Whether the right gradients are all there, in another order. */
function inAnotherOrder(outputs: readonly WrongAnswer[]): boolean {
  const free = new Set(outputs);
  return outputs.every(({ answers }) => {
    const match = [...free].find(({ truth }) => agreeEverywhere(answers, truth, tolerance, magnitude(truth)));
    return match !== undefined && free.delete(match);
  });
}

/** One paragraph per wrong gradient, after a word on the right ones. */
function summary(verdicts: readonly OutputVerdict[], language: Language): string {
  const wrong = verdicts.flatMap(({ wrt, diagnosis }) =>
    diagnosis ? [{ wrt: nameIn(language, wrt), diagnosis }] : [],
  );
  if (verdicts.length === 1) return wrong[0]!.diagnosis.message;
  const right = verdicts
    .filter(({ verdict }) => verdict === "correct")
    .map(({ wrt }) => nameIn(language, wrt));
  return [
    ...(right.length > 0 ? [says.othersRight(right)] : []),
    ...wrong.map(({ wrt, diagnosis }) => says.ofOutput(wrt, diagnosis.message)),
  ].join("\n\n");
}
