import type { Nested } from "#exercise/exercise.ts";

/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/** Draws one input of a case. An axis is a fixed length or the name of a size. */
export interface Sampler<Size extends string = string> {
  /** One entry per axis; empty for a scalar. */
  axes: readonly (number | Size)[];
  /** Whether the values are whole numbers that the learner receives as integers. */
  integer: boolean;
  draw(random: Random, shape: readonly number[]): Nested;
}

/** Fills an array of this shape, nested by axis, from `entry`. */
function fill(shape: readonly number[], entry: () => number): Nested {
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
  return { axes, integer: false, draw: (random, shape) => fill(shape, () => entry(random)) };
}

/** A whole number from low to high, both included. */
export function integer(low: number, high: number): Sampler<never> {
  return {
    axes: [],
    integer: true,
    draw: (random) => low + Math.floor(random() * (high - low + 1)),
  };
}

/** The same, but no entry closer to 0 than `gap`. */
export function awayFromZero<Size extends string>(sampler: Sampler<Size>, gap = 0.2): Sampler<Size> {
  const clearEntry = (random: Random): number => {
    for (;;) {
      const entry = sampler.draw(random, []) as number;
      if (Math.abs(entry) >= gap) return entry;
    }
  };
  return { ...sampler, draw: (random, shape) => fill(shape, () => clearEntry(random)) };
}
