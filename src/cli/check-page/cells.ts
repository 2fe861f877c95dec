import type { Code } from "mdast";
import { visit } from "unist-util-visit";
import type { SourcePage } from "#cli/check-page/page-cache.ts";
import { sentence } from "#cli/sentence.ts";
import { MachineBusy } from "#grader/index.ts";
import { cellOf } from "#lesson/cell.ts";
import { problemAt, type Problem } from "#lesson/problem.ts";
import type { Runtime } from "#runtime/runtime.ts";
import { isLanguage } from "#reading/language.ts";

/** Runs the cells of a page one by one, as its build does. Throws `MachineBusy` where they can't be run. */
export async function cellProblems({ tree, source }: SourcePage, runtime: Runtime): Promise<Problem[]> {
  const lines = source.split("\n");
  const fences: Code[] = [];
  visit(tree, "code", (node) => void fences.push(node));
  const problems: Problem[] = [];
  for (const fence of fences) {
    const cell = cellOf(fence);
    if (!cell || !isLanguage(cell.language)) continue;
    const { start } = fence.position!;
    const { error } = await runtime.runCell({
      language: cell.language,
      code: cell.code.trimEnd(),
      echo: true,
    });
    if (error?.kind === "busy") throw new MachineBusy();
    if (cell.props.has("fails")) {
      if (error) continue;
      problems.push(
        problemAt(
          start,
          "The cell is meant to fail, and runs to its end. Take away the word fails, or let it fail.",
        ),
      );
    } else if (error) {
      const line = start.line + (error.line ?? 0);
      const column = error.line === null ? start.column : (lines[line - 1] ?? "").search(/\S|$/) + 1;
      problems.push(
        problemAt(
          { line, column },
          `The cell ends with ${error.type}: ${sentence(error.message)} Mend it; if it is meant to fail, write fails beside cell.`,
        ),
      );
    }
  }
  return problems;
}
