import type { Repair } from "#grader/repairs/find-repair.ts";
import { afterSlip, slipText, withSlip } from "#grader/repairs/words.ts";
import type { FoundDiagnosis, LearnerStep } from "#grader/verdict.ts";

/**
 * A guess gives way to a slip that explains the same output.
 * @param place the output's, counted from 0
 */
export function withRepair(found: FoundDiagnosis, repair: Repair, place: number): FoundDiagnosis {
  if (!found.isGuess || !repair.outputs.includes(place)) return found;
  // On the way forward every slip makes a wrong value; along which axis, is more than that.
  const kind = found.kind === "wrong-value" && repair.sort !== "axis" ? found.kind : repair.kind;
  const { where, output } = found;
  return { kind, where, output, bends: [], line: repair.line, message: slipText(repair) };
}

/**
 * A line that is wrong because of the slip in another one, and isn't what a diagnosis is about, follows from that; the slip's own is wrong
 * where nothing else is known of it.
 * @param diagnosed the lines of the diagnoses
 */
export function stepWithRepair(
  step: LearnerStep,
  { line }: Repair,
  diagnosed: ReadonlySet<number>,
): LearnerStep {
  if (step.line === line && step.state === "unknown") return { ...step, state: "wrong", says: withSlip };
  return step.state === "wrong" && !diagnosed.has(step.line)
    ? { ...step, state: "follows", says: afterSlip(line) }
    : step;
}
