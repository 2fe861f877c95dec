import { agreeEverywhere, magnitude, rounding, type Numbers } from "#grader/compare.ts";
import type { EdgeText } from "#grader/fault-sites.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";
import type { Fault } from "#graph/fault.ts";

/** The kinds that a fault in the sweep leads to. */
export type MistakeKind = Extract<
  DiagnosisKind,
  | "sign"
  | "constant-factor"
  | "batch-factor"
  | "missing-factor"
  | "missing-path"
  | "wrong-rule"
  | "wrong-variable"
  | "not-differentiated"
  | "wrong-axis"
  | "not-reduced"
>;

/** One thing done wrong, and the answers that it leads to. */
export interface Mistake {
  kind: MistakeKind;
  /** The step it is in, as the forward computation's text. */
  where: string | null;
  /** What was done, after "you"; for the wrong variable, its name. */
  description: string;
  /** Where it is in one edge. */
  edgeText: EdgeText | null;
  /** The faults that it is in the sweep of a case. */
  faults: (index: number) => readonly Fault[];
  /** What it multiplies the gradient by once that has come back, if it does. */
  times?: number;
  /** The answer it leads to in a case, or null if it can't be made there. */
  answer: (index: number) => Numbers | null;
}

/** Axes of length 1 come and go with `keepdims`; where only the numbers count, they are left out. */
export const squeezed = ({ shape, data }: Numbers): Numbers => ({
  shape: shape.filter((length) => length !== 1),
  data,
});

/**
 * Whether a mistake leads to these answers in every case. Tries the cases in the given order, so that those that tell most should
 * come first.
 */
export function leadsTo(mistake: Mistake, answers: readonly Numbers[], order: readonly number[]): boolean {
  const scale = magnitude(answers);
  const loosely = mistake.kind === "wrong-axis" || mistake.kind === "not-reduced";
  return order.every((i) => {
    const answer = mistake.answer(i);
    if (!answer) return false;
    const [a, b] = loosely ? [squeezed(answers[i]!), squeezed(answer)] : [answers[i]!, answer];
    return agreeEverywhere([a], [b], rounding, scale);
  });
}
