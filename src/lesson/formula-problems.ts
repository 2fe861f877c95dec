import { ParseError } from "katex";
import type { Root } from "mdast";
import type {} from "mdast-util-math";
import { visit } from "unist-util-visit";
import { problemAt, type Problem } from "#lesson/problem.ts";
import { renderFormula } from "#lesson/formula.ts";

/** The formulas that KaTeX doesn't understand. */
export function formulaProblems(tree: Root, source: string): Problem[] {
  const lines = source.split("\n");
  const problems: Problem[] = [];
  visit(tree, ["math", "inlineMath"], (node) => {
    if ((node.type !== "math" && node.type !== "inlineMath") || !node.position) return;
    const displayMode = node.type === "math";
    try {
      renderFormula(node.value, { displayMode });
    } catch (error) {
      const { start } = node.position;
      const place =
        error instanceof ParseError
          ? placeIn(node.value, error.position, start.line + Number(displayMode), lines)
          : null;
      problems.push(
        problemAt(
          place ?? start,
          `The formula can't be set: ${reasonOf(error)}. Mend it; https://katex.org/docs/supported lists what KaTeX knows.`,
        ),
      );
    }
  });
  return problems;
}

function reasonOf(error: unknown): string {
  if (error instanceof ParseError) return error.rawMessage;
  return error instanceof Error ? error.message : String(error);
}

/** The place in the page of a character of a formula that begins on this line. */
function placeIn(
  formula: string,
  position: number,
  firstLine: number,
  lines: readonly string[],
): { line: number; column: number } | null {
  const before = formula.slice(0, position).split("\n");
  const line = firstLine + before.length - 1;
  const written = formula.split("\n")[before.length - 1]!;
  const start = lines[line - 1]?.indexOf(written) ?? -1;
  return start === -1 ? null : { line, column: start + before.at(-1)!.length + 1 };
}
