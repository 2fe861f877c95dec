import type { Allocate, Floats, BenchInput } from "../case.ts";

/** Pseudo-random entries in (−scale, scale), the same for the same seed. */
export function noise(shape: readonly number[], scale: number, seed: number): BenchInput {
  const length = shape.reduce((count, size) => count * size, 1);
  let state = seed;
  const entries = Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.fround(scale * (state / 2 ** 31 - 1));
  });
  return { shape, entries };
}

export const scalar = (value: number): BenchInput => ({
  shape: [],
  entries: Float64Array.of(Math.fround(value)),
});

/** A copy of the entries in the precision of a run. */
export function copy({ entries }: BenchInput, allocate: Allocate): Floats {
  const floats = allocate(entries.length);
  floats.set(entries);
  return floats;
}
