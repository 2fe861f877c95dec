import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import type {} from "mdast-util-mdx";
import { toMarkdown } from "mdast-util-to-markdown";
import { CONTINUE, SKIP, visit } from "unist-util-visit";

import { forMathJax } from "#notebook/mathematics.ts";

/** Makes a link of the page one that holds in a notebook; null where there is nowhere to lead. */
export type ResolveLink = (href: string) => string | null;

/** Elements that Jupyter's Markdown keeps as HTML; of any other only the content remains. */
const htmlTags = new Set(["kbd", "sub", "sup", "br"]);

/** Prose of a lesson as Jupyter's Markdown. Changes the nodes that it is given. */
export function proseMarkdown(children: RootContent[], resolveLink: ResolveLink): string {
  const tree: Root = { type: "root", children };
  visit(tree, (node, index, parent) => {
    if (node.type === "table") withoutBars(node);
    if (node.type === "math" || node.type === "inlineMath") node.value = forMathJax(node.value);
    const instead = replacement(node, resolveLink);
    if (!instead || !parent || index === undefined) return CONTINUE;
    parent.children.splice(index, 1, ...(instead as RootContent[]));
    return [SKIP, index];
  });
  return toMarkdown(tree, {
    bullet: "-",
    rule: "-",
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  }).trim();
}

/** What stands in a notebook in the place of a node; null for the node itself. */
function replacement(node: Nodes, resolveLink: ResolveLink): Nodes[] | null {
  switch (node.type) {
    case "link": {
      const href = resolveLink(node.url);
      if (href === null) return node.children;
      node.url = href;
      return null;
    }
    case "mdxjsEsm":
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return [];
    case "mdxJsxFlowElement":
      return node.children;
    case "mdxJsxTextElement":
      return htmlTags.has(node.name ?? "") ? asHtml(node.name!, node.children) : node.children;
    default:
      return null;
  }
}

const asHtml = (name: string, children: PhrasingContent[]): PhrasingContent[] =>
  children.length === 0
    ? [{ type: "html", value: `<${name}>` }]
    : [{ type: "html", value: `<${name}>` }, ...children, { type: "html", value: `</${name}>` }];

/** A bar would end the cell of a table, in a formula too. */
function withoutBars(table: Nodes): void {
  visit(table, "inlineMath", (node) => {
    node.value = node.value.replaceAll("\\|", "\\Vert ").replaceAll("|", "\\vert ");
  });
}
