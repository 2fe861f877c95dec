import { unrolled as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import type { CellName, UnrolledSetting } from "#widgets/unrolled/unrolled-setting.ts";

/** The cell's formula in plain text. */
export const formulas: Readonly<Record<CellName, string>> = {
  linear: "h_t = w·h_{t−1}",
  tanh: "h_t = tanh(w·h_{t−1})",
};

/** What becomes of dh_T/dh_0 over the steps back. */
export function fateText({ cell, w, T }: UnrolledSetting, byStart: number): string {
  if (w === 0) return strings.stops;
  // The slope of tanh is below 1 where the state isn't 0, and the state never gets there.
  if (cell === "tanh") return strings.onAverage(graphNumber(Math.abs(byStart) ** (1 / T)));
  const factor = Math.abs(w);
  if (factor === 1) return strings.stays;
  return (factor < 1 ? strings.shrinks : strings.grows)(graphNumber(factor), graphNumber(factor ** 10));
}
