/** What the reader chooses about the recurrence, and within which bounds. */

export type CellName = "linear" | "tanh";

export interface UnrolledSetting {
  /** h_t = w·h_{t−1}, or tanh of it. */
  cell: CellName;
  w: number;
  /** How many steps are taken. */
  T: number;
}

/** h_0 */
export const startState = 0.5;

export const weights = { min: -2, max: 2, step: 0.05 } as const;
export const steps = { min: 1, max: 40 } as const;

export const initialUnrolledSetting: UnrolledSetting = { cell: "linear", w: 0.8, T: 8 };
