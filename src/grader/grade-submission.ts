import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { callFor, outputsOf, recordedCallFor, type Submission } from "#grader/call-request.ts";
import { arrayValue, casesFor, simpleCases, type Case } from "#grader/cases.ts";
import {
  agree,
  agreeEverywhere,
  isWellFormed,
  magnitude,
  numbersIn,
  tolerance,
  type Numbers,
} from "#grader/compare.ts";
import { runCase, gradientOf, trueGradients, type ForwardRun } from "#grader/forward-run.ts";
import { diagnose, type WrongAnswer } from "#grader/diagnose.ts";
import { lineOfHat, powerInstead } from "#grader/exceptions/index.ts";
import { answerFault, failureGrade, incomplete, misspeltPower } from "#grader/invalid.ts";
import { MachineBusy } from "#grader/machine-busy.ts";
import { messages } from "#grader/messages.ts";
import { withNote } from "#grader/notes.ts";
import type { Trial } from "#grader/counterexample.ts";
import { inputsText } from "#grader/inputs-text.ts";
import type { CaseRow, Diagnosis, Grade, OutputVerdict, Verdict } from "#grader/verdict.ts";
import { diagnoserByLine } from "#grader/steps/diagnose-line.ts";
import { readAnswer, type ReadAnswer, type WrongLine } from "#grader/steps/index.ts";
import type { CallResult, RecordedValue, Runtime, Value } from "#runtime/runtime.ts";

export interface GradeOptions {
  signal?: AbortSignal | undefined;
  /** Whether a wrong answer is run once more to see what its lines come to; so it is, if nothing else is said. */
  steps?: boolean | undefined;
}

/** What was recorded of an answer's lines, one list per case. */
type Records = readonly (readonly RecordedValue[])[];

/** What is known of an answer besides what it returned. */
export interface Evidence {
  /** What it returned for simpler cases, from which the simplest failure is chosen. */
  further?: readonly Trial[] | undefined;
  /** What its lines came to. */
  records?: Records | undefined;
}

/**
 * Runs a submission in the runtime and grades what comes back. An answer that nothing explains is run once more, on simpler
 * inputs. Never rejects because of what the learner wrote, but with `MachineBusy` where it could not be run.
 */
export const gradeSubmission = (
  exercise: Exercise,
  submission: Submission,
  runtime: Pick<Runtime, "callFunction">,
  options: GradeOptions = {},
): Promise<Grade> =>
  gradeOn(exercise, submission, runtime, casesFor(exercise), () => simpleCases(exercise), options);

/**
 * The same on given cases. `simpler` is asked for further ones when nothing explains the answer. Throws `MachineBusy` where the
 * answer could not be run.
 */
export async function gradeOn(
  exercise: Exercise,
  submission: Submission,
  runtime: Pick<Runtime, "callFunction">,
  cases: readonly Case[],
  simpler: () => readonly Case[] | Promise<readonly Case[]>,
  { signal, steps = true }: GradeOptions = {},
): Promise<Grade> {
  const result = await runtime.callFunction(callFor(exercise, submission, cases), { signal });
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  const printed = (grade: Grade) => withPrinted(grade, exercise, submission.language, cases, result);
  if (!result.ok) return printed(await failureGrade(exercise, submission, cases, result.error));
  const compared = compare(exercise, submission.language, cases, result.results);
  if ("verdict" in compared) return printed(compared);
  if (compared.right.every(Boolean)) return printed(conclude(compared));
  const hat = await lineOfHat(submission);
  if (hat !== null) return misspeltPower(await powerInstead(submission), hat);
  const isWanted = steps && linesIn(submission) >= fewestLines;
  const records = isWanted ? await recordsOf(exercise, submission, runtime, cases, { signal }) : undefined;
  const grade = printed(conclude(compared, { records }));
  const isUnexplained = grade.outputs.some(({ diagnosis }) => diagnosis?.kind === "none" && !diagnosis.note);
  if (!isUnexplained) return grade;
  const simple = await simpler();
  const again = await runtime.callFunction(callFor(exercise, submission, simple), { signal });
  const further = triedOn(exercise, submission.language, simple, again);
  return further ? printed(conclude(compared, { records, further })) : grade;
}

/** A function's head and two lines in it: with fewer there is no derivation to be read. */
const fewestLines = 3;

const linesIn = ({ code }: Submission): number =>
  code.split("\n").filter((line) => line.trim() !== "").length;

/** What the lines of an answer come to, run once more; undefined where that can't be had. */
async function recordsOf(
  exercise: Exercise,
  submission: Submission,
  runtime: Pick<Runtime, "callFunction">,
  cases: readonly Case[],
  options: { signal: AbortSignal | undefined },
): Promise<Records | undefined> {
  const result = await runtime.callFunction(recordedCallFor(exercise, submission, cases), options);
  return result.ok ? result.records : undefined;
}

