import fc from "fast-check";
import katex from "katex";
import { expect, test } from "vitest";

import { forMathJax } from "#notebook/mathematics.ts";

test.each([
  [String.raw`\val{x}`, String.raw`{\color{#2b7bc0}{x}}`],
  [String.raw`\grad x^2`, String.raw`{\color{#c45d1a}{x}}^2`],
  [String.raw`\val\alpha`, String.raw`{\color{#2b7bc0}{\alpha}}`],
  [
    String.raw`\grad{\frac{a}{\val{b}}} + c`,
    String.raw`{\color{#c45d1a}{\frac{a}{{\color{#2b7bc0}{b}}}}} + c`,
  ],
  [String.raw`\val{\{x\}}`, String.raw`{\color{#2b7bc0}{\{x\}}}`],
  [String.raw`\valley + \gradient`, String.raw`\valley + \gradient`],
])("%s", (formula, expected) => {
  expect(forMathJax(formula)).toBe(expected);
});

const formula = fc.letrec<{ term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("x", "2", String.raw`\alpha`, String.raw`\{`, "y_k"),
    fc.tuple(fc.constantFrom("val", "grad"), tie("term")).map(([name, term]) => `\\${name}{${term}}`),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => String.raw`\frac{${a}}{${b}}`),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => `{${a}} + {${b}}`),
  ),
})).term;

test("whatever is nested, no macro of ours remains, and the formula can be set", () => {
  fc.assert(
    fc.property(formula, (text) => {
      const result = forMathJax(text);
      expect(result).not.toMatch(/\\(val|grad)/);
      expect(() => katex.renderToString(result, { throwOnError: true })).not.toThrow();
    }),
  );
});

test("a brace that is not closed is said so", () => {
  expect(() => forMathJax(String.raw`\val{x`)).toThrow("does not close");
});
