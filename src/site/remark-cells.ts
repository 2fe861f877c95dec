import type { Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import { visit } from "unist-util-visit";

import { cellOf, type CellFence } from "#lesson/cell.ts";
import { importStatement } from "#site/import-statement.ts";

/**
 * Turns a fence marked `cell` into a live cell:
 *
 *     ```python cell title="Autograd and your own"
 *
 * becomes `<Cell code="…" language="python" title="Autograd and your own" />`, and the page imports `Cell` by itself.
 * Any other word in the fence's heading becomes a prop that is true, such as `fails`.
 */
export function remarkCells() {
  return (tree: Root): void => {
    let cells = 0;
    visit(tree, "code", (code, index, parent) => {
      const cell = cellOf(code);
      if (!cell || !parent || index === undefined) return;
      parent.children[index] = element(cell);
      cells += 1;
    });
    if (cells > 0) tree.children.unshift(importStatement("Cell", "#widgets/Cell.astro"));
  };
}

const element = ({ code, language, props }: CellFence): MdxJsxFlowElement => ({
  type: "mdxJsxFlowElement",
  name: "Cell",
  attributes: [["code", code] as const, ["language", language] as const, ...props].map(([name, value]) => ({
    type: "mdxJsxAttribute",
    name,
    value: value === true ? null : value,
  })),
  children: [],
});
