/** Which line makes an output wrong. */
import { agreeEverywhere, commonRatio, type Numbers } from "#grader/compare.ts";
import type { WrongAnswer } from "#grader/diagnose.ts";
import { numbers } from "#grader/forward-run.ts";
import { squeezed } from "#grader/mistake.ts";
import { countIn } from "#grader/steps/counts.ts";
import type { Derivation } from "#grader/steps/derivation.ts";
import {
  type BlamedLine,
  isAssignedAgain,
  isInLoop,
  isConstant,
  type MeantLine,
} from "#grader/steps/follow-through.ts";
import type { Known } from "#grader/steps/known.ts";
import { firstWrongPass, type Meaning } from "#grader/steps/meaning.ts";
import { isCalled, readsLikeGradient } from "#grader/steps/naming.ts";
import { wrongPartOf } from "#grader/steps/part-of-answer.ts";
import type { Place } from "#grader/steps/places.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";

/** What is nearer to the truth than this, relative to the largest of its numbers, is meant for it. */
const closely = 1e-2;

/** Rounded, or approximated: no line of it leads elsewhere. */
export const isClose = ({ answers, truth }: WrongAnswer): boolean => agreeEverywhere(answers, truth, closely);

/** A line that is wrong, and what it is meant for. */
export interface WrongLine extends MeantLine {
  /** The first pass of its loop, counted from 0, in which it is wrong. */
  pass: number;
}

/** The line that makes an output wrong; null where that isn't known. */
export function wrongLineOf(
  output: WrongAnswer,
  blamed: readonly BlamedLine[],
  known: Known,
): WrongLine | null {
  const found = isClose(output) ? null : lineBehind(output, blamed, known);
  return found && { ...found, pass: firstWrongPass(found.line, found.meaning, known.truth) ?? 0 };
}

/** The line that explains an output, or is called what it isn't, or returns it. */
function lineBehind(output: WrongAnswer, blamed: readonly BlamedLine[], known: Known): MeantLine | null {
  const found = blamed.find(({ spoils }) => spoils.has(output.wrt));
  const { lines, places } = known;
  const until = found?.line ?? lines.find(({ returns }) => returns === output.wrt);
  if (!until) return null;
  const isFinal = found?.meaning.place.input !== null;
  for (const line of lines.slice(0, lines.indexOf(until))) {
    const missed = namedMiss(line, known);
    if (!missed) continue;
    const { input } = missed.place;
    if (input === null ? isFinal || !isInLoop(line) : isFinal && input === output.wrt)
      return { line, meaning: missed, byName: true };
  }
  if (found?.meaning.place.input === null) return found;
  const part = wrongPartOf(output, until, known);
  if (part) return part;
  const place = places.find(({ input }) => input === output.wrt)!;
  return { line: namedSource(until, known), meaning: { place, alignment: { only: "last" } } };
}

/** Whether what is returned is what a line came to last, that in every entry, or all that it came to in turn. */
function isMadeOf(returned: Numbers | undefined, passes: readonly Numbers[]): boolean {
  const { data } = passes.at(-1)!;
  if (!returned || data.length === 0) return false;
  const isLast = returned.data.length === data.length && returned.data.every((entry, i) => entry === data[i]);
  const isEach = data.length === 1 && returned.data.every((entry) => entry === data[0]);
  const inTurn = passes.flatMap((each) => each.data);
  return (
    isLast ||
    isEach ||
    (inTurn.length === returned.data.length && inTurn.every((entry, i) => entry === returned.data[i]))
  );
}

/** The last line that gave what is returned its name, unless it is something else, and rightly so. */
function namedSource(returned: RecordedLine, { lines, fitting, names, runs, language }: Known): RecordedLine {
  const source = lines
    .slice(0, lines.indexOf(returned))
    .findLast(
      (line) =>
        line.name !== null &&
        !countIn(line, runs, language) &&
        line.passes.some(({ length }) => length > 0) &&
        line.passes.every((each, i) => each.length === 0 || isMadeOf(returned.passes[i]!.at(-1), each)),
    );
  if (!source || returned.name !== null) return returned;
  const fits = fitting.get(source)!;
  const isWhatItIsCalled = fits.some(({ place }) => isCalled(source, place, names));
  const isSomethingElse = fits.length > 0 && !readsLikeGradient(source, names);
  return isWhatItIsCalled || isSomethingElse ? returned : source;
}

/** Whether a line is a multiple of a value in each case: `exp(z - max(z))` will do for `exp(z)` where it is divided by its sum. */
const isMultiple = ({ passes }: RecordedLine, { spots }: Place, truth: readonly Derivation[]): boolean =>
  passes.every((each, i) => {
    const value = each.at(-1);
    const there = truth[i]!.at(spots(i)[0]!);
    return !value || (there && commonRatio([squeezed(value)], [squeezed(numbers(there))]) !== null);
  });

/** What a line is called and isn't, where its name leaves no doubt and it is no more than some value. */
function namedMiss(line: RecordedLine, { lines, fitting, places, names, truth }: Known): Meaning | null {
  if (line.returns !== null || isConstant(line) || isAssignedAgain(line, lines)) return null;
  const called = places.filter(
    (each) =>
      (each.kind === "gradient" || (each.kind === "value" && !each.given)) && isCalled(line, each, names),
  );
  const [place] = called;
  if (called.length !== 1 || !place || place.repeated) return null;
  const fits = fitting.get(line)!;
  if (fits.some((each) => each.place.kind !== "value" || place.kind === "value")) return null;
  const meaning: Meaning = { place, alignment: { only: "last" } };
  if (place.kind === "value" && isMultiple(line, place, truth)) return null;
  return firstWrongPass(line, meaning, truth) === null ? null : meaning;
}
