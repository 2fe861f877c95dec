import type { Shape } from "#autodiff/index.ts";
import { shapeText } from "#graph/labels.ts";
import { signed } from "#autodiff/notation.ts";
import { numberText } from "#graph/number-text.ts";

/** Significant digits beside an edge. */
const digits = 4;

/** A number as the graph shows it: four significant digits, a true minus sign. */
export const graphNumber = (value: number): string => signed(numberText(value, digits));

/** A single number, or the shape of an array. */
export const graphEntries = (shape: Shape, entries: readonly number[]): string =>
  shape.length === 0 ? graphNumber(entries[0]!) : shapeText(shape);

/** A number as a term: in brackets if it is negative. */
export const term = (value: number): string => (value < 0 ? `(${graphNumber(value)})` : graphNumber(value));
