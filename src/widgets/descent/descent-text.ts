import { graphNumber } from "#graph/graph-text.ts";
import { descent as strings } from "#strings/index.ts";
import type { DescentOutcome, DescentPoint } from "#widgets/descent/descent-session.ts";
import type { Weights } from "#widgets/descent/training-data.ts";

/** Whether the gradients at a place are others than autograd's. */
export const differs = ({ gradients, truth: { dw, db } }: DescentPoint): boolean =>
  gradients !== null && Math.hypot(gradients.dw - dw, gradients.db - db) > 1e-9 * Math.hypot(dw, db);

/** How a descent stands after so many steps, in a sentence or two; `wrong` if its gradients aren't autograd's. */
export function outcomeText(
  outcome: DescentOutcome,
  { w, b, truth }: DescentPoint,
  steps: number,
  rate: number,
  wrong: boolean,
  lowest: Weights & { loss: number },
): string {
  if (outcome === "diverged") return strings.diverged(steps, graphNumber(rate));
  if (typeof outcome === "object") return strings.failed(outcome.failed);
  if (outcome === "arrived") {
    const elsewhere = wrong ? ` ${strings.elsewhere(graphNumber(truth.dw), graphNumber(truth.db))}` : "";
    return strings.arrived(steps, graphNumber(w), graphNumber(b)) + elsewhere;
  }
  if (wrong) return strings.differs;
  return strings.underway(graphNumber(lowest.loss), graphNumber(lowest.w), graphNumber(lowest.b));
}
