/** Tabs and spaces in Python's indentation, which CPython refuses where they can be taken in two ways. MicroPython does not. */
import { parser } from "@lezer/python";
import type { Failure } from "#runtime/runtime.ts";

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
  const beginningOf = (at: number) => (/^ *\t/.test(lines[at - 1]!) ? "a tab" : "spaces");
  const mixed =
    beginningOf(line) === beginningOf(before)
      ? `lines ${before} and ${line} mix tabs and spaces at their beginnings`
      : `this line begins with ${beginningOf(line)}, and line ${before} with ${beginningOf(before)}`;
  const message = `${mixed}. They may look alike, and Python can’t tell which belongs where. Begin both with spaces, four for each level.`;
  return { kind: "syntax", type: "TabError", message, line };
}

/** The code with its comments as spaces and its strings as underscores, which they stay on one line in: every character in its place. */
function withoutText(code: string): string {
  let result = "";
  let at = 0;
  parser.parse(code).iterate({
    enter({ name, from, to }) {
      if (!/String$|^Comment$/.test(name)) return true;
      result += code.slice(at, from) + (name === "Comment" ? " " : "_").repeat(to - from);
      at = to;
      return false;
    },
  });
  return result + code.slice(at);
}

/** The lines on which a statement begins. */
function logicalLines(code: string): Indent[] {
  const indents: Indent[] = [];
  let depth = 0;
  let at = 0;
  let line = 1;
  let continued = false;
  for (const text of withoutText(code).split("\n")) {
    if (depth === 0 && !continued && text.trim() !== "") {
      let wide = 0;
      let narrow = 0;
      for (const character of /^[ \t]*/.exec(text)![0]) {
        wide = character === "\t" ? wide - (wide % 8) + 8 : wide + 1;
        narrow += 1;
      }
      indents.push({ line, wide, narrow });
    }
    for (const character of text) {
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    }
    continued = text.endsWith("\\");
    const next = at + text.length + 1;
    line += code.slice(at, next).split("\n").length - 1;
    at = next;
  }
  return indents;
}
