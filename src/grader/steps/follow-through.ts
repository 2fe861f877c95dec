/**
 * Finds the line that an answer goes wrong in, as a teacher does: what a line comes to is put in the place of what should be there, and
 * the derivation goes on from it. If that leads to the answer, all that follows is right and this line is to blame.
 */
import { agree, leeway, rounding, type Numbers } from "#grader/compare.ts";
import { ifPossible, numbers, type ForwardRun } from "#grader/forward-run.ts";
import { derive, type Derivation } from "#grader/steps/derivation.ts";
import {
  firstWrongPass,
  hasShapeOf,
  fittingMeanings,
  meaningsOf,
  replacementsBy,
  type Meaning,
} from "#grader/steps/meaning.ts";
import { byLikelihood, isCalled, readsLikeGradient, type StepNames } from "#grader/steps/naming.ts";
import type { Place } from "#grader/steps/places.ts";
import { lastValues, type RecordedLine } from "#grader/steps/recorded-lines.ts";
import { countIn } from "#grader/steps/counts.ts";
import type { Language } from "#reading/language.ts";
import { zeros } from "#autodiff/index.ts";

/** One of the gradients that was returned, and is wrong. */
export interface WrongOutput {
  wrt: string;
  answers: readonly Numbers[];
  truth: readonly Numbers[];
}

/** A line with what it is meant for. */
export interface MeantLine {
  line: RecordedLine;
  meaning: Meaning;
  /** Whether no more than its name says that it is wrong: nothing that follows was tried. */
  byName?: boolean;
  /** Whether it is a term, a factor or a divisor of what was returned, and would have to be this for the answer to be right. */
  isPart?: boolean;
}

/** A line that isn't what it is meant for. */
export interface BlamedLine extends MeantLine {
  /** The outputs that come out as they were returned with it and those before it. */
  explains: ReadonlySet<string>;
  /** The outputs that it makes wrong. */
  spoils: ReadonlySet<string>;
}

export interface Derivations {
  runs: readonly ForwardRun[];
  /** The cases, those that tell most first. */
  order: readonly number[];
  places: readonly Place[];
  wrong: readonly WrongOutput[];
  language: Language;
}

type Kinds = ReadonlySet<Place["kind"]>;
const flowing: Kinds = new Set(["gradient", "contribution"]);
const gradients: Kinds = new Set(["gradient"]);
const anything: Kinds = new Set(["value", "gradient", "contribution", "sensitivity", "slope"]);
const nothing: Kinds = new Set();

/** So many lines that are wrong each by itself are looked for. */
const mostBlamed = 3;

/** The derivations of all cases with these lines in them; null where they don't fit. */
export function derivationsWith(
  runs: readonly ForwardRun[],
  lines: readonly MeantLine[],
): (index: number) => Derivation | null {
  const known = new Map<number, Derivation | null>();
  return (index) => {
    if (!known.has(index)) {
      const replacements = lines.map(({ line, meaning }) => replacementsBy(line, meaning, index));
      const fit = replacements.every((each) => each !== null);
      known.set(index, fit ? ifPossible(() => derive(runs[index]!, replacements.flat())) : null);
    }
    return known.get(index)!;
  };
}

/** The outputs that come out like this in all cases if these lines stand in the derivation. */
function comingOut(
  { runs, order, wrong }: Derivations,
  lines: readonly MeantLine[],
  like: "answers" | "truth",
): Set<string> {
  const derivation = derivationsWith(runs, lines);
  const fitting = wrong.filter((output) => {
    const distance = leeway(output[like], rounding);
    return order.every((i) => {
      const tensor = runs[i]!.inputs[output.wrt]!;
      const there = derivation(i);
      const gradient = there && (there.at({ kind: "gradient", tensor }) ?? zeros(tensor.shape));
      return gradient !== null && agree(numbers(gradient), output[like][i]!, distance);
    });
  });
  return new Set(fitting.map(({ wrt }) => wrt));
}

