/** Explains wrong answers that no single fault of the backward sweep leads to. */
import { oneShareOnly, valueForGradient } from "#grader/explanations/arriving.ts";
import { dividedBySlope, extraFactor, notAddedUp, runTogether } from "#grader/explanations/at-one-edge.ts";
import type { Explainer } from "#grader/explanations/explanation.ts";
import { mistakenInRule, mistakenOnwards } from "#grader/explanations/mistaken-value.ts";
import { wrongCalculus } from "#grader/explanations/wrong-calculus.ts";
import { ownEntryOnly } from "#grader/explanations/own-entry.ts";
import { partlyRight } from "#grader/explanations/partly-right.ts";
import { recurrence } from "#grader/explanations/recurrence.ts";
import { rounded, smallConstant } from "#grader/explanations/rounded.ts";
import { skippedLink } from "#grader/explanations/skipped-link.ts";
import {
  begunAtStep,
  constantTerm,
  offByStep,
  runningSum,
  stepTaken,
  stoppedAtStep,
  valueOfInput,
} from "#grader/explanations/whole-answer.ts";

export type { Explanation } from "#grader/explanations/explanation.ts";

/** What was done: the more specific and the more probable first. */
const deeds: readonly Explainer[] = [
  valueOfInput,
  stoppedAtStep,
  begunAtStep,
  recurrence,
  stepTaken,
  valueForGradient,
  notAddedUp,
  ownEntryOnly,
  skippedLink,
  offByStep,
  wrongCalculus,
  mistakenInRule,
  mistakenOnwards,
  extraFactor,
  dividedBySlope,
  runTogether,
  oneShareOnly,
];

/** What the answer is like, where nothing is known of how it came about. */
const looks: readonly Explainer[] = [constantTerm, runningSum, partlyRight, rounded, smallConstant];

const firstOf =
  (explainers: readonly Explainer[]): Explainer =>
  (unexplained) => {
    for (const explainer of explainers) {
      const explanation = explainer(unexplained);
      if (explanation) return explanation;
    }
    return null;
  };

/** The first deed that leads to the answer in every case, or null. */
export const explainByDeed = firstOf(deeds);

/** What can be said of an answer that no deed leads to, or null. */
export const explainByLooks = firstOf(looks);
