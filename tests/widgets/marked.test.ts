import type { VNode } from "preact";
import { expect, test } from "vitest";
import Marked from "#widgets/Marked.tsx";

/** What is shown, and the elements it is shown in. */
const partsOf = (text: string): [type: unknown, text: unknown][] => {
  const { children } = Marked({ text }).props as { children: (string | VNode<{ children: string }>)[] };
  return children
    .filter((part) => part !== "")
    .map((part) => (typeof part === "string" ? [null, part] : [part.type, part.props.children]));
};

test("code, keys and names are marked", () => {
  expect(partsOf("Write `x[0]`, press [Enter], see *f*.")).toEqual([
    [null, "Write "],
    ["code", "x[0]"],
    [null, ", press "],
    ["kbd", "Enter"],
    [null, ", see "],
    ["i", "f"],
    [null, "."],
  ]);
});

test.each(["[", "`", "*", "[`", "*[", "]"])("a million times %s is only text, read once", (mark) => {
  const text = mark.repeat(1_000_000 - 1);
  expect(
    partsOf(text)
      .map(([, part]) => part)
      .join("").length,
  ).toBeGreaterThan(0);
});
