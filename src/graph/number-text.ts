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
