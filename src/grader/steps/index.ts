/** Reads an answer as the derivation that it is: what each of its lines stands for, and which of them is the first to be wrong. */
import { agree, agreeEverywhere, commonRatio, magnitude, tolerance, type Numbers } from "#grader/compare.ts";
import type { WrongAnswer } from "#grader/diagnose.ts";
import { faultSitesIn } from "#grader/fault-sites.ts";
import { numbers, type ForwardRun } from "#grader/forward-run.ts";
import { squeezed } from "#grader/mistake.ts";
import {
  blamedLines,
  type BlamedLine,
  derivationsWith,
  isAssignedAgain,
  isInLoop,
  isConstant,
  type MeantLine,
} from "#grader/steps/follow-through.ts";
import { derive, type Derivation, type Spot } from "#grader/steps/derivation.ts";
import { firstWrongPass, fittingMeanings, spotsOf, type Meaning } from "#grader/steps/meaning.ts";
import {
  byLikelihood,
  isCalled,
  readsLikeGradient,
  stepNames,
  type StepNames,
} from "#grader/steps/naming.ts";
import { wrongPartOf } from "#grader/steps/part-of-answer.ts";
import { isTurnable, negatedPlaces, placesIn, type Place } from "#grader/steps/places.ts";
import { linesOf, type RecordedLine } from "#grader/steps/recorded-lines.ts";
import { words } from "#grader/steps/step-words.ts";
import type { LearnerStep, StepState } from "#grader/verdict.ts";
import type { Language } from "#reading/language.ts";
import type { RecordedValue } from "#runtime/runtime.ts";

/** A line that is wrong, and what it is meant for. */
export interface WrongLine extends MeantLine {
  /** The first pass of its loop, counted from 0, in which it is wrong. */
  pass: number;
}

export interface ReadAnswer {
  /** The line that makes an output wrong, the first where there are several; null where that isn't known. */
  wrongLineOf: (wrt: string) => WrongLine | null;
  /** The wrong line that is run first. */
  firstWrong: () => WrongLine | null;
  /** Where in the order in which lines are run the first with this number is, counted from 0; -1 for none. */
  placeOf: (line: number | undefined) => number;
  /** The lines as they are shown, with nodes of this case's graph. */
  linesAt: (index: number) => LearnerStep[];
}

/** What is nearer to the truth than this, relative to the largest of its numbers, is meant for it. */
const closely = 1e-2;

/** What is known of an answer's lines. */
interface Known {
  lines: readonly RecordedLine[];
  /** What each of them is rightly. */
  fitting: ReadonlyMap<RecordedLine, readonly Meaning[]>;
  places: readonly Place[];
  names: StepNames;
  truth: readonly Derivation[];
  runs: readonly ForwardRun[];
  language: Language;
}

interface Subject {
  runs: readonly ForwardRun[];
  language: Language;
  outputs: readonly WrongAnswer[];
  /** Whether each output is right. */
  right: readonly boolean[];
}

