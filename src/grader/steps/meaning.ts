/** What a line of somebody's derivation stands for, and whether it is that. */
import { fromEntries, sameShape, type Tensor } from "#autodiff/index.ts";
import { repeatsTo } from "#autodiff/shape.ts";
import { agree, magnitude, rounding, type Numbers } from "#grader/compare.ts";
import { numbers } from "#grader/forward-run.ts";
import { squeezed } from "#grader/mistake.ts";
import { alignmentsOf, stepsOfPasses, type Alignment } from "#grader/steps/alignment.ts";
import type { Derivation, Replacement, Spot } from "#grader/steps/derivation.ts";
import { tensorAt, type Place } from "#grader/steps/places.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";

/** A line is about a place, pass by pass. */
export interface Meaning {
  place: Place;
  alignment: Alignment;
  /** Whether it is said so by the line's name. */
  called?: boolean;
  /** Whether the line is meant for a gradient by its name: then one may stand for many of it. */
  spread?: boolean;
}

/** Where each pass of a line belongs in a case: a spot, or null for a pass that stands for none. Null if there are too few. */
export function spotsOf(
  { passes }: RecordedLine,
  { place, alignment }: Meaning,
  index: number,
): readonly (Spot | null)[] | null {
  const spots = place.spots(index);
  const steps = stepsOfPasses(alignment, passes[index]!.length, spots.length);
  return steps?.map((step) => (step === null ? null : spots[step]!)) ?? null;
}

/** Axes of length 1 come and go with `keepdims`: they say nothing of what a line is meant for. */
const bare = new WeakMap<Tensor, Numbers>();
function bareNumbers(tensor: Tensor): Numbers {
  const known = bare.get(tensor) ?? squeezed(numbers(tensor));
  bare.set(tensor, known);
  return known;
}

/** What a line that works with the opposite sign would be with the function's. */
const turned = (numbers: Numbers, { negated }: Place): Numbers =>
  negated ? { ...numbers, data: numbers.data.map((value) => -value) } : numbers;

const scaleOf = ({ passes }: RecordedLine): number => magnitude(passes.flat()) || 1;

/** The first pass, counted from 0, in which a line is not what it is meant as; null where it is that in all cases. */
export function firstWrongPass(
  line: RecordedLine,
  meaning: Meaning,
  derivations: readonly (Derivation | null)[],
): number | null {
  const distance = rounding * scaleOf(line);
  let first = Infinity;
  let compared = 0;
  for (const [i, derivation] of derivations.entries()) {
    const spots = spotsOf(line, meaning, i);
    if (!spots || !derivation) return 0;
    for (const [pass, spot] of spots.entries()) {
      if (!spot || pass >= first) continue;
      const there = derivation.at(spot);
      compared++;
      const yours = squeezed(line.passes[i]![pass]!);
      if (!there || !agree(bareNumbers(there), turned(yours, meaning.place), distance)) first = pass;
      if (first === 0) return 0;
    }
  }
  if (compared === 0) return 0;
  if (first === Infinity) return null;
  return "only" in meaning.alignment ? 0 : first;
}

/** Whether a line's last values have as many entries in every case as what stands where they are meant to. */
export const hasShapeOf = (
  line: RecordedLine,
  meaning: Meaning,
  derivations: readonly (Derivation | null)[],
): boolean =>
  derivations.every((derivation, i) => {
    const spot = spotsOf(line, meaning, i)?.findLast((each) => each !== null);
    const there = spot && derivation?.at(spot);
    return !there || there.numel === line.passes[i]!.at(-1)?.data.length;
  });

/** Every meaning that a line may have, by its passes. */
export const meaningsOf = (line: RecordedLine, places: readonly Place[]): Meaning[] =>
  places.flatMap((place) => alignmentsOf(line, place.repeated).map((alignment) => ({ place, alignment })));

/** The meanings that a line has in all cases. */
export const fittingMeanings = (
  line: RecordedLine,
  places: readonly Place[],
  derivations: readonly (Derivation | null)[],
): Meaning[] =>
  meaningsOf(line, places).filter((meaning) => firstWrongPass(line, meaning, derivations) === null);

/**
 * Numbers as what stands at a spot; null where their shape doesn't go there. What flows back may have axes that were not summed over.
 */
function standIn({ shape, data }: Numbers, spot: Spot, spread: boolean): Tensor | null {
  const own = spot.kind === "slope" ? spot.node.out.shape : tensorAt(spot).shape;
  const isOfShape = sameShape(
    squeezed({ shape, data }).shape,
    own.filter((length) => length !== 1),
  );
  if (isOfShape) return fromEntries(data, own);
  const flows = spot.kind === "gradient" || spot.kind === "contribution";
  if (flows && spread && repeatsTo(shape, own)) return fromEntries(data, shape).expand(own);
  return flows && repeatsTo(own, shape) ? fromEntries(data, shape) : null;
}

/** A line's values in the place of the engine's, in one case; null where they don't fit. */
export function replacementsBy(line: RecordedLine, meaning: Meaning, index: number): Replacement[] | null {
  const spots = spotsOf(line, meaning, index);
  if (!spots) return null;
  const replacements: Replacement[] = [];
  for (const [pass, spot] of spots.entries()) {
    if (!spot) continue;
    const by = standIn(turned(line.passes[index]![pass]!, meaning.place), spot, meaning.spread === true);
    if (!by) return null;
    replacements.push({ spot, by });
  }
  return replacements;
}
