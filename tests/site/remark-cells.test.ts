import type { Code, Root } from "mdast";
import { expect, test } from "vitest";

import { remarkCells } from "#site/remark-cells.ts";

function transformed(...fences: Partial<Code>[]): Root["children"] {
  const tree: Root = {
    type: "root",
    children: fences.map((fence) => ({ type: "code", value: "print(1)", lang: "python", ...fence })),
  };
  remarkCells()(tree);
  return tree.children;
}

const props = (node: Root["children"][number] | undefined) =>
  node?.type === "mdxJsxFlowElement"
    ? node.attributes.map(
        (attribute) => attribute.type === "mdxJsxAttribute" && [attribute.name, attribute.value],
      )
    : null;

test("a fence marked cell becomes a Cell, which the page imports once", () => {
  const [imported, first, second, ...rest] = transformed(
    { meta: "cell" },
    { meta: "cell", lang: "javascript" },
  );
  expect(rest).toEqual([]);
  expect(imported).toMatchObject({
    type: "mdxjsEsm",
    data: { estree: { body: [{ source: { value: "#widgets/Cell.astro" } }] } },
  });
  expect(first).toMatchObject({ name: "Cell" });
  expect(props(first)).toEqual([
    ["code", "print(1)"],
    ["language", "python"],
  ]);
  expect(props(second)).toContainEqual(["language", "javascript"]);
});

test("its heading holds a title and flags", () => {
  const [, cell] = transformed({ meta: 'cell title="A cell, marked fails" fails' });
  expect(props(cell)).toContainEqual(["title", "A cell, marked fails"]);
  expect(props(cell)).toContainEqual(["fails", null]);
});

test.each([null, "", 'title="cell"', "cells", 'title="a cell b"'])(
  "a fence headed %o stays a fence",
  (meta) => {
    expect(transformed({ meta })).toMatchObject([{ type: "code" }]);
  },
);
