import { withoutLiterals } from "#runtime/python/source/literals.ts";

const operators: Readonly<Record<string, string>> = {
  "*": "mul",
  "/": "truediv",
  "//": "floordiv",
  "%": "mod",
  "**": "pow",
  "@": "matmul",
  "&": "and",
  "|": "or",
  "^": "xor",
};

const operator = /(\*\*|\/\/|[*/%@&|^])=(?!=)/y;

/**
 * MicroPython knows `__iadd__` and `__isub__` only, and takes `w *= 0.9` for `w = w * 0.9`, which makes another tensor. Here
 * such a statement becomes `w = _in_place("mul", w, (0.9))`, which changes what can be changed. A target that spans lines is left
 * alone: written twice it would move the lines below it.
 */
export function withInPlaceCalls(code: string): string {
  const text = withoutLiterals(code);
  let result = "";
  let copied = 0;
  let depth = 0;
  let start = 0;
  let closeAt: number | null = null;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    const ends = at === text.length || (depth === 0 && (character === ";" || endsLine(text, at)));
    if (ends) {
      if (closeAt !== null) {
        const end = at - (text.slice(closeAt, at).length - text.slice(closeAt, at).trimEnd().length);
        result += `${code.slice(copied, end)}))`;
        copied = end;
        closeAt = null;
      }
      start = at + 1;
    } else if ("([{".includes(character!)) depth++;
    else if (")]}".includes(character!)) depth = Math.max(0, depth - 1);
    else if (character === ":" && depth === 0 && closeAt === null) start = at + 1;
    else if (depth === 0 && closeAt === null) {
      operator.lastIndex = at;
      const match = operator.exec(text);
      if (match === null) continue;
      const target = code.slice(start, at).trim();
      if (target.includes("\n")) continue;
      result += `${code.slice(copied, at)}= _in_place("${operators[match[1]!]!}", ${target}, (`;
      copied = closeAt = operator.lastIndex;
      at = operator.lastIndex - 1;
    }
  }
  return result + code.slice(copied);
}

const endsLine = (text: string, at: number): boolean => text[at] === "\n" && text[at - 1] !== "\\";