/** The grade with what the answer printed where it fails first. */
function withPrinted(
  grade: Grade,
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  result: CallResult,
): Grade {
  const { printed = [] } = result;
  if (grade.verdict === "correct" || printed.length === 0) return grade;
  const call = firstFailing(grade, exercise, language, cases, result);
  // Of a call that never ended only its output is known.
  const output = call === undefined ? printed.at(-1) : printed.find((each) => each.call === call);
  if (!output) return grade;
  const at = output.call === null ? null : inputsText(exercise, cases[output.call]!, language);
  return { ...grade, printed: { at, text: output.text, cut: output.cut } };
}

/** The call that is to blame; null where it is the code around the function, undefined where it isn't known. */
function firstFailing(
  grade: Grade,
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  result: CallResult,
): number | null | undefined {
  if (!result.ok) return result.error.kind === "time" ? undefined : (result.error.call ?? null);
  if (grade.cases.length > 0) return firstDisagreeing(grade.cases);
  const returned = result.results.map((value, i) => outputsOf(exercise, value, cases[i]!));
  return returned.findIndex((values, i) => answerFault(exercise, language, [cases[i]!], [values]));
}

/** What came back for further cases, or null if not all of it can be compared. */
function triedOn(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  result: CallResult,
): Trial[] | null {
  if (!result.ok || !isComplete(cases, result.results)) return null;
  const returned = result.results.map((value, i) => outputsOf(exercise, value, cases[i]!));
  if (answerFault(exercise, language, cases, returned)) return null;
  return cases.map((each, i) => {
    const run = runCase(exercise, each);
    return {
      each,
      answers: Object.fromEntries(
        exercise.wrt.map((name, place) => [name, numbersIn(returned[i]![place]!)!]),
      ),
      truth: Object.fromEntries(exercise.wrt.map((name) => [name, trueGradients([run], name)[0]!])),
    };
  });
}

/** Whether there is a result for every case, and each is what it says. The runtime sees to that; a verdict doesn't rest on it. */
const isComplete = (cases: readonly Case[], results: readonly Value[]): boolean =>
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
interface Comparison {
  exercise: Exercise;
  language: Language;
  cases: readonly Case[];
  runs: readonly ForwardRun[];
  outputs: readonly WrongAnswer[];
  right: readonly boolean[];
  rows: readonly CaseRow[];
}

/** The verdict on what a submission returned for these cases. */
export function judge(
  exercise: Exercise,
  language: Language,
  cases: readonly Case[],
  results: readonly Value[],
  evidence: Evidence = {},
): Grade {
  const compared = compare(exercise, language, cases, results);
  return "verdict" in compared ? compared : conclude(compared, evidence);
}

/** What was returned beside the truth; if it can't be put there, the verdict on that. */
function compare(
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
  const rows = cases.map(({ args }, i): CaseRow => ({
    inputs: asks.params.map((param, place) => ({ name: nameIn(language, param), value: args[place]! })),
    outputs: outputs.map(({ wrt: name, truth, answers }, place) => ({
      wrt: nameIn(language, name),
      yours: returned[i]![place]!,
      autograd: arrayValue(gradientOf(runs[i]!, name)),
      agrees: agree(answers[i]!, truth[i]!, tolerance * (magnitude(truth) || 1)),
    })),
  }));
  return { exercise, language, cases, runs, outputs, right: outputs.map(isRight), rows };
}

/** The verdict, and what can be said of a wrong answer. */
function conclude(compared: Comparison, { further, records }: Evidence = {}): Grade {
  const { exercise, language, cases, runs, outputs, right, rows } = compared;
  const { wrt } = exercise;
  const isCorrect = right.every(Boolean);
  const context = { exercise, language, cases, runs, further };
  const answer = records ? readAnswer({ runs, language, outputs, right }, records) : null;
  const order =
    isCorrect || !inAnotherOrder(outputs)
      ? null
      : orderDiagnosis(wrt, language, answer?.firstWrong() ?? null);
  const byLine = diagnoserByLine(context);
  const diagnosisOf = (output: WrongAnswer): Diagnosis => {
    const line = answer?.wrongLineOf(output.wrt);
    const whole = () => diagnose(output, context);
    return withNote(line ? byLine(line, output, whole) : whole(), output, context);
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
  return {
    verdict: isCorrect ? "correct" : "incorrect",
    message: isCorrect ? messages.correct(wrt.length) : (order?.message ?? summary(verdicts, language)),
    diagnosis,
    outputs: verdicts,
    cases: rows,
    ...(answer && { steps: { at, lines: answer.linesAt(at) } }),
    line: null,
  };
}

/** The diagnosis of the line that is run first; the first one where no lines are known. */
function firstOf(diagnoses: readonly Diagnosis[], answer: ReadAnswer | null): Diagnosis | null {
  const [first] = diagnoses.toSorted(
    (a, b) => (answer?.placeOf(a.line) ?? Infinity) - (answer?.placeOf(b.line) ?? Infinity),
  );
  return first ?? null;
}

/** The first case in which an output, by its number, disagrees, or any if there is none of this number; or -1. */
const firstDisagreeing = (rows: readonly CaseRow[], place = -1): number =>
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