/** The outputs that a line makes wrong, though it be right all around it. */
function spoiltBy(derivations: Derivations, line: MeantLine): Set<string> {
  const unharmed = comingOut(derivations, [line], "truth");
  return new Set(derivations.wrong.flatMap(({ wrt }) => (unharmed.has(wrt) ? [] : [wrt])));
}

/** One number in all entries, passes and cases: a start, a factor. */
export function isConstant({ passes }: RecordedLine): boolean {
  const [first, ...others] = passes.flat().flatMap(({ data }) => data);
  return others.every((entry) => entry === first);
}

/** What it is assigned to as a whole: `dX` of `dX[i]`. */
const rootOf = (name: string): string => name.replace(/\W.*$/, "");

/** Whether the name is given to something else further down: what stands here is a start. */
export const isAssignedAgain = (line: RecordedLine, lines: readonly RecordedLine[]): boolean =>
  line.name !== null &&
  lines
    .slice(lines.indexOf(line) + 1)
    .some(({ name, line: at }) => name !== null && at !== line.line && rootOf(name) === rootOf(line.name!));

/**
 * What a line may be meant for and isn't: anything, if it is nothing that is known; if it is, what its name says. A constant is
 * nothing by itself, and what is returned is the output that it is returned as.
 */
function missedMeanings(
  line: RecordedLine,
  fitting: readonly Meaning[],
  { places, lines, names }: Pick<Suspicion, "places" | "lines" | "names">,
): readonly Meaning[] {
  const called = new Set(places.filter((place) => isCalled(line, place, names)));
  const isStart = isConstant(line) && line.returns === null && isAssignedAgain(line, lines);
  if (isStart) return [];
  const open = openKinds(line, fitting, called, { lines, names });
  const taken = new Set(fitting.map(({ place }) => (place.negated ? null : place)));
  const turned = new Set(fitting.flatMap(({ place: { negated, inner } }) => (negated ? [inner] : [])));
  const missed = places.filter(
    (place) =>
      !taken.has(place) &&
      (called.has(place) || open.has(place.kind)) &&
      !(place.kind === "value" && turned.has(`-(${place.inner})`)) &&
      !(place.input !== null && isConstant(line) && !called.has(place)),
  );
  const spread = readsLikeGradient(line, names);
  return byLikelihood(line, meaningsOf(line, missed), names).map((meaning) => ({
    ...meaning,
    called: called.has(meaning.place),
    spread,
  }));
}

/** The kinds of places that a line may be meant for besides what it is called. */
function openKinds(
  line: RecordedLine,
  fitting: readonly Meaning[],
  called: ReadonlySet<Place>,
  { lines, names }: Pick<Suspicion, "lines" | "names">,
): Kinds {
  if (line.returns !== null) return nothing;
  if (fitting.some(({ place }) => called.has(place) && flowing.has(place.kind))) return nothing;
  const readsSo = readsLikeGradient(line, names);
  if (isConstant(line) && !isInLoop(line)) return readsSo ? gradients : nothing;
  if (fitting.every(({ place }) => place.negated)) return anything;
  // What goes by a name of its own is meant for something else than that whose value it takes over.
  const isCopy =
    fitting.some(({ place: { kind, given } }) => kind === "value" && given) ||
    lines.slice(0, lines.indexOf(line)).some((other) => lastValues(other) === lastValues(line));
  const flows = fitting.some(({ place }) => flowing.has(place.kind));
  return (isCopy || !flows) && readsSo ? gradients : nothing;
}

/** Whether a line is run more than once in some case. */
export const isInLoop = ({ passes }: RecordedLine): boolean => passes.some(({ length }) => length > 1);

/** The evidence for a meaning: first what it explains, then its name, then the passes in which it is right. */
interface Evidence {
  meaning: Meaning;
  explains: ReadonlySet<string>;
  passes: number;
  /** Whether it has the shape that is due there. */
  fits: boolean;
  /** Whether it is an output itself: where the line is all that was returned, nothing else is meant. */
  final: boolean;
}

