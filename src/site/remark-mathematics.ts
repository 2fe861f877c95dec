import type { Root } from "mdast";
import type {} from "mdast-util-math";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";

import { renderFormula } from "#lesson/formula.ts";
import { importStatement } from "#site/import-statement.ts";
import { sidewaysBox } from "#site/remark-sideways.ts";
import { sideways as strings } from "#strings/index.ts";

/**
 * Renders `$…$` and `$$…$$` with KaTeX, for the eye and as MathML. `\val{…}` marks a value of the forward pass,
 * `\grad{…}` a gradient. A formula that KaTeX doesn't understand fails the build.
 */
export function remarkMathematics() {
  return (tree: Root, file: VFile): void => {
    let formulas = 0;
    visit(tree, ["math", "inlineMath"], (node, index, parent) => {
      if ((node.type !== "math" && node.type !== "inlineMath") || !parent || index === undefined) return;
      const displayMode = node.type === "math";
      let html: string;
      try {
        html = renderFormula(node.value, { displayMode });
      } catch (error) {
        return file.fail(error instanceof Error ? error.message : String(error), node);
      }
      formulas += 1;
      parent.children[index] = displayMode ? block(html) : span(html);
      const next = parent.children[index + 1];
      if (displayMode || next?.type !== "text" || !isShort(html)) return;
      const [punctuation = ""] = /^[.,;:!?)’”]+/.exec(next.value) ?? [];
      if (punctuation === "") return;
      parent.children[index] = unbroken([span(html), { type: "text", value: punctuation }]);
      next.value = next.value.slice(punctuation.length);
    });
    if (formulas > 0) tree.children.unshift(importStatement(null, "#styles/katex.css"));
  };
}

/** Formulas are left out of the search index: as plain text they are noise. */
const attributes = (className: string, html: string): MdxJsxFlowElement["attributes"] => [
  { type: "mdxJsxAttribute", name: "class", value: className },
  { type: "mdxJsxAttribute", name: "data-pagefind-ignore", value: null },
  { type: "mdxJsxAttribute", name: "set:html", value: html },
];

const block = (html: string): MdxJsxFlowElement =>
  sidewaysBox(
    strings.formula,
    [
      {
        type: "mdxJsxFlowElement",
        name: "div",
        attributes: attributes("formula-display", html),
        children: [],
      },
    ],
    "formula",
  );

/** Whether a formula is short enough to stand on one line of a phone. */
function isShort(html: string): boolean {
  const shown = html.slice(html.indexOf("</math>")).replace(/<[^>]*>/g, "");
  return shown.length < 30;
}

/** A line may break after a formula, but not between it and the comma that follows it. */
const unbroken = (children: MdxJsxTextElement["children"]): MdxJsxTextElement => ({
  type: "mdxJsxTextElement",
  name: "span",
  attributes: [{ type: "mdxJsxAttribute", name: "class", value: "formula-unbroken" }],
  children,
});

const span = (html: string): MdxJsxTextElement => ({
  type: "mdxJsxTextElement",
  name: "span",
  attributes: attributes("formula-inline", html),
  children: [],
});
