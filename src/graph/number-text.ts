/** Numbers as short text. */
import { shapeText } from "#graph/labels.ts";
import { signed } from "#graph/notation.ts";
import type { Shape } from "#autodiff/index.ts";

export const fewDigits = 6;

/** `2.5`, `0.333333`, `1e-9`: rounded to so many significant digits, without trailing zeros. */
export function numberText(value: number, digits = fewDigits): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value);
}

/** The entries as nested lists: `[[1, 2], [3, 4]]`. */
export function nestedText(shape: readonly number[], data: readonly number[], digits = fewDigits): string {
  const [length, ...rest] = shape;
  if (length === undefined) return numberText(data[0] ?? NaN, digits);
  const size = length === 0 ? 0 : data.length / length;
  const rows = Array.from({ length }, (_, i) =>
    nestedText(rest, data.slice(i * size, (i + 1) * size), digits),
  );
  return `[${rows.join(", ")}]`;
}

/** Significant digits beside an edge. */
const digits = 4;

/** A number as the graph shows it: four significant digits, a true minus sign. */
export const graphNumber = (value: number): string => signed(numberText(value, digits));

/** A single number, or the shape of an array. */
export const graphEntries = (shape: Shape, entries: readonly number[]): string =>
  shape.length === 0 ? graphNumber(entries[0]!) : shapeText(shape);

/** A number as a term: in brackets if it is negative. */
export const term = (value: number): string => (value < 0 ? `(${graphNumber(value)})` : graphNumber(value));
