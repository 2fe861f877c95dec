import type { Nested } from "#exercise/exercise.ts";

/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/** From the first number to the second, both included. */
export type Range = readonly [low: number, high: number];

/** Draws one input of a case. An axis is a fixed length or the name of a size. */
export interface Sampler<Size extends string = string> {
  /** One entry per axis; empty for a scalar. */
  axes: readonly (number | Size)[];
  /** Whether the values are whole numbers that the learner receives as integers, or as an array of them. */
  integer: boolean;
  draw: (random: Random, shape: readonly number[]) => Nested;
  /** Where its entries lie, if each can be any number of these ranges, whatever the others are. */
  ranges?: readonly Range[];
  /** The same with whole numbers close to 0, where there are any to draw. */
  small?: (random: Random, shape: readonly number[]) => Nested;
}

/** Fills an array of this shape, nested by axis, from `entry`. */
export function fill(shape: readonly number[], entry: () => number): Nested {
  const [length, ...rest] = shape;
  if (length === undefined) return entry();
  return Array.from({ length }, () => fill(rest, entry));
}

/**
 * Uniform in [low, high], in steps of 0.01 so that a case can be read.
 * `uniform(-3, 3)` is a scalar, `uniform(-3, 3, ["n", 2])` an array of n rows and two columns.
 */
export function uniform<const Size extends string = never>(
  low: number,
  high: number,
  axes: readonly (number | Size)[] = [],
): Sampler<Size> {
  const steps = Math.round((high - low) * 100);
  const entry = (random: Random) => (Math.round(low * 100) + Math.floor(random() * (steps + 1))) / 100;
  const [least, most] = [Math.max(Math.ceil(low), -3), Math.min(Math.floor(high), 3)];
  const whole = (random: Random) =>
    least <= most ? least + Math.floor(random() * (most - least + 1)) : entry(random);
  return {
    axes,
    integer: false,
    ranges: [[low, high]],
    draw: (random, shape) => fill(shape, () => entry(random)),
    small: (random, shape) => fill(shape, () => whole(random)),
  };
}

/**
 * A whole number from low to high, both included; with axes an array of such.
 * `integer(0, 8)` is a number, `integer(0, 3, ["n"])` are n of them.
 */
export function integer<const Size extends string = never>(
  low: number,
  high: number,
  axes: readonly (number | Size)[] = [],
): Sampler<Size> {
  const upTo = (most: number) => (random: Random, shape: readonly number[]) =>
    fill(shape, () => low + Math.floor(random() * (most - low + 1)));
  return {
    axes,
    integer: true,
    ranges: [[low, high]],
    draw: upTo(high),
    small: upTo(Math.min(high, low + 3)),
  };
}

/** Along the last axis a single 1 and otherwise 0: a class among several. */
export function oneHot<const Size extends string = never>(axes: readonly (number | Size)[]): Sampler<Size> {
  const draw = (random: Random, shape: readonly number[]): Nested => {
    const [length = 1, ...rest] = shape;
    if (rest.length > 0) return Array.from({ length }, () => draw(random, rest));
    const hot = Math.floor(random() * length);
    return Array.from({ length }, (_, i) => Number(i === hot));
  };
  return { axes, integer: false, draw, small: draw };
}

/** The same, but no entry closer to 0 than `gap`. */
export function awayFromZero<Size extends string>(sampler: Sampler<Size>, gap = 0.2): Sampler<Size> {
  const clearOf =
    (draw: Sampler["draw"]) =>
    (random: Random, shape: readonly number[]): Nested =>
      fill(shape, () => {
        for (let drawn = 1; ; drawn++) {
          const entry = (drawn < 100 ? draw : sampler.draw)(random, []) as number;
          if (Math.abs(entry) >= gap) return entry;
        }
      });
  const ranges = sampler.ranges?.flatMap(([low, high]): Range[] =>
    [[low, Math.min(high, -gap)] as const, [Math.max(low, gap), high] as const].filter(
      ([from, to]) => from <= to,
    ),
  );
  return {
    ...sampler,
    ...(ranges && { ranges }),
    draw: clearOf(sampler.draw),
    small: clearOf(sampler.small ?? sampler.draw),
  };
}
