/**
 * Characters that come along when mathematics or prose is pasted: they look like a sign of the language, or like nothing at all.
 * The editor shows them by the same table.
 */
import { languageName, type Language } from "#reading/language.ts";

/** A character, or several that belong together, as what no program can be written with. */
export interface Stray {
  at: number;
  text: string;
  /** What it is called: `a minus sign`. */
  name: string;
  /** What to type for it; null where that takes more than another sign. */
  write: string | null;
}

interface Kind {
  looks: RegExp;
  name: string;
  write: (text: string, language: Language) => string | null;
}

const as = (sign: string) => () => sign;

/** Full-width letters, raised and lowered digits, fractions and ligatures as the plain characters that they stand for. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u2212\u2010]/g, "-")
    .replace(/\u2044/g, "/");

const invisible: Kind = {
  looks: /\p{Cf}|(?![\t\n\f\r])\p{Cc}/u,
  name: "an invisible character",
  write: as(""),
};

const kinds: readonly Kind[] = [
  { looks: /\u2212/u, name: "a minus sign", write: as("-") },
  { looks: /\p{Pd}/u, name: "a dash", write: as("-") },
  { looks: /[×⨯✕✖]/u, name: "a times sign", write: as("*") },
  { looks: /[·⋅∙•●∗⁎]/u, name: "a dot or star for “times”", write: as("*") },
  { looks: /[÷∕⁄]/u, name: "a division sign", write: as("/") },
  { looks: /[“”„‟«»″]/u, name: "a typographic quotation mark", write: as('"') },
  { looks: /[‘’‚‛′´]/u, name: "a typographic quotation mark", write: as("'") },
  {
    looks: /[⁰¹²³⁴-⁹⁺⁻⁽⁾ⁿⁱᵏ]+/u,
    name: "a raised exponent",
    write: (text) => `**${/^-?\w+$/.test(plain(text)) ? plain(text) : `(${plain(text)})`}`,
  },
  { looks: /[₀-₉]+/u, name: "a lowered index", write: plain },
  { looks: /[¼½¾⅐-⅞]/u, name: "a fraction", write: (text) => `(${plain(text)})` },
  { looks: /≤/u, name: "a sign for “at most”", write: as("<=") },
  { looks: /≥/u, name: "a sign for “at least”", write: as(">=") },
  {
    looks: /≠/u,
    name: "a sign for “not equal”",
    write: (_, language) => (language === "python" ? "!=" : "!=="),
  },
  { looks: /[→⇒]/u, name: "an arrow", write: (_, language) => (language === "python" ? null : "=>") },
  {
    looks: /∞/u,
    name: "a sign for infinity",
    write: (_, language) => (language === "python" ? 'float("inf")' : "Infinity"),
  },
  { looks: /√/u, name: "a root sign", write: () => null },
  { looks: /\u00a0/u, name: "a no-break space", write: as(" ") },
  { looks: /[\p{Zs}\p{Zl}\p{Zp}\u3164]/u, name: "a space from typesetting", write: as(" ") },
  invisible,
];

/** Letters of other alphabets that look like one of ours, by what they look like. */
const alike: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["АA", "ВB", "СC", "ЕE", "НH", "ІI", "ЈJ", "КK", "МM", "ОO", "РP", "ЅS", "ТT", "ХX", "УY", "ԜW"]
      .concat(["аa", "сc", "ԁd", "еe", "һh", "іi", "јj", "оo", "рp", "ѕs", "хx", "уy", "ԝw"])
      .concat(["ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX"])
      .concat(["οo", "νv", "ıi"])
      .map(([other, ours]) => [other!, ours!]),
  ),
};

/** The name as it looks, in plain letters; null where it is no other than it looks. */
export function lookingLike(name: string): string | null {
  const plainly = Array.from(name)
    .map((letter) => alike[letter] ?? letter.normalize("NFKC"))
    .join("");
  return plainly === name || !/^[A-Za-z_]\w*$/.test(plainly) ? null : plainly;
}

