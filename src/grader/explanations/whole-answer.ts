/** Explains an answer as a whole, by what stands there instead of the gradient. */
import { grad, sameShape } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { magnitude, rounding, tolerance } from "#grader/compare.ts";
import { numbers } from "#grader/forward-run.ts";
import { comesOut, type Explainer } from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { messages } from "#grader/messages.ts";

/** The value of an input, the variable itself before the others. */
export const valueOfInput: Explainer = (unexplained) => {
  const { runs, wrt, language } = unexplained;
  const names = Object.keys(runs[0]!.inputs);
  const name = [wrt, ...names].find((each) => comesOut(unexplained, (i) => numbers(runs[i]!.inputs[each]!)));
  return name === undefined
    ? null
    : {
        kind: "not-differentiated",
        where: nameIn(language, name),
        message: messages.valueOfInput(nameIn(language, name), nameIn(language, wrt)),
      };
};

/** The gradient with respect to a step on the way, from which it should have gone on. */
export const stoppedAtStep: Explainer = (unexplained) => {
  const { sites, runs, wrt, language } = unexplained;
  const site = sites?.operations.findLast((each) =>
    comesOut(unexplained, (i) => {
      const [last] = nodesAtSite(unexplained, i, each).slice(-1);
      if (!last || last.node.out === runs[i]!.value) return null;
      const [gradient] = grad(runs[i]!.value, [last.node.out], { retainGraph: true, allowUnused: true });
      return gradient && numbers(gradient);
    }),
  );
  return site
    ? {
        kind: "missing-factor",
        where: site.text,
        message: messages.stoppedAtStep(site.text, nameIn(language, wrt)),
      }
    : null;
};

/** The right gradient and a constant: a whole number or a half, since an approximation may be off by any other. */
export const constantTerm: Explainer = (unexplained) => {
  const { answers, truth, order } = unexplained;
  const telling = order[0]!;
  const [entry] = answers[telling]!.data.keys();
  if (entry === undefined || !sameShape(answers[telling]!.shape, truth[telling]!.shape)) return null;
  const constant = answers[telling]!.data[entry]! - truth[telling]!.data[entry]!;
  const plain = Math.round(2 * constant) / 2;
  if (plain === 0) return null;
  const fits = comesOut(unexplained, (i) => ({
    shape: truth[i]!.shape,
    data: truth[i]!.data.map((value) => value + plain),
  }));
  return fits ? { kind: "constant-term", where: null, message: messages.constantTerm(plain) } : null;
};

/** How many numbers of an answer have to be right, and how many wrong, for a boundary between them to say something. */
const leastOnEitherSide = 3;

/** Something that may decide whether an entry of an answer is right. */
interface Boundary {
  /** Of a case, or of one of its entries; null where it has none. */
  at: (index: number, entry: number) => number | null;
  /** On which side of a number an answer is right: `up to` it, or `from` it on. */
  says: (side: "up to" | "from", number: number) => string;
  /** The numbers at which it may change. */
  among: (values: readonly number[]) => readonly number[];
}

/** Right on one side of 0, up to some length or count, or in the first entries alone. */
export const partlyRight: Explainer = ({ runs, answers, truth, wrt, language }) => {
  const distance = tolerance * (magnitude(truth) || 1);
  const entries = truth.flatMap(({ data }, index) =>
    [...data.keys()].flatMap((entry) => {
      const [yours, right] = [answers[index]!.data[entry]!, data[entry]!];
      // That nothing is nothing says nothing.
      return yours === 0 && right === 0
        ? []
        : [{ index, entry, isRight: Math.abs(yours - right) <= distance }];
    }),
  );
  const names = [wrt, ...Object.keys(runs[0]!.inputs).filter((name) => name !== wrt)];
  const signs = names.map((name): Boundary => ({
    at(index, entry) {
      const input = runs[index]!.inputs[name]!;
      if (input.dim === 0) return input.item();
      return sameShape(input.shape, truth[index]!.shape) ? input.entries()[entry]! : null;
    },
    says: (side) => messages.rightOnOneSide(nameIn(language, name), side === "from"),
    among: () => [0],
  }));
  const whole = (values: readonly number[]) => (values.every(Number.isInteger) ? values : []);
  const counts = names.flatMap((name) => {
    const shown = nameIn(language, name);
    const { dim } = runs[0]!.inputs[name]!;
    if (dim === 0) {
      return [
        {
          at: (index: number) => runs[index]!.inputs[name]!.item(),
          says: (side: "up to" | "from", count: number) =>
            messages.rightForCounts(`\`${shown}\``, side, count),
          among: whole,
        },
      ];
    }
    return Array.from({ length: dim }, (_, axis) => ({
      at: (index: number) => runs[index]!.inputs[name]!.shape[axis]!,
      says: (side: "up to" | "from", count: number) =>
        messages.rightForCounts(`the number of ${lengthText(dim, axis)} of \`${shown}\``, side, count),
      among: whole,
    }));
  });
  for (const { at, says, among } of [...signs, ...counts]) {
    const placed = entries.flatMap(({ index, entry, isRight }) => {
      const value = at(index, entry);
      return value === null ? [] : [{ value, isRight }];
    });
    if (placed.length < entries.length) continue;
    for (const boundary of new Set(among(placed.map(({ value }) => value)))) {
      const beside = placed.filter(({ value }) => value !== 0 || boundary !== 0);
      const below = beside.filter(({ value }) => value <= boundary);
      const above = beside.filter(({ value }) => value > boundary);
      if (Math.min(below.length, above.length) < leastOnEitherSide) continue;
      const [first] = below;
      if (below.some(({ isRight }) => isRight !== first!.isRight)) continue;
      if (above.some(({ isRight }) => isRight === first!.isRight)) continue;
      return {
        kind: "partly-right",
        where: null,
        message: first!.isRight ? says("up to", boundary) : says("from", boundary),
      };
    }
  }
  return null;
};

const lengthText = (dim: number, axis: number): string =>
  dim === 1 ? "entries" : (["rows", "columns"][axis] ?? `entries along axis ${axis}`);

const singlePrecision = 2 ** -22;

/** Rounded to some digits after the point, or computed in single precision. */
export const rounded: Explainer = ({ answers, truth }) => {
  const pairs = answers.flatMap(({ data }, i) =>
    data.map((value, j) => [value, truth[i]!.data[j]!] as const),
  );
  const scale = magnitude(truth);
  if (scale === 0) return null;
  const isNear = (relative: number) =>
    pairs.every(
      ([value, right]) => Math.abs(value - right) <= relative * Math.max(Math.abs(right), 1e-3 * scale),
    );
  if (pairs.every(([value]) => Math.fround(value) === value) && isNear(singlePrecision)) {
    return { kind: "finite-difference", where: null, message: messages.singlePrecision() };
  }
  for (let digits = 0; digits <= 8; digits++) {
    const unit = 10 ** -digits;
    const isRounded = pairs.every(
      ([value, right]) =>
        Math.abs(value - right) <= unit / 2 + rounding &&
        Math.abs(value / unit - Math.round(value / unit)) < 1e-6,
    );
    if (isRounded) return { kind: "finite-difference", where: null, message: messages.rounded(digits) };
  }
  return null;
};
