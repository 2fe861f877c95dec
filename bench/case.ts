export type Floats = Float32Array | Float64Array;

/** Makes an array of zeros in the precision of a run. */
export type Allocate = (length: number) => Floats;

export const allocators = {
  float32: (length: number) => new Float32Array(length),
  float64: (length: number) => new Float64Array(length),
} satisfies Record<string, Allocate>;

export type Precision = keyof typeof allocators;

export type Family =
  "scalar chain" | "scalar network" | "sum of squares" | "batch linear" | "recurrence" | "perceptron";

/** An input, row-major; every entry is a number that float32 holds exactly. */
export interface BenchInput {
  shape: readonly number[];
  entries: Float64Array;
}

/** What a run computes. */
export interface CaseOutcome {
  value: number;
  /** The gradients with respect to every variable, one after another. */
  gradient: Float64Array;
}

/** A gradient written by hand. */
export interface ByHand {
  /** The value, then the gradients with respect to scalars. Every run overwrites them. */
  scalars: Floats;
  /** Computes, and returns the gradients with respect to arrays, which are new at every run. */
  run: () => readonly Floats[];
}

/** A function to differentiate, at some size. */
export interface BenchCase {
  name: string;
  family: Family;
  /** The function, as the report shows it. */
  formula: string;
  /** What the derivative is taken with respect to. */
  variables: readonly BenchInput[];
  constants: readonly BenchInput[];
  /** How often a step is repeated, where one is. */
  steps: number;
  /** The ratio to the hand-written float64 gradient that our engine aims at. */
  aim: number;
  /** The reference: prepares the gradient as one would write it for this function alone. */
  byHand: (allocate: Allocate) => ByHand;
}