/** Letters of names that look like others than they are. */
export const lookalikesIn = (code: string): Stray[] =>
  [...code.matchAll(/\p{ID_Start}\p{ID_Continue}*/gu)].flatMap(({ 0: name, index: start }) =>
    lookingLike(name) === null
      ? []
      : [...name.matchAll(/[^\x20-\x7e]/gu)].map(({ 0: text, index }) => ({
          at: start + index,
          text,
          name: "a letter of another alphabet",
          write: lookingLike(text),
        })),
  );

const beyondAscii = /[^\t\n\f\r\x20-\x7e]/;

/** What may stand in a name, by Unicode. Python and JavaScript agree on that. */
const inNames = /[\p{ID_Start}\p{ID_Continue}]/u;

/** What JavaScript takes for a space. */
const javaScriptSpace = /[\p{Zs}\p{Zl}\p{Zp}\ufeff]/u;

/** `U+2212` */
export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** Whether there can be any at all: nearly all code is plain ASCII. */
export const mayHaveStrays = (code: string): boolean => beyondAscii.test(code);

/** @param code without its strings and comments, in which every character is welcome */
export function straysIn(code: string, language: Language): Stray[] {
  const strays: Stray[] = [];
  for (const { 0: character, index: at } of code.matchAll(new RegExp(beyondAscii, "gu"))) {
    const last = strays.at(-1);
    if (last && at < last.at + last.text.length) continue;
    if (language === "javascript" && javaScriptSpace.test(character)) continue;
    const kind = kinds.find(({ looks }) => looks.test(character));
    if (kind) {
      const text = new RegExp(kind.looks, "yu");
      text.lastIndex = at;
      const whole = text.exec(code)![0];
      strays.push({ at, text: whole, name: kind.name, write: kind.write(whole, language) });
      continue;
    }
    const ascii = plain(character);
    if (ascii !== character && !beyondAscii.test(ascii)) {
      strays.push({ at, text: character, name: `a typographic form of \`${ascii}\``, write: ascii });
    } else if (!inNames.test(character)) {
      strays.push({ at, text: character, name: "a sign from typesetting", write: null });
    }
  }
  return strays;
}

/** Characters that take no room and have no look, wherever they stand: one can turn the direction of a whole line. */
export const invisibleIn = (code: string): Stray[] =>
  [...code.matchAll(new RegExp(invisible.looks, "gu"))].map(({ 0: text, index: at }) => ({
    at,
    text,
    name: invisible.name,
    write: "",
  }));

/** The code with what to type in the place of every stray that has such a thing. */
export function withoutStrays(code: string, strays: readonly Stray[]): string {
  let result = "";
  let at = 0;
  for (const stray of strays) {
    if (stray.write === null) continue;
    result += code.slice(at, stray.at) + stray.write;
    at = stray.at + stray.text.length;
  }
  return result + code.slice(at);
}

/** Whether there is anything to see of it. */
export const isVisible = (text: string): boolean => /[^\p{Z}\p{C}]/u.test(text);

/**
 * What is wrong with it, and what to type.
 * @param before the line up to it
 * @param correctedLine the line as it should be, as code in a sentence, if it can be shown
 */
export function strayMessage(
  stray: Stray,
  before: string,
  correctedLine: string | null,
  language: Language,
): string {
  const { text, name, write } = stray;
  if (!isVisible(text)) {
    const place = before.trim() === "" ? "at the beginning of this line" : `after \`${tail(before)}\``;
    const remedy = write === " " ? "Put an ordinary space in its place." : "Delete it.";
    return `there is ${name} (${codePoint(text)}) ${place}. ${remedy}`;
  }
  const what = `\`${text}\` (${codePoint(text)}) is ${name} that ${languageName[language]} doesn’t know.`;
  if (text === "√") {
    return `${what} Write the square root of x as \`${language === "python" ? "x ** 0.5" : "Math.sqrt(x)"}\`.`;
  }
  if (write === null) return `${what} Write what it means in other signs.`;
  return `${what} Type \`${write}\` in its place${correctedLine === null ? "" : `: ${correctedLine}`}.`;
}

/** The end of what stands before, short enough to be found by. */
const tail = (before: string): string => before.trimStart().replaceAll("`", "").slice(-16).trim();
