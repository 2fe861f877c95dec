import type { Value } from "#runtime/runtime.ts";

export const fewDigits = 6;
const allDigits = 17;

/** `2.5`, `0.333333`, `1e-9`: rounded to so many significant digits, without trailing zeros. */
export function numberText(value: number, digits: number = fewDigits): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value);
}

/** The entries as nested lists: `[[1, 2], [3, 4]]`. */
export function nestedText(shape: readonly number[], data: readonly number[], digits: number): string {
  const [length, ...rest] = shape;
  if (length === undefined) return numberText(data[0] ?? NaN, digits);
  const size = length === 0 ? 0 : data.length / length;
  const rows = Array.from({ length }, (_, i) =>
    nestedText(rest, data.slice(i * size, (i + 1) * size), digits),
  );
  return `[${rows.join(", ")}]`;
}

export function valueText(value: Value, digits: number = fewDigits): string {
  switch (value.kind) {
    case "number":
      return numberText(value.value, digits);
    case "array":
      return nestedText(value.shape, value.data, digits);
    case "tuple":
      return `(${value.items.map((item) => valueText(item, digits)).join(", ")})`;
    case "other":
      return value.text;
  }
}

/** As few digits as it takes to see that two values differ. */
export function tellingDigits(one: Value, other: Value): number {
  for (let digits = fewDigits; digits < allDigits; digits += 3) {
    if (valueText(one, digits) !== valueText(other, digits)) return digits;
  }
  return allDigits;
}
