/** Draws what an exercise's `forward` is given: one after the other at random, or so many at once, spread over all that can be drawn. */
import type { Exercise, Nested, Random, Sampler } from "#exercise/index.ts";
import { fill } from "#exercise/sampler.ts";
import { shuffled, spread, spreadWhole, toHundredths } from "#exercise/spread.ts";

/** What `forward` is given, by the inputs' names. */
export type Inputs = Readonly<Record<string, Nested>>;

/** The lengths of axes, by their names. */
type Sizes = Record<string, number>;

/** So often sizes are drawn, at most, until those that follow from others are lengths. */
const mostDraws = 1_000;

/** So often inputs that `accepts` refuses are drawn anew. */
const mostRefused = 10_000;

/** So often numbers are dealt to the cases in another order, for a case or for all of them, where `accepts` refuses what comes out. */
const mostDeals = { ofCase: 50, ofAll: 30 };

/** The length of every axis that has a name; `choose` has one for each that doesn't follow from others. Null where one is less than 1. */
function sizesBy(
  { id, sizes = {} }: Exercise,
  choose: (name: string, low: number, high: number) => number,
): Sizes | null {
  const chosen: Sizes = {};
  for (const [name, rule] of Object.entries(sizes)) {
    if (typeof rule !== "function") {
      chosen[name] = choose(name, ...rule);
      continue;
    }
    chosen[name] = rule(chosen);
    if (!Number.isInteger(chosen[name])) {
      const others = Object.entries(chosen).map(([each, length]) => `${each} = ${length}`);
      throw new Error(
        `Exercise ${id}: a length has to be a whole number, and \`sizes\` gives ${others.join(", ")}. It may use those that are written before it.`,
      );
    }
  }
  return Object.values(chosen).every((length) => length >= 1) ? chosen : null;
}

/** Random lengths. With `small` they are the least, or nearly the least where those don't go together. */
function drawSizes(exercise: Exercise, random: Random, small: boolean): Sizes {
  for (let draw = 0; draw < mostDraws; draw++) {
    const sizes = sizesBy(exercise, (_, low, high) => {
      const most = small ? Math.min(low + draw, high) : high;
      return small && most === low ? low : low + Math.floor(random() * (most - low + 1));
    });
    if (sizes) return sizes;
  }
  throw new Error(
    `Exercise ${exercise.id}: the lengths in \`sizes\` don't go together: in ${mostDraws} draws one was always less than 1.`,
  );
}

function shapeOf({ id }: Exercise, name: string, { axes }: Sampler, sizes: Sizes): number[] {
  const shape = axes.map((axis) => (typeof axis === "number" ? axis : (sizes[axis] ?? NaN)));
  if (shape.some(Number.isNaN))
    throw new Error(`Exercise ${id}: ${name} has an axis that \`sizes\` does not name.`);
  return shape;
}

/** Every input from `draw`. */
const inputsBy = (
  exercise: Exercise,
  sizes: Sizes,
  draw: (sampler: Sampler, shape: readonly number[], name: string) => Nested,
): Inputs =>
  Object.fromEntries(
    Object.entries(exercise.inputs).map(([name, sampler]) => [
      name,
      draw(sampler, shapeOf(exercise, name, sampler, sizes), name),
    ]),
  );

/** A stream of random inputs that `accepts` accepts; throws an Error where it refuses nearly all. Sizes are drawn first, then every input. With `small`, sizes are least and numbers whole. */
export function* drawInputs(exercise: Exercise, random: Random, small = false): Generator<Inputs, never> {
  for (let refused = 0; ;) {
    const inputs = inputsBy(exercise, drawSizes(exercise, random, small), (sampler, shape) =>
      (small && sampler.small ? sampler.small : sampler.draw)(random, shape),
    );
    if (exercise.accepts && !exercise.accepts(inputs)) {
      if (++refused > mostRefused)
        throw new Error(`Exercise ${exercise.id}: \`accepts\` refuses nearly every random case.`);
      continue;
    }
    yield inputs;
  }
}