/** Null where nothing can be said: nothing was recorded, or the computations of the cases have nothing in common. */
export function readAnswer(
  { runs, language, outputs, right }: Subject,
  records: readonly (readonly RecordedValue[])[],
): ReadAnswer | null {
  const lines = linesOf(records, outputs);
  const sites = faultSitesIn(runs, language);
  // A single line is the answer as a whole.
  if (new Set(lines.map(({ line }) => line)).size < 2 || !sites) return null;
  const truth = runs.map((run) => derive(run));
  const given = placesIn({ runs, sites, language, wrt: outputs.map(({ wrt }) => wrt) });
  const places = [...given, ...turnedPlaces(lines, given, truth)];
  const fitting = new Map(lines.map((line) => [line, fittingMeanings(line, places, truth)]));
  const names = stepNames(
    places,
    lines.flatMap((line) =>
      isConstant(line)
        ? []
        : fitting.get(line)!.flatMap((meaning) => (meaning.place.kind === "value" ? { line, meaning } : [])),
    ),
  );
  const known = { lines, fitting, places, names, truth, runs, language };
  const wrong = outputs.filter((output, i) => !right[i] && !isClose(output));
  const blamed =
    wrong.length === 0
      ? []
      : blamedLines({ runs, order: mostTelling(runs.length, wrong), places, wrong }, lines, names);
  const wrongLines = new Map(
    outputs.flatMap((output, i): [string, MeantLine][] => {
      const line = right[i] ? null : wrongLineOf(output, blamed, known);
      return line ? [[output.wrt, line]] : [];
    }),
  );
  const all = [...new Map([...wrongLines.values()].map((each) => [each.line, each])).values()].sort(
    (a, b) => lines.indexOf(a.line) - lines.indexOf(b.line),
  );
  const following = derivationsWith(runs, all);
  const reading = { ...known, wrong: all, under: runs.map((_, i) => following(i)) };
  const withPass = (line: MeantLine | undefined): WrongLine | null =>
    line ? { ...line, pass: firstWrongPass(line.line, line.meaning, truth) ?? 0 } : null;
  return {
    wrongLineOf: (wrt) => withPass(wrongLines.get(wrt)),
    firstWrong: () => withPass(all[0]),
    placeOf: (number) => lines.findIndex(({ line }) => line === number),
    linesAt: (index) => shownLines(lines, all).map((line) => stepOf(line, reading, index)),
  };
}

/** The line that makes an output wrong: that which explains it, or is called what it isn't, or returns it. */
function wrongLineOf(output: WrongAnswer, blamed: readonly BlamedLine[], known: Known): MeantLine | null {
  if (isClose(output)) return null;
  const found = blamed.find(({ spoils }) => spoils.has(output.wrt));
  const { lines, places } = known;
  const until = found?.line ?? lines.find(({ returns }) => returns === output.wrt);
  if (!until) return null;
  const isFinal = !found || found.meaning.place.input !== null;
  for (const line of lines.slice(0, lines.indexOf(until))) {
    const missed = namedMiss(line, known);
    const isBefore =
      missed &&
      (missed.place.input === null
        ? isFinal || !isInLoop(line)
        : isFinal && missed.place.input === output.wrt);
    if (isBefore) return { line, meaning: missed };
  }
  if (found && found.meaning.place.input === null) return found;
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
function namedSource(returned: RecordedLine, { lines, fitting, names }: Known): RecordedLine {
  const source = lines
    .slice(0, lines.indexOf(returned))
    .findLast(
      (line) =>
        line.name !== null &&
        line.passes.some(({ length }) => length > 0) &&
        line.passes.every((each, i) => each.length === 0 || isMadeOf(returned.passes[i]!.at(-1), each)),
    );
  const isItself =
    source &&
    !fitting.get(source)!.some(({ place }) => isCalled(source, place, names)) &&
    (fitting.get(source)!.length === 0 || readsLikeGradient(source, names));
  return returned.name === null && isItself ? source : returned;
}

/** The places of what the learner works with the other way round: lines that are the opposite of a step, and nothing else. */
function turnedPlaces(
  lines: readonly RecordedLine[],
  places: readonly Place[],
  truth: readonly Derivation[],
): Place[] {
  const turnable = places.filter(isTurnable);
  return lines.flatMap((line) => {
    if (isConstant(line) || fittingMeanings(line, places, truth).length > 0) return [];
    const turned = turnable.map((place) => negatedPlaces(place));
    return turned.find(([value]) => fittingMeanings(line, [value!], truth).length > 0) ?? [];
  });
}

/** Rounded, or approximated: no line of it leads elsewhere. */
const isClose = ({ answers, truth }: WrongAnswer): boolean => agreeEverywhere(answers, truth, closely);

/** The numbers of the cases: first those in which the most outputs are wrong. */
function mostTelling(count: number, wrong: readonly WrongAnswer[]): number[] {
  const misses = Array.from(
    { length: count },
    (_, i) =>
      wrong.filter(({ answers, truth }) => {
        const distance = tolerance * (magnitude(truth) || 1);
        return !agree(answers[i]!, truth[i]!, distance);
      }).length,
  );
  return [...misses.keys()].sort((a, b) => misses[b]! - misses[a]!);
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
    ({ kind, given, ...place }) =>
      (kind === "gradient" || (kind === "value" && !given)) && isCalled(line, { kind, ...place }, names),
  );
  const [place] = called;
  if (called.length !== 1 || !place || place.repeated) return null;
  const fits = fitting.get(line)!;
  if (fits.some((each) => each.place.kind !== "value" || place.kind === "value")) return null;
  const meaning: Meaning = { place, alignment: { only: "last" } };
  if (place.kind === "value" && isMultiple(line, place, truth)) return null;
  return firstWrongPass(line, meaning, truth) === null ? null : meaning;
}

