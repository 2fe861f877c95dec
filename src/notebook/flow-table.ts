/** A computation graph as a table, for where it can't be drawn. */
import type { Flow } from "#graph/flow.ts";
import { graphEntries } from "#widgets/graph/graph-text.ts";
import { graphTable as say } from "#strings/index.ts";

export function flowTable({ nodes }: Flow, { gradients }: { gradients: boolean }): string {
  const row = (...texts: string[]) => `| ${texts.join(" | ")} |`;
  const heads = [say.step, say.value, ...(gradients ? [say.gradient] : [])];
  return [
    row(...heads),
    row(...heads.map(() => "---")),
    ...nodes
      .filter(({ kind }) => kind !== "result")
      .map(({ text, shape, value, gradient }) =>
        row(
          `\`${text.replaceAll("|", "\\|")}\``,
          graphEntries(shape, value),
          ...(gradients ? [gradient ? graphEntries(shape, gradient) : say.none] : []),
        ),
      ),
  ].join("\n");
}
