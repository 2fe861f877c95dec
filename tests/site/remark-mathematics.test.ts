import type { Root } from "mdast";
import { VFile } from "vfile";
import { expect, test } from "vitest";

import { remarkMathematics } from "#site/remark-mathematics.ts";

function rendered(value: string): string {
  const tree: Root = { type: "root", children: [{ type: "math", value }] };
  remarkMathematics()(tree, new VFile());
  return JSON.stringify(tree.children);
}

test("values and gradients carry their class, and screen readers get MathML", () => {
  const html = rendered(String.raw`\grad{\frac{dy}{dx}} = 2\val{x}`);
  expect(html).toContain("hg-gradient");
  expect(html).toContain("hg-value");
  expect(html).toContain("<math");
});

test("a page without formulas doesn't load the formulas' styles", () => {
  const tree: Root = { type: "root", children: [{ type: "paragraph", children: [] }] };
  remarkMathematics()(tree, new VFile());
  expect(tree.children).toHaveLength(1);
  expect(rendered("x")).toContain("katex.css");
});

test.each([
  String.raw`\frac{1}{`,
  String.raw`\unknown`,
  String.raw`\htmlClass{sl-hidden}{x}`,
  String.raw`\href{https://example.org}{x}`,
])("%s fails the build", (formula) => {
  expect(() => rendered(formula)).toThrow();
});

test("what punctuates a short formula stays on its line, a long formula may break", () => {
  const paragraph = (formula: string): Root => ({
    type: "root",
    children: [
      {
        type: "paragraph",
        children: [
          { type: "inlineMath", value: formula },
          { type: "text", value: ", then more." },
        ],
      },
    ],
  });
  const short = paragraph("x = 2.5");
  const long = paragraph("a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p");
  remarkMathematics()(short, new VFile());
  remarkMathematics()(long, new VFile());
  expect(JSON.stringify(short)).toMatch(/formula-unbroken.*"value":","/s);
  expect(JSON.stringify(short)).toContain('"value":" then more."');
  expect(JSON.stringify(long)).not.toContain("formula-unbroken");
});
