/** Explains an answer by two mistakes made at once, where no single one explains it. */
import { agree, commonRatio, magnitude, rounding, type Numbers } from "#grader/compare.ts";
import { bentGradient, type Derivation } from "#grader/derivation.ts";
import { leadsTo, type Mistake } from "#grader/mistake.ts";

/** Constants that people lose or double. Any constant at all would explain too much. */
const likelyFactors = [-1, 2, 1 / 2, -2, -1 / 2, 3, 1 / 3, 4, 1 / 4];

/** So many pairs are swept for one case before the search is given up. */
const mostPairs = 4_000;

/** Fewer different numbers than this in an answer could be met by chance. */
const leastValues = 4;

const differentValues = (answers: readonly Numbers[]): number =>
  new Set(answers.flatMap(({ data }) => data.map((value) => value.toPrecision(9)))).size;

/** A constant factor, or the sign, as a mistake of its own. */
const scaling = (factor: number): Pick<Mistake, "kind" | "says" | "times"> =>
  factor === -1
    ? { kind: "sign", says: "ended with the opposite sign", times: factor }
    : {
        kind: "constant-factor",
        times: factor,
        says: `ended with a wrong ${factor < 0 ? "sign and a wrong " : ""}constant factor`,
      };

/** One after the other: both bends in one sweep. */
function together(one: Mistake, other: Mistake, derivations: readonly Derivation[], wrt: string): Mistake {
  const bends = (i: number) => [...one.bends(i), ...other.bends(i)];
  return { ...one, bends, answer: (i) => bentGradient(derivations[i]!, wrt, bends(i)) };
}

/** A slip says what was done; beside another mistake it must also say where. */
const located = (mistake: Mistake): Mistake =>
  mistake.kind === "wrong-rule"
    ? { ...mistake, says: `${mistake.says} at \`${mistake.link!.outer}\`` }
    : mistake;

/**
 * The two simplest mistakes that together lead to these answers in every case, or null. Nothing is said of answers that are
 * nearly constant: too many pairs would fit.
 * @param order the cases, those that tell most first
 */
export function twoMistakes(
  candidates: readonly Mistake[],
  answers: readonly Numbers[],
  derivations: readonly Derivation[],
  wrt: string,
  order: readonly number[],
): [Mistake, Mistake] | null {
  if (differentValues(answers) < leastValues) return null;
  const bends = candidates.filter(
    ({ link }) => link?.step === null || link?.step === "every step" || link?.carries,
  );
  const telling = order[0]!;
  const distance = rounding * (magnitude(answers) || 1);

  for (const mistake of bends) {
    const made = mistake.answer(telling);
    const ratio = made && commonRatio([answers[telling]!], [made]);
    const factor = likelyFactors.find((each) => ratio !== null && Math.abs(ratio / each - 1) < 1e-9);
    if (factor === undefined) continue;
    const answer = (i: number) => {
      const numbers = mistake.answer(i);
      return numbers && { ...numbers, data: numbers.data.map((value) => value * factor) };
    };
    if (leadsTo({ ...mistake, answer }, answers, order)) {
      return [located(mistake), { ...scaling(factor), where: null, link: null, bends: () => [], answer }];
    }
  }

  let tried = 0;
  for (let rank = 1; rank < 2 * bends.length - 2; rank++) {
    for (let i = Math.max(0, rank - bends.length + 1); 2 * i < rank; i++) {
      if (++tried > mostPairs) return null;
      const [one, other] = [bends[i]!, bends[rank - i]!];
      const both = together(one, other, derivations, wrt);
      const made = both.answer(telling);
      if (made && agree(made, answers[telling]!, distance) && leadsTo(both, answers, order)) {
        return [located(one), located(other)];
      }
    }
  }
  return null;
}
