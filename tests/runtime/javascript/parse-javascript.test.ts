import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJavaScript, wrapJavaScript } from "#runtime/javascript/parse-javascript.ts";

describe("what can't be read is named with its line", () => {
  test.each([
    ["const x = ;", 1, /something is missing after `const x =`/],
    ["function f(x) {\n  return x\n", 2, /ends too early/],
    ["let x = 1;\nlet x = 2;", 2, /'x' has already been declared/],
    ["\nconst s = 'abc;", 2, /Unterminated string/],
    ["import fs from 'fs';", 1, /import/],
    ["delete x;", 1, /strict mode/],
  ])("%j", (code, line, message) => {
    const failure = parseJavaScript(code, null);
    expect(failure).toMatchObject({ kind: "syntax", type: "SyntaxError", line });
    expect(failure?.message).toMatch(message);
    expect(failure?.message).not.toMatch(/\(\d+:\d+\)/);
  });
});

test.each(["", "await 1;", "function f() {}", "// only a comment", "const torch = 1, console = 2;"])(
  "%j can be read",
  (code) => {
    expect(parseJavaScript(code, null)).toBeNull();
  },
);

describe("code that can be read stays inside the function that it is wrapped in", () => {
  const fragment = fc.constantFrom(
    ...[
      "}",
      "{",
      ")",
      "(",
      ";",
      "})();",
      "(async function () {",
      "/*",
      "*/",
      "//",
      "\n",
      "`",
      "${",
      "'",
      '"',
    ],
    ...["x", "return", "=>", "1", "<!--", "-->", "#!", "\\", "/", "await", "yield", "\u2028"],
  );
  test("property", () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
        const code = fragments.join(" ");
        fc.pre(parseJavaScript(code, null) === null);
        // One expression, a function: were there more, this would not be a statement list of length one.
        const program = `(${wrapJavaScript(code, null)});`;
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- only parsed, never called
        expect(() => new Function(program)).not.toThrow();
        // eslint-disable-next-line @typescript-eslint/no-implied-eval
        expect(() => new Function(`${wrapJavaScript(code, null)}.length`)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

test("the learner's code keeps its lines", () => {
  expect(wrapJavaScript("a;\nb;", "f").split("\n")[1]).toBe("b;");
});
