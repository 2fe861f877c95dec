/** Runs a submission and grades what comes back. */
import type { Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { callFor, outputsOf, recordedCallFor, type Submission } from "#grader/call-request.ts";
import { casesFor, simpleCases, type Case } from "#grader/cases.ts";
import { numbersIn } from "#grader/compare.ts";
import type { Trial } from "#grader/counterexample.ts";
import { lineOfHat, powerInstead } from "#grader/exceptions/index.ts";
import { runCase, trueGradients } from "#grader/forward-run.ts";
import { inputsText } from "#grader/inputs-text.ts";
import { answerFault, failureGrade, misspeltPower } from "#grader/invalid.ts";
import { compare, conclude, firstDisagreeing, isComplete, readLines, type Records } from "#grader/judge.ts";
import { MachineBusy } from "#grader/machine-busy.ts";
import type { findRepair } from "#grader/repairs/find-repair.ts";
import type { Grade } from "#grader/verdict.ts";
import type { CallResult, Runtime } from "#runtime/runtime.ts";

export interface GradeOptions {
  signal?: AbortSignal | undefined;
  /** Whether a wrong answer is run once more to see what its lines come to; so it is, if nothing else is said. */
  steps?: boolean | undefined;
  /** What looks for a slip in an answer of which no more than a guess can be said. */
  repair?: RepairFinder | undefined;
}

export type RepairFinder = typeof findRepair;

/** Fetches what looks for slips when there is one to be looked for. Without it, the guess stays. */
const lookForRepair: RepairFinder = async (...asked) => {
  const repairs = await import("#grader/repairs/find-repair.ts").catch(() => null);
  return (await repairs?.findRepair(...asked).catch(() => null)) ?? null;
};

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
  { signal, steps = true, repair = lookForRepair }: GradeOptions = {},
): Promise<Grade> {
  const result = await runtime.callFunction(callFor(exercise, submission, cases), { signal });
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  const printed = (grade: Grade) => withPrinted(grade, exercise, submission.language, cases, result);
  if (!result.ok) return printed(await failureGrade(exercise, submission, cases, result.error));
  const compared = compare(exercise, submission.language, cases, result.results);
  if ("verdict" in compared) return printed(compared);
  if (compared.right.every(Boolean)) return printed(conclude(compared, null).grade);
  const hat = await lineOfHat(submission);
  if (hat !== null) return misspeltPower(await powerInstead(submission), hat);
  const isWanted = steps && linesIn(submission) >= fewestLines;
  const records = isWanted ? await recordsOf(exercise, submission, runtime, cases, { signal }) : undefined;
  const answer = readLines(compared, records);
  const { grade: first, guesses } = conclude(compared, answer);
  const grade = printed(first);
  if (guesses.length === 0) return grade;
  const lines = guesses.flatMap(({ line }) => line ?? []);
  // Where nothing is known of a line but that its answer is wrong, the slip may be before it.
  const mayBeElsewhere = guesses.some(({ kind, line }) => kind === "none" || line === undefined);
  const isUnexplained = guesses.some(({ kind }) => kind === "none");
  // Both at once: who waits for an explanation has waited for two runs already.
  const [found, further] = await Promise.all([
    repair({ ...compared, submission, lines, mayBeElsewhere }, runtime, { signal }),
    isUnexplained ? triedOn(exercise, submission, await simpler(), runtime, { signal }) : null,
  ]);
  if (found) return printed(conclude(compared, answer, { repair: found }).grade);
  return further ? printed(conclude(compared, answer, { further }).grade) : grade;
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

/** What comes back for further cases, or null if not all of it can be compared. */
async function triedOn(
  exercise: Exercise,
  submission: Submission,
  cases: readonly Case[],
  runtime: Pick<Runtime, "callFunction">,
  options: { signal: AbortSignal | undefined },
): Promise<Trial[] | null> {
  const result = await runtime.callFunction(callFor(exercise, submission, cases), options);
  if (!result.ok || !isComplete(cases, result.results)) return null;
  const returned = result.results.map((value, i) => outputsOf(exercise, value, cases[i]!));
  if (answerFault(exercise, submission.language, cases, returned)) return null;
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
