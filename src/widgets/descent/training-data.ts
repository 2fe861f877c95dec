/** The points that the line is fitted to, as (x, y). */
export const examples = [
  [0, 1.2],
  [1, 2.1],
  [2, 2.6],
  [3, 4.3],
] as const;

/** A line z = w·x + b. */
export interface Weights {
  w: number;
  b: number;
}

export interface Gradients {
  dw: number;
  db: number;
}

/** Where the descent starts, and what of the surface is shown. */
export const start: Weights = { w: 3, b: 3.5 };
export const shown = { w: [-1.5, 4], b: [-3, 5] } as const;
