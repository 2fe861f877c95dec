export type PlotPoint = readonly [number, number];

/** Whether both coordinates are finite. */
export const isFinitePoint = ([x, y]: PlotPoint): boolean => Number.isFinite(x) && Number.isFinite(y);

/** Those points that have two coordinates. */
export const finitePoints = (...points: readonly PlotPoint[]): PlotPoint[] => points.filter(isFinitePoint);

/** Points from their coordinates, in two lists of one length. */
export const pointsOf = (x: readonly number[], y: readonly number[]): PlotPoint[] =>
  x.map((at, i) => [at, y[i]!]);

/** The straight line through a point, from one x to another. */
export const straightLine = (
  [from, to]: readonly [number, number],
  [x, y]: PlotPoint,
  slope: number,
): PlotPoint[] => finitePoints(...[from, to].map((at): PlotPoint => [at, y + slope * (at - x)]));

/** So many points make a curve. */
export const evenlySpaced = ([low, high]: readonly [number, number], pieces: number): number[] =>
  Array.from({ length: pieces + 1 }, (_, i) => low + ((high - low) * i) / pieces);
