import { fewDigits, nestedText, numberText } from "#graph/number-text.ts";
import type { Value } from "#runtime/runtime.ts";

const allDigits = 17;

/** Numbers to so many significant digits, arrays as nested lists; what isn't numeric in its language's own words. */
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
export function distinguishingDigits(one: Value, other: Value): number {
  for (let digits = fewDigits; digits < allDigits; digits += 3) {
    if (valueText(one, digits) !== valueText(other, digits)) return digits;
  }
  return allDigits;
}
