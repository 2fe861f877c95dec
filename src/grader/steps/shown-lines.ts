/** The lines of an answer as they are shown: what each of them is. */
import { countIn } from "#grader/steps/counts.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import type { Derivation, Spot } from "#grader/steps/derivation.ts";
import { isConstant, type MeantLine } from "#grader/steps/follow-through.ts";
import type { Known } from "#grader/steps/known.ts";
import { fittingMeanings, spotsOf, type Meaning } from "#grader/steps/meaning.ts";
import { byLikelihood, isCalled, type StepNames } from "#grader/steps/naming.ts";
import type { Place } from "#grader/steps/places.ts";
import { lastValues, type RecordedLine } from "#grader/steps/recorded-lines.ts";
import { words } from "#grader/steps/step-words.ts";
import type { WrongLine } from "#grader/steps/wrong-line.ts";
import type { LearnerStep, StepState } from "#grader/verdict.ts";

/** All but a `return` of what has a name already, by their places. */
export function shownLines(lines: readonly RecordedLine[], wrong: readonly MeantLine[]): RecordedLine[] {
  const named = new Set(lines.filter(({ name }) => name !== null).map(lastValues));
  const isWrong = (line: RecordedLine) => wrong.some((each) => each.line === line);
  return lines
    .filter((line) => line.name !== null || isWrong(line) || !named.has(lastValues(line)))
    .toSorted((a, b) => a.line - b.line);
}

export interface Reading extends Known {
  /** The lines that are wrong, in the order in which they are run. */
  wrong: readonly WrongLine[];
  /** The derivations with these lines in them. */
  under: readonly (Derivation | null)[];
}

/** What is shown of a line, with the nodes of this case. */
export function stepOf(line: RecordedLine, reading: Reading, index: number): LearnerStep {
  const { wrong, fitting, places, under, names, runs } = reading;
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
    return said("wrong", words.wrong(own.meaning.place, own.pass, right[0]?.place ?? null), own.meaning);
  }
  if (isConstant(line) && !(right[0] && isCalled(line, right[0].place, names)))
    return said("unknown", words.constant, null);
  const [first] = wrong;
  const [follows] = first ? byLikelihood(line, fittingMeanings(line, places, under), names) : [];
  const isMeantSo = (meaning: Meaning | undefined) =>
    meaning !== undefined && isCalled(line, meaning.place, names);
  if (right.length > 0 && (isMeantSo(right[0]) || !isMeantSo(follows)))
    return said("right", words.right(alike(right, line, names)), right[0]!);
  const count = countIn(line, runs, reading.language);
  if (count) return said("unknown", words.count(count.text), null);
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
