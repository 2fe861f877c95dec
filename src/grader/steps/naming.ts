/** Which place a line is meant for, by what it is called. */
import { gradientOfNames, isGradientWord, plain } from "#grader/steps/gradient-names.ts";
import type { Meaning } from "#grader/steps/meaning.ts";
import type { Place } from "#grader/steps/places.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";

/** The names, in their plain form, of the steps of a derivation, each by its text. */
export type StepNames = ReadonlyMap<string, ReadonlySet<string>>;

/** A step is called what the function calls it, and what the learner calls its value, if no other step is called that. */
export function stepNames(
  places: readonly Place[],
  values: readonly { line: RecordedLine; meaning: Meaning }[],
): StepNames {
  const given = new Map(
    places.map(({ inner }) => [inner, new Set(/^\w+(?:\[[^\]]*\])?$/.test(inner) ? [plain(inner)] : [])]),
  );
  const taken = new Set([...given.values()].flatMap((own) => [...own]));
  const names = new Map([...given].map(([inner, own]) => [inner, new Set(own)]));
  for (const { line, meaning } of values) {
    if (line.name !== null && !taken.has(plain(line.name)) && !readsLikeGradient(line, given))
      names.get(meaning.place.inner)!.add(plain(line.name));
  }
  return names;
}

/** `pred` will do for `y_pred`. */
const isKnownBy = (stem: string, known: ReadonlySet<string>): boolean =>
  known.has(stem) || known.has(`y${stem}`);

const withoutNumber = (name: string): string => name.replace(/\d+$/, "");

/** Whether a name reads like that of a gradient. */
export function readsLikeGradient({ name }: RecordedLine, names: StepNames): boolean {
  if (name === null) return false;
  const known = [...names.values()];
  return isGradientWord(name) || gradientOfNames(name).some((stem) => known.some((each) => each.has(stem)));
}

/** Whether a line is called what one would call this place. What is returned is called the gradient that it is returned as. */
export function isCalled(
  { name, returns }: RecordedLine,
  { kind, inner, outer, input }: Place,
  names: StepNames,
): boolean {
  if (returns !== null) return kind === "gradient" && input === returns;
  if (name === null) return false;
  const known = names.get(kind === "sensitivity" ? outer! : inner)!;
  if (kind === "value") return known.has(plain(name));
  const stems = gradientOfNames(name);
  if (kind === "contribution")
    return stems.some((stem) => stem !== withoutNumber(stem) && known.has(withoutNumber(stem)));
  return (kind === "gradient" || kind === "sensitivity") && stems.some((stem) => isKnownBy(stem, known));
}

const kindsFor = (line: RecordedLine, names: StepNames): readonly Place["kind"][] =>
  readsLikeGradient(line, names) || line.name === null
    ? ["gradient", "contribution", "sensitivity", "slope", "value"]
    : ["value", "slope", "gradient", "contribution", "sensitivity"];

/**
 * The most likely first: those that it is called by, then by their kind. What flows back into a sum is what flows back into its terms:
 * the sum is meant.
 */
export function byLikelihood(line: RecordedLine, meanings: readonly Meaning[], names: StepNames): Meaning[] {
  const kinds = kindsFor(line, names);
  const rank = ({ place }: Meaning) => (isCalled(line, place, names) ? 0 : 10) + kinds.indexOf(place.kind);
  const later = ({ place }: Meaning, i: number) => (place.kind === "gradient" ? -i : i);
  return [...meanings.entries()]
    .sort(([i, a], [j, b]) => rank(a) - rank(b) || later(a, i) - later(b, j))
    .map(([, meaning]) => meaning);
}