const stronger = (a: Evidence, b: Evidence): number =>
  b.explains.size - a.explains.size ||
  Number(b.meaning.called) - Number(a.meaning.called) ||
  Number(b.fits) - Number(a.fits) ||
  b.passes - a.passes ||
  Number(b.final) - Number(a.final);

/** All that it takes to tell which lines are wrong. */
interface Suspicion extends Derivations {
  lines: readonly RecordedLine[];
  names: StepNames;
}

/** The strongest evidence that a line is wrong though those already blamed be right; null where it explains nothing more. */
function evidenceAgainst(
  line: RecordedLine,
  suspicion: Suspicion,
  blamed: readonly BlamedLine[],
): Evidence | null {
  const { runs, places, wrong } = suspicion;
  const before = derivationsWith(runs, blamed);
  const present = runs.map((_, i) => before(i));
  const explained = new Set(blamed.flatMap(({ explains }) => [...explains]));
  const found: Evidence[] = [];
  for (const meaning of missedMeanings(line, fittingMeanings(line, places, present), suspicion)) {
    const explains = comingOut(suspicion, [...blamed, { line, meaning }], "answers");
    if (![...explains].some((wrt) => !explained.has(wrt))) continue;
    const passes = firstWrongPass(line, meaning, present) ?? 0;
    found.push({
      meaning,
      explains,
      passes,
      fits: hasShapeOf(line, meaning, present),
      final: meaning.place.input !== null,
    });
    if (meaning.called && explains.size === wrong.length) break;
  }
  return found.sort(stronger)[0] ?? null;
}

/**
 * The lines to blame, in the order in which they are run: each of them wrong even if those before it were right. Empty where no line
 * explains any output.
 */
export function blamedLines(
  derivations: Derivations,
  lines: readonly RecordedLine[],
  names: StepNames,
): BlamedLine[] {
  const { runs, language } = derivations;
  const suspicion = { ...derivations, lines, names };
  const blamed: BlamedLine[] = [];
  const explained = new Set<string>();
  const suspects = lines.filter((line) => !isHandedOver(line, lines) && !countIn(line, runs, language));
  for (const [at, line] of suspects.entries()) {
    if (blamed.length === mostBlamed || explained.size === derivations.wrong.length) break;
    const evidence = evidenceAgainst(line, suspicion, blamed);
    if (!evidence) continue;
    const earlier = isOfPassBefore(evidence, line)
      ? wrongInPassBefore(evidence, suspects.slice(at + 1), suspicion, blamed)
      : null;
    const { meaning, explains } = earlier?.evidence ?? evidence;
    const found = { line: earlier?.line ?? line, meaning };
    blamed.push({ ...found, explains, spoils: spoiltBy(derivations, found) });
    for (const wrt of explains) explained.add(wrt);
  }
  return blamed;
}

/** Whether a line may owe what is wrong with it to what the pass before it handed on. */
const isOfPassBefore = ({ passes, final }: Evidence, line: RecordedLine): boolean =>
  passes > 0 || (final && isInLoop(line));

/** A line further down in the loop that explains as much and is wrong a pass earlier: what it hands on to the next pass is wrong. */
function wrongInPassBefore(
  { passes, explains, final }: Evidence,
  further: readonly RecordedLine[],
  suspicion: Suspicion,
  blamed: readonly BlamedLine[],
): { line: RecordedLine; evidence: Evidence } | null {
  for (const line of further.filter(isInLoop)) {
    const evidence = evidenceAgainst(line, suspicion, blamed);
    if (!evidence || evidence.final || evidence.explains.size < explains.size) continue;
    if (final || evidence.passes < passes) return { line, evidence };
  }
  return null;
}

/** What a helper returns that is called for several things, or whose value a line takes over: that line has the name for it. */
const isHandedOver = (line: RecordedLine, lines: readonly RecordedLine[]): boolean =>
  line.name === null &&
  line.returns === null &&
  (isInLoop(line) ||
    lines.some(
      (other) =>
        (other.name !== null || other.returns !== null) &&
        other !== line &&
        lastValues(other) === lastValues(line),
    ));
