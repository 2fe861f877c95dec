import type { Language } from "#reading/language.ts";

/** The name as that language writes it: `d_x_square` in Python is `dXSquare` in JavaScript. */
export function nameIn(language: Language, name: string): string {
  if (language === "python") return name;
  return name.replace(/_([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `x`, `w and b`, `dw, dx and db` */
export function joinWithAnd(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}
