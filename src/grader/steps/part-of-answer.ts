/**
 * Finds a line that is a term, a factor or a divisor of what was returned, and wrong: with something else that is known in its place the
 * answer would be right in every case.
 */
import { broadcastShapes } from "#autodiff/shape.ts";
import { fromEntries, type Tensor } from "#autodiff/index.ts";
import { agree, leeway, magnitude, rounding, type Numbers } from "#grader/compare.ts";
import type { WrongAnswer } from "#grader/diagnose.ts";
import { countIn, countsOf } from "#grader/steps/counts.ts";
import { ifPossible, numbers } from "#grader/forward-run.ts";
import { isAssignedAgain, isConstant, type MeantLine } from "#grader/steps/follow-through.ts";
import type { Known } from "#grader/steps/known.ts";
import { isCalled, stepNames } from "#grader/steps/naming.ts";
import { tensorAt, type Place } from "#grader/steps/places.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";
import { words } from "#grader/steps/step-words.ts";

/** Something that may belong where a line is. */
interface Candidate {
  place: Place;
  at: (index: number) => Tensor | null;
}

/** So small a part of the largest number is rounding. */
const negligible = 1e-9;

type Part = "term" | "factor" | "divisor";

/** What would have to stand in a line's place in one case for the answer to be right; entries that nothing can be said of are NaN. */
function needed(part: Part, line: Tensor, answer: Tensor, right: Tensor): Tensor {
  if (part === "term") return right.sub(answer).add(line);
  return part === "factor" ? right.mul(line).div(answer) : line.mul(answer).div(right);
}

/** Whether a candidate is what is needed, wherever that is known: in enough entries, and not all of them one number. */
function isNeeded(wanted: readonly Tensor[], { at }: Candidate): boolean {
  let compared = 0;
  const met = wanted.every((tensor, i) => {
    const there = at(i);
    if (!there) return false;
    const shape = ifPossible(() => broadcastShapes(tensor.shape, there.shape));
    if (!shape) return false;
    const [a, b] = [tensor, there].map((each) => each.expand(shape).entries());
    const distance = rounding * (Math.max(...b!.map(Math.abs)) || 1);
    return a!.every((value, entry) => {
      if (Number.isNaN(value)) return true;
      compared++;
      return Math.abs(value - b![entry]!) <= distance;
    });
  });
  return met && compared >= wanted.length / 2;
}

const pseudoPlace = (kind: Place["kind"], text: string): Place => ({
  kind,
  inner: text,
  outer: null,
  text,
  repeated: false,
  input: null,
  spots: () => [],
});

/** What may belong in the place of a part. A term is what comes along one path, or nothing at all; a factor is a count, an input or a slope. */
function candidatesFor(part: Part, wrt: string, { places, truth, runs, language }: Known): Candidate[] {
  const alone = places.filter(({ repeated, negated, input }) => !repeated && !negated && input === null);
  const known = alone.map((place): Candidate => ({
    place,
    at: (i) => truth[i]!.at(place.spots(i)[0]!),
  }));
  if (part === "term") {
    const nothing = { place: pseudoPlace("contribution", words.nothing), at: () => fromEntries([0], []) };
    const paths = known.filter(
      ({ place: { kind, spots } }) =>
        kind === "contribution" && tensorAt(spots(0)[0]!) === runs[0]!.inputs[wrt],
    );
    return [nothing, ...paths];
  }
  const counts = countsOf(runs, language).map(({ text, of }): Candidate => ({
    place: { ...pseudoPlace("value", text), isCount: true },
    at: (i) => fromEntries([of(runs[i]!)], []),
  }));
  const inputs = new Set(Object.values(runs[0]!.inputs));
  const factors = known.filter(
    ({ place: { kind, spots } }) =>
      kind === "slope" || (kind === "value" && inputs.has(tensorAt(spots(0)[0]!))),
  );
  return [...counts, ...factors];
}

const asTensor = ({ shape, data }: Numbers): Tensor => fromEntries(data, shape);

/** The last such line of one output; what has a right to its name is left alone. */
export function wrongPartOf(output: WrongAnswer, until: RecordedLine, known: Known): MeantLine | null {
  const { lines, fitting } = known;
  const names = stepNames(known.places, []);
  const suspects = lines
    .slice(0, lines.indexOf(until))
    .filter(
      (line) =>
        line.name !== null &&
        line.passes.every(({ length }) => length === 1) &&
        !isAssignedAgain(line, lines) &&
        !countIn(line, known.runs, known.language) &&
        !fitting.get(line)!.some(({ place }) => place.given === true || isCalled(line, place, names)),
    );
  for (const part of ["term", "factor", "divisor"] as const) {
    const candidates = candidatesFor(part, output.wrt, known);
    for (const line of suspects.toReversed()) {
      // A factor or divisor that is right may be met by many a wrong answer.
      const isRight = fitting.get(line)!.length > 0 || candidates.some((each) => isSame(line, each));
      if (part !== "term" && (isRight || isConstant(line))) continue;
      const wanted = wantedOf(part, line, output);
      const found =
        wanted && candidates.find((candidate) => isNeeded(wanted, candidate) && !isSame(line, candidate));
      if (found) return { line, meaning: { place: found.place, alignment: { only: "last" } }, isPart: true };
    }
  }
  return null;
}

function wantedOf(part: Part, line: RecordedLine, { answers, truth }: WrongAnswer): Tensor[] | null {
  const scale = magnitude(truth);
  // Of what is nothing but for rounding no quotient says anything.
  const telling = ({ shape, data }: Numbers): Tensor =>
    fromEntries(
      data.map((value) => (part !== "term" && Math.abs(value) <= negligible * scale ? NaN : value)),
      shape,
    );
  return ifPossible(() =>
    answers.map((answer, i) =>
      needed(part, asTensor(line.passes[i]![0]!), telling(answer), telling(truth[i]!)),
    ),
  );
}

/** Whether a line is that already. */
const isSame = ({ passes }: RecordedLine, { at }: Candidate): boolean =>
  passes.every(([value], i) => {
    const there = at(i);
    return there !== null && agree(numbers(there), value!, leeway([value!], rounding));
  });
