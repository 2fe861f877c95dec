/** A computation graph as a table, for where it can't be drawn. */
import type { Shape } from "#autodiff/index.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import { signed } from "#autodiff/notation.ts";
import { graphEntries } from "#graph/graph-text.ts";
import { nestedText } from "#graph/number-text.ts";
import { graphTable as strings } from "#strings/index.ts";

/** A larger array is told by its shape. */
const mostEntries = 12;

const entries = (shape: Shape, values: readonly number[]): string =>
  values.length <= mostEntries ? signed(nestedText(shape, values, 4)) : graphEntries(shape, values);

/**
 * In Markdown: a row for every node but the result, with its value to four digits and, if asked for, its gradient. An array of
 * more than 12 entries is told by its shape.
 */
export function snapshotTable({ nodes }: GraphSnapshot, { gradients }: { gradients: boolean }): string {
  const row = (...texts: string[]) => `| ${texts.join(" | ")} |`;
  const heads = [strings.step, strings.value, ...(gradients ? [strings.gradient] : [])];
  return [
    row(...heads),
    row(...heads.map(() => "---")),
    ...nodes
      .filter(({ kind }) => kind !== "result")
      .map(({ text, shape, value, gradient }) =>
        row(
          `\`${text.replaceAll("|", "\\|")}\``,
          entries(shape, value),
          ...(gradients ? [gradient ? entries(shape, gradient) : strings.none] : []),
        ),
      ),
  ].join("\n");
}
