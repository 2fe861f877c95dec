import { withoutLiterals } from "#runtime/python/source/literals.ts";

const header = /^([ \t]*)class\s+\w+[^\n]*:[ \t]*$/gm;
const annotated = /^([ \t]+)(\w+)[ \t]*:(?!=)/;

/**
 * MicroPython keeps no annotations, which is where a dataclass has its fields. Here the first of them is preceded by all their
 * names: `x: float` becomes `__fields__ = ("x", "y"); x: float`.
 */
export function withFieldNames(code: string): string {
  if (!code.includes("dataclass")) return code;
  const text = withoutLiterals(code);
  const insertions = [...text.matchAll(header)].flatMap(({ index, 0: line, 1: indent }) =>
    fieldsBelow(text, index + line.length + 1, indent!.length),
  );
  let result = "";
  let at = 0;
  for (const { place, names } of insertions) {
    result += `${code.slice(at, place)}__fields__ = (${names.map((name) => `"${name}", `).join("")}); `;
    at = place;
  }
  return result + code.slice(at);
}

/** The annotated names of the class body that begins here, and where the first of them stands. */
function fieldsBelow(text: string, start: number, outer: number): { place: number; names: string[] }[] {
  const names: string[] = [];
  let place = -1;
  let own: number | null = null;
  let at = start;
  for (const line of text.slice(start).split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== "") {
      if (indent <= outer) break;
      own ??= indent;
      const match = indent === own ? annotated.exec(line) : null;
      if (match && !/^(?:else|try|finally|lambda)$/.test(match[2]!)) {
        if (names.length === 0) place = at + indent;
        names.push(match[2]!);
      }
    }
    at += line.length + 1;
  }
  return names.length === 0 ? [] : [{ place, names }];
}
