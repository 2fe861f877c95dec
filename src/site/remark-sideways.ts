import type { Parent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import { visit, SKIP } from "unist-util-visit";

import { sideways as strings } from "#strings/index.ts";

/** What may be wider than a page, by the type of its node; in a lesson's own HTML by the name of its element. */
const labels: Readonly<Record<string, string>> = { table: strings.table, code: strings.code };

/** Puts every table, and every code that is only shown, into a box that scrolls by itself. */
export function remarkSideways() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      const label = labels[node.type === "mdxJsxFlowElement" ? (node.name ?? "") : node.type];
      if (label === undefined || !parent || index === undefined) return;
      (parent as Parent).children[index] = sidewaysBox(label, [node as RootContent]);
      return [SKIP, index + 1];
    });
  };
}

/** The same box as `Sideways.tsx` makes, around parts of a lesson's source. */
export const sidewaysBox = (
  label: string,
  children: readonly RootContent[],
  own?: string,
): MdxJsxFlowElement => ({
  type: "mdxJsxFlowElement",
  name: "div",
  attributes: [attribute("class", own ? `hg-sideways ${own}` : "hg-sideways")],
  children: [
    {
      type: "mdxJsxFlowElement",
      name: "div",
      attributes: [attribute("class", "hg-sideways-box"), attribute("data-label", strings.scrolls(label))],
      children: children as MdxJsxFlowElement["children"],
    },
  ],
});

const attribute = (name: string, value: string) => ({ type: "mdxJsxAttribute", name, value }) as const;
