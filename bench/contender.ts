import type { BenchCase, CaseOutcome, Precision } from "./case.ts";

/** A case that a contender has set up: its inputs exist, in its own kind of array. */
export interface Computation {
  /** Computes the value and the gradients, from the function itself, and lets go of what it made. Returns something of it. */
  run: () => unknown;
  /** Does the same and reads the result. */
  outcome: () => CaseOutcome;
}

/** Why a contender leaves a case out, as a sentence. */
export type Reason = string;

/** Sets a case up. */
export type Prepare = (benchCase: BenchCase) => Computation | Reason;

export interface Contender {
  name: string;
  precision: Precision;
  /** The npm package it comes from, if it isn't ours. */
  package: string | null;
  /** A module whose `contend`, called with `variant`, gives the contender's `Prepare`. */
  module: string;
  variant: string;
}

export interface ContenderModule {
  contend: (variant: string) => Prepare | Promise<Prepare>;
}

/** The gradients one after another. */
export const joined = (gradients: readonly ArrayLike<number>[]): Float64Array =>
  Float64Array.from(gradients.flatMap((gradient) => Array.from(gradient)));
