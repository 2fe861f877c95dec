/** Reads an answer as the derivation that it is: what each of its lines stands for, and which of them is the first to be wrong. */
import { agree, leeway } from "#grader/compare.ts";
import type { WrongAnswer } from "#grader/diagnose.ts";
import { faultSitesIn } from "#grader/fault-sites.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import { derive, type Derivation } from "#grader/steps/derivation.ts";
import { blamedLines, derivationsWith, isConstant } from "#grader/steps/follow-through.ts";
import { fittingMeanings } from "#grader/steps/meaning.ts";
import { stepNames } from "#grader/steps/naming.ts";
import { isTurnable, negatedPlaces, placesIn, type Place } from "#grader/steps/places.ts";
import { linesOf, type RecordedLine } from "#grader/steps/recorded-lines.ts";
import { shownLines, stepOf } from "#grader/steps/shown-lines.ts";
import { isClose, wrongLineOf, type WrongLine } from "#grader/steps/wrong-line.ts";
import type { LearnerStep } from "#grader/verdict.ts";
import type { Language } from "#reading/language.ts";
import type { RecordedValue } from "#runtime/runtime.ts";

export interface ReadAnswer {
  /** The line that makes an output wrong, the first where there are several; null where that isn't known. */
  wrongLineOf: (wrt: string) => WrongLine | null;
  /** The wrong line that is run first. */
  firstWrong: WrongLine | null;
  /** Where in the order in which lines are run the first with this number is, counted from 0; -1 for none. */
  placeOf: (line: number | undefined) => number;
  /** The lines as they are shown, with nodes of this case's graph. */
  linesAt: (index: number) => LearnerStep[];
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
      : blamedLines({ runs, order: mostTelling(runs.length, wrong), places, wrong, language }, lines, names);
  const wrongLines = new Map(
    outputs.flatMap((output, i): [string, WrongLine][] => {
      const line = right[i] ? null : wrongLineOf(output, blamed, known);
      return line ? [[output.wrt, line]] : [];
    }),
  );
  const all = [...new Map([...wrongLines.values()].map((each) => [each.line, each])).values()].sort(
    (a, b) => lines.indexOf(a.line) - lines.indexOf(b.line),
  );
  const following = derivationsWith(runs, all);
  const reading = { ...known, wrong: all, under: runs.map((_, i) => following(i)) };
  return {
    wrongLineOf: (wrt) => wrongLines.get(wrt) ?? null,
    firstWrong: all[0] ?? null,
    placeOf: (number) => lines.findIndex(({ line }) => line === number),
    linesAt: (index) => shownLines(lines, all).map((line) => stepOf(line, reading, index)),
  };
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

/** The numbers of the cases: first those in which the most outputs are wrong. */
function mostTelling(count: number, wrong: readonly WrongAnswer[]): number[] {
  const misses = Array.from(
    { length: count },
    (_, i) =>
      wrong.filter(({ answers, truth }) => {
        const distance = leeway(truth);
        return !agree(answers[i]!, truth[i]!, distance);
      }).length,
  );
  return [...misses.keys()].sort((a, b) => misses[b]! - misses[a]!);
}
