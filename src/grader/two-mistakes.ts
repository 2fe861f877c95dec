/** Explains an answer by two mistakes made at once, where no single one explains it. */
import { mean, sum } from "#autodiff/operations/reduce.ts";
import { agree, commonRatio, leeway, rounding, type Numbers } from "#grader/compare.ts";
import { faultyGradient, type ForwardRun } from "#grader/forward-run.ts";
import { leadsTo, type Mistake, type MistakeKind } from "#grader/mistake.ts";

/** Constants that people lose or double. Any constant at all would explain too much. */
const likelyFactors = [-1, 2, 1 / 2, -2, -1 / 2, 3, 1 / 3, 4, 1 / 4];

/** So many pairs are swept for one case before the search is given up. */
const mostPairs = 4_000;

/** Fewer different numbers than this in an answer could be met by chance. */
const leastValues = 4;

const differentValues = (answers: readonly Numbers[]): number =>
  new Set(answers.flatMap(({ data }) => data.map((value) => value.toPrecision(9)))).size;

/**
 * What people do twice in one derivation. A sum along another axis is rare alone; beside a second mistake it would explain what nobody
 * did, since a gradient that is the same everywhere is its own mean.
 */
const likelyKinds: ReadonlySet<MistakeKind> = new Set<MistakeKind>([
  "missing-factor",
  "missing-path",
  "not-reduced",
  "wrong-rule",
]);

/** A sum taken for a mean, or the other way round. */
const isSlipOfMean = ({ kind, faults }: Mistake, [run]: readonly ForwardRun[]): boolean =>
  kind === "wrong-rule" &&
  faults(0).some(({ node }) => {
    const { operation } = run!.nodes[node]!;
    return operation === sum.operation || operation === mean.operation;
  });

/** Not in one step of a recurrence alone, unless the recurrence isn't followed further back there. */
const isEverywhere = ({ edgeText }: Mistake): boolean =>
  edgeText?.step === null || edgeText?.step === "every step" || edgeText?.carries === true;

/** A constant factor, or the sign, as a mistake of its own. */
const scaling = (factor: number): Pick<Mistake, "kind" | "description" | "times"> =>
  factor === -1
    ? { kind: "sign", description: "ended with the opposite sign", times: factor }
    : {
        kind: "constant-factor",
        times: factor,
        description: `ended with a wrong ${factor < 0 ? "sign and a wrong " : ""}constant factor`,
      };

/** One after the other: the faults of both in one sweep. */
function together(one: Mistake, other: Mistake, runs: readonly ForwardRun[], wrt: string): Mistake {
  const faults = (i: number) => [...one.faults(i), ...other.faults(i)];
  return { ...one, faults, answer: (i) => faultyGradient(runs[i]!, wrt, faults(i)) };
}

/** A mal-rule says what was done; beside another mistake it must also say where. */
const withLocation = (mistake: Mistake): Mistake =>
  mistake.kind === "wrong-rule"
    ? { ...mistake, description: `${mistake.description} at \`${mistake.edgeText!.outer}\`` }
    : mistake;

/**
 * The two simplest mistakes that together lead to these answers in every case, or null. Nothing is said of answers that are
 * nearly constant: too many pairs would fit.
 * @param order the cases, those that tell most first
 */
export function twoMistakes(
  candidates: readonly Mistake[],
  answers: readonly Numbers[],
  runs: readonly ForwardRun[],
  wrt: string,
  order: readonly number[],
): [Mistake, Mistake] | null {
  if (differentValues(answers) < leastValues) return null;
  const faults = candidates.filter(
    (mistake) => likelyKinds.has(mistake.kind) && !isSlipOfMean(mistake, runs) && isEverywhere(mistake),
  );
  const telling = order[0]!;
  const distance = leeway(answers, rounding);

  for (const mistake of faults) {
    const answerThere = mistake.answer(telling);
    const ratio = answerThere && commonRatio([answers[telling]!], [answerThere]);
    const factor = likelyFactors.find((each) => ratio !== null && Math.abs(ratio / each - 1) < 1e-9);
    if (factor === undefined) continue;
    const answer = (i: number) => {
      const numbers = mistake.answer(i);
      return numbers && { ...numbers, data: numbers.data.map((value) => value * factor) };
    };
    if (leadsTo({ ...mistake, answer }, answers, order)) {
      return [
        withLocation(mistake),
        { ...scaling(factor), where: null, edgeText: null, faults: () => [], answer },
      ];
    }
  }

  let tried = 0;
  for (let rank = 1; rank < 2 * faults.length - 2; rank++) {
    for (let i = Math.max(0, rank - faults.length + 1); 2 * i < rank; i++) {
      if (++tried > mostPairs) return null;
      const [one, other] = [faults[i]!, faults[rank - i]!];
      const both = together(one, other, runs, wrt);
      const answerThere = both.answer(telling);
      if (answerThere && agree(answerThere, answers[telling]!, distance) && leadsTo(both, answers, order)) {
        return [withLocation(one), withLocation(other)];
      }
    }
  }
  return null;
}
