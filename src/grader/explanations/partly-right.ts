/** Describes an answer that is right for some inputs, by what they have in common. */
import { sameShape } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { leeway } from "#grader/compare.ts";
import type { Explainer } from "#grader/explanations/explanation.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import { axisLengths } from "#grader/input-lengths.ts";
import { messages } from "#grader/messages.ts";

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

/** Right on one side of 0, up to some length or count, or but for the first or the last entry. */
export const partlyRight: Explainer = ({ runs, answers, truth, wrt, language }) => {
  const distance = leeway(truth);
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
  const counts = names.flatMap((name): Boundary[] => {
    const count = {
      text: `\`${nameIn(language, name)}\``,
      of: ({ inputs }: ForwardRun) => inputs[name]!.item(),
    };
    const all = runs[0]!.inputs[name]!.dim === 0 ? [count] : axisLengths(name, runs[0]!, language);
    return all.map(({ text, of }) => ({
      at: (index) => of(runs[index]!),
      says: (side, number) => messages.rightForCounts(text, side, number),
      among: (values) => (values.every(Number.isInteger) ? values : []),
    }));
  });
  const ends = [true, false].map((fromStart): Boundary => ({
    at: (index, entry) => {
      const { shape, data } = truth[index]!;
      const row = Math.floor((entry * (shape[0] ?? 1)) / data.length);
      return fromStart ? row : (shape[0] ?? 1) - 1 - row;
    },
    says: (side) => messages.rightForEntries(side === "from", fromStart),
    among: () => (truth[0]!.shape.length === 1 ? [0] : []),
  }));
  for (const { at, says, among } of [...signs, ...counts, ...ends]) {
    const placed = entries.flatMap(({ index, entry, isRight }) => {
      const value = at(index, entry);
      return value === null ? [] : [{ value, isRight }];
    });
    if (placed.length < entries.length) continue;
    for (const boundary of new Set(among(placed.map(({ value }) => value)))) {
      const beside = signs.some((sign) => sign.at === at)
        ? placed.filter(({ value }) => value !== 0)
        : placed;
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
