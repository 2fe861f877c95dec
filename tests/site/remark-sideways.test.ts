import type { Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import { visitParents } from "unist-util-visit-parents";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";

import { statements } from "#lesson/formula.ts";
import { pages } from "#course/files.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { remarkCells } from "#site/remark-cells.ts";
import { remarkMathematics } from "#site/remark-mathematics.ts";
import { remarkSideways } from "#site/remark-sideways.ts";

const classOf = ({ attributes }: MdxJsxFlowElement): unknown =>
  attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === "class")?.value;

function boxed(source: string): Root {
  const tree = parseLesson(source);
  remarkCells()(tree);
  remarkMathematics()(tree, new VFile());
  remarkSideways()(tree);
  return tree;
}

test("every table, formula and code of every page is in a box of its own that can scroll", async () => {
  for (const { name, source } of await pages()) {
    visitParents(boxed(source), (node, ancestors) => {
      const formula = node.type === "mdxJsxFlowElement" && classOf(node) === "formula-display";
      const own = node.type === "mdxJsxFlowElement" && node.name === "table";
      if (node.type !== "table" && node.type !== "code" && !formula && !own) return;
      const box = ancestors.at(-1)!;
      expect([name, box.type === "mdxJsxFlowElement" && classOf(box)]).toEqual([name, "hg-sideways-box"]);
    });
  }
});

describe("a formula goes on in a new line", () => {
  test.each<[string, string[][]]>([
    ["a = b + c", [["a ", "= b + c"]]],
    [String.raw`a = b \approx 2`, [["a ", "= b ", String.raw`\approx 2`]]],
    [
      String.raw`a = b \qquad c = d`,
      [
        ["a ", "= b "],
        ["c ", "= d"],
      ],
    ],
    ["f(x = 1) [i = k]", [["f(x = 1) [i = k]"]]],
    [String.raw`\frac{a = b}{c}`, [[String.raw`\frac{a = b}{c}`]]],
    [String.raw`\left( a = b \right] < 2`, [[String.raw`\left( a = b \right] `, "< 2"]]],
    [
      String.raw`\begin{aligned} a &= b \qquad c \end{aligned}`,
      [[String.raw`\begin{aligned} a &= b \qquad c \end{aligned}`]],
    ],
  ])("%s", (formula, expected) => {
    const shown = statements(formula).map((parts) => parts.join("|").trim());
    expect(shown).toEqual(expected.map((parts) => parts.join("|").trim()));
  });
});
