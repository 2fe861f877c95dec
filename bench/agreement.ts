import type { CaseOutcome, Precision } from "./case.ts";

/** How far a result may be from the reference: in the value relative to it, in the gradient to its largest entry. */
export const tolerances: Readonly<Record<Precision, number>> = { float32: 1e-3, float64: 1e-11 };

/** The larger of the two distances. */
export function distance(outcome: CaseOutcome, reference: CaseOutcome): number {
  if (outcome.gradient.length !== reference.gradient.length) return Infinity;
  const largest = reference.gradient.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const furthest = reference.gradient.reduce(
    (most, entry, i) => Math.max(most, Math.abs(entry - outcome.gradient[i]!)),
    0,
  );
  return Math.max(furthest / largest, Math.abs(outcome.value / reference.value - 1));
}
