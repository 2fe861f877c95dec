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
  "wrong-step",
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
  /** The line of the learner's code that it is in, counted from 1, where that is known. */
  line?: number | undefined;
  /** What the answer does, then the question that leads on. One paragraph of plain text, which ends with the note. */
  message: string;
  /** What the author of the exercise says of this mistake, if anything. */
  note?: string | undefined;
}

/** A diagnosis as it is found. */
export interface FoundDiagnosis extends Diagnosis {
  /** Whether it is no more than a place, or two mistakes at once that would lead to the answer: a single slip says more. */
  isGuess?: boolean | undefined;
}

/**
 * What a line of an answer is: `right`, the first that is `wrong`, right but for what it `follows` from, or `unknown`, for it is
 * nothing that the derivation needs by itself.
 */
export const stepStates = ["right", "wrong", "follows", "unknown"] as const;
export type StepState = (typeof stepStates)[number];

/** A line of an answer that gives something a name, or returns something. */
export interface LearnerStep {
  /** Counted from 1. */
  line: number;
  /** As the learner wrote it; null for what is returned. */
  name: string | null;
  state: StepState;
  /** What it is, in a sentence of plain text with code in backticks. */
  says: string;
  /** The nodes that it belongs to in the graph of the case, by their number in the order of computation. */
  nodes: readonly number[];
}

/** The learner's own derivation, line by line. */
export interface LearnerSteps {
  /** The number of the case whose graph the nodes are of, counted from 0. */
  at: number;
  /** In the order of the lines. A line in a loop is one step, whatever the number of its passes. */
  lines: readonly LearnerStep[];
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
  /** The steps of an answer that was recorded; absent where nothing can be said of any. */
  steps?: LearnerSteps | undefined;
  /** With `invalid`: the language that the code is written in, where that is not the one chosen. */
  writtenIn?: Language | undefined;
}
