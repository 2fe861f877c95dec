import type { Code, Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import { visit } from "unist-util-visit";

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
      const props = cellProps(code);
      if (!props || !parent || index === undefined) return;
      parent.children[index] = cell(props);
      cells += 1;
    });
    if (cells > 0) tree.children.unshift(importStatement("Cell", "#widgets/Cell.astro"));
  };
}

type Props = ReadonlyMap<string, string | true>;

function cellProps({ lang, meta, value }: Code): Props | null {
  const words = [...(meta ?? "").matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  if (!words.some(([, name, given]) => name === "cell" && given === undefined)) return null;
  const props = new Map<string, string | true>([["code", value]]);
  if (lang) props.set("language", lang);
  for (const [, name, given] of words) if (name && name !== "cell") props.set(name, given ?? true);
  return props;
}

function cell(props: Props): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name: "Cell",
    attributes: [...props].map(([name, value]) => ({
      type: "mdxJsxAttribute",
      name,
      value: value === true ? null : value,
    })),
    children: [],
  };
}
