/** Judges what a submission returned: the verdict, and what can be said of a wrong answer. */
import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { outputsOf } from "#grader/call-request.ts";
import { arrayValue, type Case } from "#grader/cases.ts";
import {
  agree,
  agreeEverywhere,
  isWellFormed,
  leeway,
  magnitude,
  numbersIn,
  tolerance,
  type Numbers,
} from "#grader/compare.ts";
import type { Trial } from "#grader/counterexample.ts";
import { diagnose, type WrongAnswer } from "#grader/diagnose.ts";
import { gradientOf, runCase, trueGradients, type ForwardRun } from "#grader/forward-run.ts";
import { answerFault, incomplete } from "#grader/invalid.ts";
import { messages } from "#grader/messages.ts";
import { stepWithRepair, withRepair } from "#grader/repairs/with-repair.ts";
import type { Repair } from "#grader/repairs/find-repair.ts";
import { withNote } from "#grader/notes.ts";
import { diagnoserByLine } from "#grader/steps/diagnose-line.ts";
import { readAnswer, type ReadAnswer } from "#grader/steps/index.ts";
import type { WrongLine } from "#grader/steps/wrong-line.ts";
import type { CaseRow, Diagnosis, Grade, OutputVerdict, Verdict } from "#grader/verdict.ts";
import type { RecordedValue, Value } from "#runtime/runtime.ts";

/** What was recorded of an answer's lines, one list per case. */
export type Records = readonly (readonly RecordedValue[])[];

/** Whether there is a result for every case, and each is what it says. The runtime sees to that; a verdict doesn't rest on it. */
export const isComplete = (cases: readonly Case[], results: readonly Value[]): boolean =>
  results.length === cases.length && results.every(isWellFormed);

/** The brackets that all of these values came in. */
function bracketsOf(values: readonly Value[]): WrongAnswer["brackets"] {
  const types = new Set(values.map((value) => (value.kind === "array" ? value.type : undefined)));
  return types.size === 1 ? [...types][0] : undefined;
}

/** Whether an output agrees with the truth in every case. */
export const isRight = ({ answers, truth }: Pick<WrongAnswer, "answers" | "truth">): boolean =>
  agreeEverywhere(answers, truth, tolerance, magnitude(truth));

/**
 * The verdict alone, where the truth is known: one list of outputs for each input differentiated by.
 */
export function gradeAgainst(
  exercise: Exercise,
  cases: readonly Case[],
  truth: readonly (readonly Numbers[])[],
  results: readonly Value[],
): Verdict {
  if (!isComplete(cases, results)) return "invalid";
  const returned = results.map((value, i) => outputsOf(exercise, value, cases[i]!));
  if (answerFault(exercise, "python", cases, returned)) return "invalid";
  const right = truth.every((each, place) =>
    isRight({ truth: each, answers: returned.map((values) => numbersIn(values[place]!)!) }),
  );
  return right ? "correct" : "incorrect";
}

/** An answer beside the truth. */
export interface Comparison {
  exercise: Exercise;
  language: Language;
  cases: readonly Case[];
  runs: readonly ForwardRun[];
  outputs: readonly WrongAnswer[];
  right: readonly boolean[];
  rows: readonly CaseRow[];
}

/** The verdict on what a submission returned for these cases, and on its lines where they were recorded. */
export function judge(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  results: readonly Value[],
  records?: Records,
): Grade {
  const compared = compare(exercise, language, cases, results);
  return "verdict" in compared ? compared : conclude(compared, readLines(compared, records)).grade;
}

/** The lines of an answer as a derivation; null where none were recorded, or nothing can be said of them. */
export const readLines = (compared: Comparison, records: Records | undefined): ReadAnswer | null =>
  records ? readAnswer(compared, records) : null;

/** What was returned beside the truth; if it can't be put there, the verdict on that. */
export function compare(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  results: readonly Value[],
): Comparison | Grade {
  if (!isComplete(cases, results)) return incomplete;
  const { wrt, asks } = exercise;
  const returned = results.map((value, i) => outputsOf(exercise, value, cases[i]!));
  const fault = answerFault(exercise, language, cases, returned);
  if (fault) return fault;

  const runs = cases.map((each) => runCase(exercise, each));
  const outputs = wrt.map((name, place) => ({
    wrt: name,
    truth: trueGradients(runs, name),
    answers: returned.map((values) => numbersIn(values[place]!)!),
    brackets: bracketsOf(returned.map((values) => values[place]!)),
  }));
  const leeways = outputs.map(({ truth }) => leeway(truth));
  const rows = cases.map(({ args }, i): CaseRow => ({
    inputs: asks.params.map((param, place) => ({ name: nameIn(language, param), value: args[place]! })),
    outputs: outputs.map(({ wrt: name, truth, answers }, place) => ({
      wrt: nameIn(language, name),
      yours: returned[i]![place]!,
      autograd: arrayValue(gradientOf(runs[i]!, name)),
      agrees: agree(answers[i]!, truth[i]!, leeways[place]!),
    })),
  }));
  return { exercise, language, cases, runs, outputs, right: outputs.map(isRight), rows };
}

