import { bounds, isName } from "#playground/playground-setting.ts";

/** A length, a name of one, or null for text that is neither. */
export function axisFrom(text: string): number | string | null {
  if (isName(text)) return text;
  const length = Number(text);
  return /^\d+$/.test(text) && length >= 1 && length <= bounds.length ? length : null;
}

/** A number within bounds, or null. A comma may stand for the point, and a true minus for the hyphen. */
export function numberFrom(text: string): number | null {
  const plain = text.replace(",", ".").replace("−", "-");
  const number = plain === "" ? NaN : Number(plain);
  return Math.abs(number) <= bounds.magnitude ? number : null;
}
