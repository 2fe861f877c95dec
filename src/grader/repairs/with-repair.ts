import type { Repair } from "#grader/repairs/find-repair.ts";
import { slipText } from "#grader/repairs/words.ts";
import type { FoundDiagnosis } from "#grader/verdict.ts";

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
