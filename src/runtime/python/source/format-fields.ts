import { endOfLiteral, literalsIn } from "#runtime/python/source/literals.ts";

/**
 * MicroPython asks no object how it wants to be formatted, so that `f"{loss:.3f}"` fails for a tensor. Here the fields of
 * f-strings become calls of `_formatted`, which asks: `f"{_formatted((loss), '.3f')}"`.
 */
export function withFormatCalls(code: string): string {
  let result = "";
  let at = 0;
  for (const { prefix, quote, start, end } of literalsIn(code)) {
    if (!/f/i.test(prefix)) continue;
    result += code.slice(at, start) + withCallsInFields(code.slice(start, end), quote);
    at = end;
  }
  return result + code.slice(at);
}

/** The text of an f-string, with its fields `{expression}` and `{expression:format}` rewritten. */
function withCallsInFields(text: string, quote: string): string {
  const inner = quote.startsWith('"') ? "'" : '"';
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const doubled = text[at + 1] === text[at];
    if (text[at] !== "{" || doubled) {
      result += text[at]!;
      if (text[at] === "{") result += text[++at]!;
      continue;
    }
    const { colon, end } = parseField(text, at + 1);
    const expression = text.slice(at + 1, colon ?? end);
    const format = colon === null ? "" : text.slice(colon + 1, end);
    // A conversion (`!r`), `{x=}` and a field within the format are left to MicroPython.
    const plain = !/![rsa]$|=\s*$/.test(expression) && !/[{}'"\\]/.test(format);
    const rewritten = plain && expression.trim() !== "" && text[end] === "}";
    result += rewritten ? `{_formatted((${expression}), ${inner}${format}${inner})` : text.slice(at, end);
    at = end - 1;
  }
  return result;
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