/** Numbers to be dealt. Those that are taken are gone, unless all is taken back. */
class Deck {
  #left: number[];
  #taken: number[] = [];

  constructor(numbers: readonly number[]) {
    this.#left = [...numbers];
  }

  take(): number {
    const number = this.#left.pop()!;
    this.#taken.push(number);
    return number;
  }

  keep(): void {
    this.#taken = [];
  }

  takeBack(random: Random): void {
    this.#left = shuffled([...this.#left, ...this.#taken], random);
    this.#taken = [];
  }
}

/** Deals from these decks until what comes out is of use, or null. */
function deal<Dealt>(decks: Iterable<Deck>, random: Random, from: () => Dealt | null): Dealt | null {
  const all = [...decks];
  for (let deals = 0; deals < mostDeals.ofCase; deals++) {
    const dealt = from();
    for (const deck of all) {
      if (dealt === null) deck.takeBack(random);
      else deck.keep();
    }
    if (dealt !== null) return dealt;
  }
  return null;
}

/** Sizes of so many cases, in which each length from the least to the largest has its turn, as far as the lengths go together. */
function spreadSizes(exercise: Exercise, count: number, random: Random): { sizes: Sizes[]; left: number } {
  const decks = new Map(
    Object.entries(exercise.sizes ?? {}).flatMap(([name, rule]) =>
      typeof rule === "function" ? [] : [[name, new Deck(spreadWhole(rule, count, random))] as const],
    ),
  );
  let left = 0;
  const sizes = Array.from({ length: count }, () => {
    const dealt = deal(decks.values(), random, () => sizesBy(exercise, (name) => decks.get(name)!.take()));
    if (dealt === null) left++;
    return dealt ?? drawSizes(exercise, random, false);
  });
  return { sizes, left };
}

const entriesIn = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1);

/** The numbers of one input, for all cases together. */
function deckFor({ ranges, integer }: Sampler, count: number, random: Random): Deck {
  return new Deck(integer ? spreadWhole(ranges![0]!, count, random) : spread(ranges!, count, random));
}

/** One deal of everything, and how many cases `accepts` left nothing for but what was drawn at random. */
function spreadOnce(exercise: Exercise, count: number, random: Random): { inputs: Inputs[]; left: number } {
  const { sizes, left: unsized } = spreadSizes(exercise, count, random);
  const decks = new Map(
    Object.entries(exercise.inputs).flatMap(([name, sampler]) => {
      if (!sampler.ranges) return [];
      const entries = sizes.map((each) => entriesIn(shapeOf(exercise, name, sampler, each)));
      const all = entries.reduce((sum, each) => sum + each, 0);
      return [[name, deckFor(sampler, all, random)] as const];
    }),
  );
  let left = unsized;
  const inputs = sizes.map((each, i) => {
    // Every other case can be read at a glance; in the others no rounding goes unseen.
    const entry = (name: string, { ranges, integer }: Sampler) => {
      const number = decks.get(name)!.take();
      return integer || i % 2 === 1 ? number : toHundredths(number, ranges!);
    };
    const dealt = deal(decks.values(), random, () => {
      const drawn = inputsBy(exercise, each, (sampler, shape, name) =>
        sampler.ranges ? fill(shape, () => entry(name, sampler)) : sampler.draw(random, shape),
      );
      return (exercise.accepts?.(drawn) ?? true) ? drawn : null;
    });
    if (dealt === null) left++;
    return dealt ?? drawInputs(exercise, random).next().value;
  });
  return { inputs, left };
}

/**
 * Inputs of so many cases, in which no part of what can be drawn is missing: every length has its turn, and numbers come from all of
 * their range, from close to its ends and from either side of 0; in every other case they have all their decimals. Throws an Error,
 * in words for the exercise's author, where none can be drawn.
 */
export function spreadInputs(exercise: Exercise, count: number, random: Random): Inputs[] {
  let best = spreadOnce(exercise, count, random);
  for (let deals = 1; best.left > 0 && deals < mostDeals.ofAll; deals++) {
    const other = spreadOnce(exercise, count, random);
    if (other.left < best.left) best = other;
  }
  return best.inputs;
}
