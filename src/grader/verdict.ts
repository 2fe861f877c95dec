import type { Language } from "#reading/language.ts";
import type { Fault } from "#graph/fault.ts";
import type { Value } from "#runtime/runtime.ts";

/** `invalid`: could not be graded, and costs no attempt. */
export const verdicts = ["correct", "incorrect", "invalid", "timeout"] as const;
export type Verdict = (typeof verdicts)[number];

/** What can be wrong with an answer. Saved attempts have these names. */
export const diagnosisKinds = [
  "sign",
  "constant-factor",
  "batch-factor",
  "missing-factor",
  "missing-path",
  "wrong-rule",
  "wrong-variable",
  "not-differentiated",
  "transposed",
  "wrong-axis",
  "not-reduced",
  "wrong-shape",
  "order",
  "wrong-value",
  "other-function",
  "extra-factor",
  "summed-too-far",
  "constant-term",
  "partly-right",
  "finite-difference",
  "none",
] as const;
export type DiagnosisKind = (typeof diagnosisKinds)[number];

/** The mistake that explains a wrong answer. */
export interface Diagnosis {
  kind: DiagnosisKind;
  /** The step of the derivation it is in, in the words of the forward computation, or null if it is in none. */
  where: string | null;
  /** The input whose gradient is wrong, or null if the answer as a whole is. */
  output: string | null;
  /**
   * Its faults on the graph of one case that the answer gets wrong. Empty for a mistake that is in no edge. Saved attempts call them
   * bends, so they are still called that here.
   */
  bends: readonly Fault[];
  /** The number of that case, counted from 0; that of the first wrong one if absent. */
  at?: number | undefined;
  /** What the answer is of the gradient that comes back with these faults: so many times it, if not the same. */
  times?: number | undefined;
  /** What the answer does, then the question that leads on. One paragraph of plain text. */
  message: string;
}

export interface OutputVerdict {
  /** The input differentiated by. */
  wrt: string;
  verdict: "correct" | "incorrect";
  diagnosis: Diagnosis | null;
}

/** One case, as the table in the page shows it. */
export interface CaseRow {
  /** The arguments, by the exercise's parameter names. */
  inputs: readonly { name: string; value: Value }[];
  /** One per output, in the order of `wrt`. `yours` is null where nothing comparable came back. */
  outputs: readonly { wrt: string; yours: Value | null; autograd: Value; agrees: boolean }[];
}

/** What an answer printed in the first case that it fails in. */
export interface PrintedOutput {
  /** That case's inputs, by the learner's names; null for what was printed before any call. */
  at: string | null;
  text: string;
  /** Whether there was more. */
  cut: boolean;
}

export interface Grade {
  verdict: Verdict;
  /** All that is to be said, in plain text; holds the diagnosis' message. */
  message: string;
  /** The first output's diagnosis that there is. */
  diagnosis: Diagnosis | null;
  outputs: readonly OutputVerdict[];
  cases: readonly CaseRow[];
  /** With `invalid`: the line in the learner's code, counted from 1. */
  line: number | null;
  /** Absent where nothing was printed, and from a verdict that has nothing to complain of. */
  printed?: PrintedOutput | undefined;
  /** With `invalid`: the language that the code is written in, where that is not the one chosen. */
  writtenIn?: Language | undefined;
}
