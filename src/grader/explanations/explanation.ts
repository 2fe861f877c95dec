/** What explains a wrong answer besides a fault in one edge of the backward sweep. */
import { agree, leeway, rounding, type Numbers } from "#grader/compare.ts";
import type { FaultSites } from "#grader/fault-sites.ts";
import { ifPossible, type ForwardRun } from "#grader/forward-run.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";
import type { Language } from "#reading/language.ts";

export interface Explanation {
  kind: DiagnosisKind;
  /** The step it is about, in the words of the forward computation, or null if it is about none. */
  where: string | null;
  message: string;
}

/** A wrong answer for one output, in the shape of the truth, and all that it may be explained by. */
export interface Unexplained {
  wrt: string;
  answers: readonly Numbers[];
  truth: readonly Numbers[];
  runs: readonly ForwardRun[];
  /** Null where the computations of the cases have nothing in common. */
  sites: FaultSites | null;
  /** The cases, those that tell most first. */
  order: readonly number[];
  language: Language;
}

/** Looks for an explanation of one sort; null if none fits. */
export type Explainer = (unexplained: Unexplained) => Explanation | null;

/** Whether an answer comes out like this in every case. What can't be computed, or ends in an EngineError, doesn't. */
export function comesOut(
  { answers, order }: Pick<Unexplained, "answers" | "order">,
  gradient: (index: number) => Numbers | null,
): boolean {
  const distance = leeway(answers, rounding);
  return order.every((i) => {
    const numbers = ifPossible(() => gradient(i));
    return numbers !== null && agree(numbers, answers[i]!, distance);
  });
}
