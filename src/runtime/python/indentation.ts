/** Tabs and spaces in Python's indentation, which CPython refuses where they can be taken in two ways. MicroPython does not. */
import type { Failure } from "#runtime/runtime.ts";
import { literalsIn, withoutLiterals } from "#runtime/python/source/literals.ts";

interface Indent {
  line: number;
  /** Its width where a tab goes on to the next multiple of eight, and where it counts as one. */
  wide: number;
  narrow: number;
}

/** The first line whose indentation depends on how wide a tab is, and the line that it is compared with. */
export function ambiguousIndentation(code: string): { line: number; before: number } | null {
  if (!/^ *\t/m.test(code) || !/^\t* /m.test(code)) return null;
  const indents: Indent[] = [{ line: 0, wide: 0, narrow: 0 }];
  for (const own of logicalLines(code)) {
    const top = indents.at(-1)!;
    if (own.wide > top.wide) {
      if (own.narrow <= top.narrow) return { line: own.line, before: top.line };
      indents.push(own);
      continue;
    }
    while (indents.length > 1 && indents.at(-1)!.wide > own.wide) indents.pop();
    const same = indents.at(-1)!;
    if (same.wide === own.wide && same.narrow !== own.narrow) return { line: own.line, before: same.line };
    if (same.line !== 0) same.line = own.line;
  }
  return null;
}

/** The same as CPython's TabError, and what to do about it. */
export function indentationFault(code: string): Failure | null {
  const ambiguous = ambiguousIndentation(code);
  if (!ambiguous) return null;
  const { line, before } = ambiguous;
  const lines = code.split("\n");
  const made = (at: number) => (/^ *\t/.test(lines[at - 1]!) ? "a tab" : "spaces");
  const mixed =
    made(line) === made(before)
      ? `lines ${before} and ${line} mix tabs and spaces at their beginnings`
      : `this line begins with ${made(line)}, and line ${before} with ${made(before)}`;
  const message = `${mixed}. They may look alike, and Python can’t tell which belongs where. Begin both with spaces, four for each level.`;
  return { kind: "syntax", type: "TabError", message, line };
}

/** The lines on which a statement begins. */
function logicalLines(code: string): Indent[] {
  const inString = new Set<number>();
  for (const { kind, start, end } of literalsIn(code)) {
    if (kind === "literal")
      for (let at = code.indexOf("\n", start); at !== -1 && at < end; at = code.indexOf("\n", at + 1))
        inString.add(at + 1);
  }
  const indents: Indent[] = [];
  let depth = 0;
  let at = 0;
  let continued = false;
  for (const [i, text] of withoutLiterals(code).split("\n").entries()) {
    if (depth === 0 && !continued && !inString.has(at) && text.trim() !== "") {
      let wide = 0;
      let narrow = 0;
      for (const character of /^[ \t]*/.exec(text)![0]) {
        wide = character === "\t" ? wide - (wide % 8) + 8 : wide + 1;
        narrow += 1;
      }
      indents.push({ line: i + 1, wide, narrow });
    }
    for (const character of text) {
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    }
    continued = text.endsWith("\\");
    at += text.length + 1;
  }
  return indents;
}
