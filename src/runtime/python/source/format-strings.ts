import { insertAfter, replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/**
 * MicroPython asks no object how it wants to be formatted, so that `f"{loss:.3f}"` fails for a tensor, and it knows neither
 * f-strings inside each other nor beside other strings. Here `f"{loss:.3f} m"` becomes `_text("", _formatted(loss, ".3f"), " m")`.
 */
export function formatString(string: SyntaxNode, code: string): Edit[] {
  const [opening, prefix, quote] = /^(\w*)("""|'''|"|')/.exec(code.slice(string.from, string.to))!;
  const style = { quote: quote!, raw: /r/i.test(prefix!) };
  const start = string.from + opening.length;
  const end = string.to - style.quote.length;
  return [
    replacement({ from: string.from, to: start }, `_text(${style.quote}`),
    ...texts(string, start, end, style, code),
    replacement({ from: end, to: string.to }, `${style.quote})`),
  ];
}

/** Strings side by side are one; with an f-string among them they are added up. */
export function continuedString(string: SyntaxNode): Edit[] {
  const parts = childrenOf(string).filter(({ name }) => name.endsWith("String"));
  if (!parts.some(({ name }) => name === "FormatString")) return [];
  return [...wrapIn(string, "("), ...parts.slice(0, -1).map(({ to }) => insertAfter(to, " +"))];
}

interface Style {
  quote: string;
  raw: boolean;
}

/** Text with fields in it, from the opening of a literal to its closing. */
function texts(whole: SyntaxNode, start: number, end: number, style: Style, code: string): Edit[] {
  const fields = childrenOf(whole).filter(({ name }) => name === "FormatReplacement");
  const starts = [start, ...fields.map(({ to }) => to)];
  const ends = [...fields.map(({ from }) => from), end];
  return [
    ...starts.flatMap((from, i) => {
      const text = code.slice(from, ends[i]);
      const plain = plainText(text, style);
      return plain === text ? [] : [replacement({ from, to: ends[i]! }, plain)];
    }),
    ...fields.flatMap((field) => formatCall(field, style, code)),
  ];
}

/** Text of an f-string as that of a plain string: braces are single, and a backslash of a raw one is double. */
function plainText(text: string, { quote, raw }: Style): string {
  const special = raw ? /\\|\{\{|\}\}|["']/g : /\\N\{[^}]*\}|\\[^]|\{\{|\}\}|["']/g;
  return text.replace(special, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "{{" || character === "}}") return character[0]!;
    return character === quote[0] ? `\\${character}` : character;
  });
}

const conversions: Readonly<Record<string, string>> = { r: "_repr(", s: "_str(", a: "_repr(" };

/** `{x!r:>8}` becomes the end of one literal, a call, and the beginning of the next. */
function formatCall(field: SyntaxNode, style: Style, code: string): Edit[] {
  const [opening, ...rest] = childrenOf(field);
  const closing = rest.pop()!;
  const shows = field.getChild("FormatSelfDoc");
  const conversion = field.getChild("FormatConversion");
  const spec = field.getChild("FormatSpec");
  const parts = rest.filter(({ name }) => !/^Format(?:SelfDoc|Conversion|Spec)$/.test(name));
  const value = { from: parts[0]!.from, to: parts.at(-1)!.to };
  const isSeveral = parts.some(({ name }) => name === "," || name === "YieldExpression");
  const next = conversion ?? spec ?? closing;
  const shown = shows === null ? "" : literalText(code.slice(opening!.to, next.from), style);
  const letter =
    conversion === null ? (shows !== null && spec === null ? "r" : null) : code[conversion.to - 1]!;
  return [
    replacement(opening!, `${shown}${style.quote}, _formatted(`),
    ...(letter === null ? [] : wrapIn(value, conversions[letter]!)),
    ...(isSeveral ? wrapIn(value, "(") : []),
    ...(shows === null
      ? []
      : [replacement({ from: shows.from, to: next.from }, lineBreaks(code.slice(shows.from, next.from)))]),
    ...(conversion === null ? [] : [replacement(conversion, "")]),
    ...(spec === null ? [] : formatSpec(spec, style, code)),
    replacement(closing, `), ${style.quote}`),
  ];
}

/** A format may have fields of its own: `{x:{width}.2f}`. */
function formatSpec(spec: SyntaxNode, style: Style, code: string): Edit[] {
  const colon = spec.firstChild!;
  const hasFields = spec.getChild("FormatReplacement") !== null;
  return [
    replacement(colon, `, ${hasFields ? "_text(" : ""}${style.quote}`),
    ...texts(spec, colon.to, spec.to, style, code),
    insertAfter(spec.to, `${style.quote}${hasFields ? ")" : ""}`),
  ];
}

/** Code, as text of a literal that stays on its line. */
const literalText = (shown: string, { quote }: Style): string =>
  shown.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(quote[0]!, `\\${quote[0]!}`);

const lineBreaks = (text: string): string => text.replace(/[^\n]/g, "");
