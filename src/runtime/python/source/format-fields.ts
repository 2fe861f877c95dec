import { endOfLiteral, literalsIn } from "#runtime/python/source/literals.ts";

/**
 * MicroPython asks no object how it wants to be formatted, so that `f"{loss:.3f}"` fails for a tensor. Here the fields of
 * f-strings become calls of `_formatted`, which asks: `f"{_formatted((loss), '.3f')}"`.
 * @param inner rewrites the expression in a field
 */
export function withFormatCalls(code: string, inner: (expression: string) => string): string {
  let result = "";
  let at = 0;
  for (const { prefix, quote, start, end } of literalsIn(code)) {
    if (!/f/i.test(prefix)) continue;
    result += code.slice(at, start) + withCallsInFields(code.slice(start, end), quote, inner);
    at = end;
  }
  return result + code.slice(at);
}

/** The text of an f-string, with its fields `{expression}` and `{expression:format}` rewritten. */
function withCallsInFields(text: string, quote: string, inner: (expression: string) => string): string {
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const doubled = text[at + 1] === text[at];
    if (text[at] !== "{" || doubled) {
      result += text[at]!;
      if (text[at] === "{") result += text[++at]!;
      continue;
    }
    const { colon, end } = parseField(text, at + 1);
    const field = text.slice(at + 1, colon ?? end);
    const spec = colon === null ? "" : text.slice(colon + 1, end);
    const call = text[end] === "}" ? formatCall(field, spec, quote.startsWith('"') ? "'" : '"', inner) : null;
    result += call ?? text.slice(at, end);
    at = end - 1;
  }
  return result;
}

const conversions: Readonly<Record<string, string>> = { r: "repr", s: "str", a: "repr" };

/** A field but for its closing brace, and what stands before it where it shows itself (`{x=}`); null if it can't be rewritten. */
function formatCall(
  field: string,
  spec: string,
  quote: string,
  inner: (expression: string) => string,
): string | null {
  const [, shown, expression, shows, conversion] =
    /^(([^]*?)(?:(?<![=!<>])(=)\s*)?)(?:!([rsa]))?$/.exec(field) ?? [];
  if (expression === undefined || expression.trim() === "" || /[\\]/.test(field + spec)) return null;
  const plain = conversion ?? (shows && spec === "" ? "r" : undefined);
  const value = inner(expression);
  const converted = plain === undefined ? `(${value})` : `${conversions[plain]!}(${value})`;
  const format = formatText(spec, quote, inner);
  if (format === null) return null;
  return `${shows ? shown!.replace(/[{}]/g, "$&$&") : ""}{_formatted(${converted}, ${format})`;
}

/** A format as an expression: fields within it, as in `{x:{width}.2f}`, are filled in first. */
function formatText(spec: string, quote: string, inner: (expression: string) => string): string | null {
  if (spec.includes(quote) || spec.includes("\n")) return null;
  const fields = [...spec.matchAll(/\{([^{}]+)\}/g)].map(([, field]) => `(${inner(field!)})`);
  const text = `${quote}${spec.replace(/\{[^{}]+\}/g, "{}")}${quote}`;
  return fields.length === 0 ? (/[{}]/.test(spec) ? null : text) : `${text}.format(${fields.join(", ")})`;
}

/** Where a field's format begins, if it has one, and where its closing brace stands. */
function parseField(text: string, start: number): { colon: number | null; end: number } {
  let depth = 0;
  let colon: number | null = null;
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (colon === null && (character === '"' || character === "'")) {
      at = endOfLiteral(text, at + 1, character);
    } else if ("([{".includes(character)) depth++;
    else if (character === "}" && depth === 0) return { colon, end: at };
    else if (")]}".includes(character)) depth--;
    else if (character === ":" && depth === 0) colon ??= at;
  }
  return { colon: null, end: text.length };
}