/** What is found out about a wrong answer by running it once more. */
export interface Findings {
  /** What it returned for simpler cases. */
  further?: readonly Trial[] | undefined;
  /** The slip that it is right without. */
  repair?: Repair | undefined;
}

export interface Conclusion {
  grade: Grade;
  /** The diagnoses in it that are guesses, and all that is said of an output. */
  guesses: readonly Diagnosis[];
}

/**
 * The verdict, and what can be said of a wrong answer: of its lines where they were read, of the slip in it if one was found, and by
 * the simplest failure among what it returned for further cases.
 */
export function conclude(
  compared: Comparison,
  answer: ReadAnswer | null,
  { further, repair }: Findings = {},
): Conclusion {
  const { exercise, language, cases, runs, outputs, right, rows } = compared;
  const { wrt } = exercise;
  const isCorrect = right.every(Boolean);
  const context = { exercise, language, cases, runs, further };
  const order =
    isCorrect || !inAnotherOrder(outputs) ? null : orderDiagnosis(wrt, language, answer?.firstWrong ?? null);
  const byLine = diagnoserByLine(context);
  const guesses: Diagnosis[] = [];
  const diagnosisOf = (output: WrongAnswer): Diagnosis => {
    const line = answer?.wrongLineOf(output.wrt);
    const whole = () => diagnose(output, context);
    const found = line ? byLine(line, output, whole) : whole();
    const repaired = repair ? withRepair(found, repair, wrt.indexOf(output.wrt)) : found;
    const { isGuess, ...diagnosis } = withNote(repaired, output, context);
    if (isGuess && !diagnosis.note) guesses.push(diagnosis);
    return diagnosis;
  };
  const verdicts = outputs.map((output, i): OutputVerdict => ({
    wrt: output.wrt,
    verdict: right[i] ? "correct" : "incorrect",
    diagnosis: right[i] || order ? null : diagnosisOf(output),
  }));
  const diagnosis =
    order ??
    firstOf(
      verdicts.flatMap((each) => each.diagnosis ?? []),
      answer,
    );
  const at = diagnosis?.at ?? Math.max(0, firstDisagreeing(rows, wrt.indexOf(diagnosis?.output ?? "")));
  const diagnosed = new Set(verdicts.flatMap(({ diagnosis: each }) => each?.line ?? []));
  const lines = (answer?.linesAt(at) ?? []).map((step) =>
    repair ? stepWithRepair(step, repair, diagnosed) : step,
  );
  const grade: Grade = {
    verdict: isCorrect ? "correct" : "incorrect",
    message: isCorrect ? messages.correct(wrt.length) : (order?.message ?? summary(verdicts, language)),
    diagnosis,
    outputs: verdicts,
    cases: rows,
    ...(answer && { steps: { at, lines } }),
    line: null,
  };
  return { grade, guesses };
}

/** The diagnosis of the line that is run first; the first one where no lines are known. */
function firstOf(diagnoses: readonly Diagnosis[], answer: ReadAnswer | null): Diagnosis | null {
  const [first] = diagnoses.toSorted(
    (a, b) => (answer?.placeOf(a.line) ?? Infinity) - (answer?.placeOf(b.line) ?? Infinity),
  );
  return first ?? null;
}

/** The first case in which an output, by its number, disagrees, or any if there is none of this number; or -1. */
export const firstDisagreeing = (rows: readonly CaseRow[], place = -1): number =>
  rows.findIndex(({ outputs }) =>
    (outputs[place] ? [outputs[place]] : outputs).some(({ agrees }) => !agrees),
  );

const orderDiagnosis = (wrt: readonly string[], language: Language, line: WrongLine | null): Diagnosis => ({
  kind: "order",
  where: null,
  output: null,
  bends: [],
  ...(line && { line: line.line.line }),
  message: messages.order(wrt.map((name) => nameIn(language, name))),
});

/** Whether the right gradients are all there, in another order. */
function inAnotherOrder(outputs: readonly WrongAnswer[]): boolean {
  const free = new Set(outputs);
  return outputs.every(({ answers }) => {
    const match = [...free].find(({ truth }) => isRight({ answers, truth }));
    return match !== undefined && free.delete(match);
  });
}

/** One paragraph per mistake, after a word on the right ones. */
function summary(verdicts: readonly OutputVerdict[], language: Language): string {
  const wrong = verdicts.flatMap(({ wrt, diagnosis }) =>
    diagnosis ? [{ wrt: nameIn(language, wrt), diagnosis }] : [],
  );
  if (verdicts.length === 1) return wrong[0]!.diagnosis.message;
  const right = verdicts
    .filter(({ verdict }) => verdict === "correct")
    .map(({ wrt }) => nameIn(language, wrt));
  return [
    ...(right.length > 0 ? [messages.othersRight(right)] : []),
    ...new Set(wrong.map(({ diagnosis }) => diagnosis.message)).values().map((message) =>
      messages.ofOutputs(
        wrong.filter(({ diagnosis }) => diagnosis.message === message).map(({ wrt }) => wrt),
        message,
      ),
    ),
  ].join("\n\n");
}