const lastOf = (passes: readonly Numbers[]): string => JSON.stringify(passes.at(-1)?.data);

/** All but a `return` of what has a name already, by their places. */
function shownLines(lines: readonly RecordedLine[], wrong: readonly MeantLine[]): RecordedLine[] {
  const named = new Set(
    lines.flatMap(({ name, passes }) => (name === null ? [] : [passes.map(lastOf).join()])),
  );
  const isWrong = (line: RecordedLine) => wrong.some((each) => each.line === line);
  return lines
    .filter((line) => line.name !== null || isWrong(line) || !named.has(line.passes.map(lastOf).join()))
    .toSorted((a, b) => a.line - b.line);
}

interface Reading extends Known {
  /** The lines that are wrong, in the order in which they are run. */
  wrong: readonly MeantLine[];
  /** The derivations with these lines in them. */
  under: readonly (Derivation | null)[];
}

/** What is shown of a line, with the nodes of this case. */
function stepOf(line: RecordedLine, reading: Reading, index: number): LearnerStep {
  const { wrong, fitting, places, under, names, runs, truth } = reading;
  const said = (state: StepState, says: string, meaning: Meaning | null): LearnerStep => ({
    line: line.line,
    name: line.name,
    state,
    says,
    nodes: meaning ? nodesOf(line, meaning, runs[index]!, index) : [],
  });
  const right = byLikelihood(line, fitting.get(line)!, names);
  const own = wrong.find((each) => each.line === line);
  if (own) {
    const { place } = own.meaning;
    const pass = firstWrongPass(line, own.meaning, truth) ?? 0;
    return said("wrong", words.wrong(place, pass, right[0]?.place ?? null), own.meaning);
  }
  if (isConstant(line) && !(right[0] && isCalled(line, right[0].place, names)))
    return said("unknown", words.constant, null);
  const [first] = wrong;
  const [follows] = first ? byLikelihood(line, fittingMeanings(line, places, under), names) : [];
  const isMeantSo = (meaning: Meaning | undefined) =>
    meaning !== undefined && isCalled(line, meaning.place, names);
  if (right.length > 0 && (isMeantSo(right[0]) || !isMeantSo(follows)))
    return said("right", words.right(alike(right, line, names)), right[0]!);
  if (follows) return said("follows", words.follows(follows.place, first!.line.line), follows);
  return said("unknown", words.unknown, null);
}

/** The first meaning's place; of values, with another that nothing sets apart from it. */
function alike(meanings: readonly Meaning[], line: RecordedLine, names: StepNames): Place[] {
  const [{ place }] = meanings as [Meaning];
  if (isCalled(line, place, names) || place.kind !== "value") return [place];
  const others = meanings.map((each) => each.place).filter(({ kind }) => kind === "value");
  const other = others.find(({ inner }) => inner !== place.inner);
  return other ? [place, other] : [place];
}

/** The nodes that a line belongs to in the graph of a case. */
function nodesOf(line: RecordedLine, meaning: Meaning, { nodes }: ForwardRun, index: number): number[] {
  const spots = (spotsOf(line, meaning, index) ?? []).filter((spot): spot is Spot => spot !== null);
  const found = spots.map((spot) =>
    "node" in spot ? nodes.indexOf(spot.node) : nodes.findIndex(({ out }) => out === spot.tensor),
  );
  return [...new Set(found.filter((at) => at >= 0))].sort((a, b) => a - b);
}
