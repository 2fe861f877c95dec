import { edited, insertion, type Edit } from "#runtime/python/source/edits.ts";
import { literalsIn, withoutLiterals, type Literal } from "#runtime/python/source/literals.ts";

/** Methods of strings, numbers and lists that MicroPython leaves out or does by halves. */
const names =
  "format|format_map|zfill|ljust|rjust|center|removeprefix|removesuffix|title|capitalize|swapcase|casefold|expandtabs|isalnum|isnumeric|isdecimal|isidentifier|translate|bit_length|is_integer|as_integer_ratio|conjugate|sort";

const call = new RegExp(`\\.(${names})(?=\\()`, "g");

/** `"7".zfill(3)` becomes `_method("7", "zfill")(3)`, and `"%.3f" % x` becomes `_percent("%.3f") % x`. */
export function withMethodCalls(code: string): string {
  const text = withoutLiterals(code);
  const literals = literalsIn(code).filter(({ kind }) => kind === "literal");
  const edits: Edit[] = [];
  for (const match of text.matchAll(call)) {
    const at = match.index;
    const start = startOfPrimary(text, at, literals);
    if (start === at) continue;
    edits.push(insertion(start, "_method("), {
      start: at,
      end: at + match[0].length,
      text: `, "${match[1]!}")`,
    });
  }
  for (const { next, prefix } of literals) {
    if (/b/i.test(prefix) || !/^[ \t]*%(?!=)/.test(text.slice(next, next + 20))) continue;
    edits.push(insertion(startOfLiterals(text, next, literals), "_percent("), insertion(next, ")"));
  }
  return edited(code, edits);
}

const startOf = ({ start, quote, prefix }: Literal): number => start - quote.length - prefix.length;

/** Where the literal that ends here begins, with those it is joined to for standing beside it. */
function startOfLiterals(text: string, end: number, literals: readonly Literal[]): number {
  const literal = literals.find(({ next }) => next === end);
  if (literal === undefined) return end;
  const start = startOf(literal);
  const before = text.slice(0, start).trimEnd().length;
  const joined =
    literals.some(({ next }) => next === before) && !lineBreakOutside(text, before, start).includes("\n");
  return joined ? startOfLiterals(text, before, literals) : start;
}

/** What separates two literals, or nothing if they stand inside brackets, where a line break joins them. */
function lineBreakOutside(text: string, from: number, to: number): string {
  let depth = 0;
  for (let at = 0; at < from; at++) {
    if ("([{".includes(text[at]!)) depth++;
    else if (")]}".includes(text[at]!)) depth--;
  }
  return depth > 0 ? "" : text.slice(from, to);
}

/** Where the expression begins that a dot belongs to: names, calls, indices, literals. */
function startOfPrimary(text: string, dot: number, literals: readonly Literal[]): number {
  let at = dot;
  for (;;) {
    const last = text[at - 1] ?? "";
    if (last === '"' || last === "'") return startOfLiterals(text, at, literals);
    if (last === ")" || last === "]" || last === "}") {
      at = openingOf(text, at - 1);
      if (
        /[\w)\]"']/.test(text[at - 1] ?? "") &&
        !/(?<![\w.])(?:return|in|and|or|not|if|else|yield|print)$/.test(text.slice(0, at))
      ) {
        continue;
      }
      return at;
    }
    if (!/\w/.test(last)) return at;
    while (/\w/.test(text[at - 1] ?? "")) at--;
    if (text[at - 1] !== ".") return at;
    at--;
  }
}

function openingOf(text: string, closing: number): number {
  let depth = 0;
  for (let at = closing; at >= 0; at--) {
    if (")]}".includes(text[at]!)) depth++;
    else if ("([{".includes(text[at]!) && --depth === 0) return at;
  }
  return closing;
}
