/** Plain data as Python writes it. */
import type { Nested } from "#exercise/index.ts";

/** A floating-point number: `2.0`, `-0.5`, `1e-05`. Throws an Error for NaN and infinities. */
export function float(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Python has no literal for ${value}.`);
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Floating-point numbers, nested in lists as they come. */
export const floats = (value: Nested): string =>
  typeof value === "number" ? float(value) : `[${value.map(floats).join(", ")}]`;

/** Whole numbers, nested in lists as they come. */
export const integers = (value: Nested): string =>
  typeof value === "number" ? String(value) : `[${value.map(integers).join(", ")}]`;

/** A text in double quotes: what JSON escapes, Python reads in the same way. */
export const string = (text: string): string => JSON.stringify(text);

/** `[…]` of items that are literals already. */
export const list = (items: readonly string[]): string => `[${items.join(", ")}]`;

/** `{…}` of keys as text, and of values that are literals already. */
export const dictionary = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([key, value]) => `${string(key)}: ${value}`).join(", ")}}`;

/** Every line but empty ones moved to the right by so many spaces. */
export const indented = (code: string, by = 4): string => code.replace(/^(?=.)/gm, " ".repeat(by));
