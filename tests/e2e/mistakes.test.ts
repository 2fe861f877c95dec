import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

/** What is wrong with an answer, what is said of it in every browser, and on which line. */
const mistakes: readonly (readonly [code: string, says: RegExp, wrong: string | null])[] = [
  [
    "function dXSquare(x) {\n  const a = {};\n  return a.b.c;\n}",
    /TypeError on line 3.*something here is undefined/,
    "return a.b.c",
  ],
  [
    "function half(y) {\n  return missing * y;\n}\n\nfunction dXSquare(x) {\n  return half(x);\n}",
    /ReferenceError on line 2.*nothing is called missing/,
    "return missing * y",
  ],
  [
    "const twice = (y) =>\n  y.times(2);\n\nfunction dXSquare(x) {\n  return [x].map(twice)[0];\n}",
    /TypeError on line 2/,
    "y.times(2)",
  ],
  [
    "function dXSquare(x) {\n  const a = 1;\n  a = 2 * x;\n  return a;\n}",
    /TypeError.*a const keeps its value/,
    null,
  ],
  ["function dXSquare(x) {\n  return 1 + dXSquare(x);\n}", /kept calling itself/, null],
  [
    "function dXSquare(x) {\n  let s = 'ab';\n  for (;;)\n    s += s;\n}",
    /needed more than .* of memory/,
    null,
  ],
];

test("a mistake in JavaScript is told in the same words, with its line marked", async () => {
  const page = await open("scalar/");
  const square = new ExerciseWidget(page, "scalar/square");
  await square.choose("JavaScript");
  for (const [code, says, wrong] of mistakes) {
    await square.write(code);
    expect(await square.submit()).toBe("invalid");
    expect(await square.verdict.textContent()).toMatch(says);
    const marked = square.region.locator(".cm-line.hg-wrong-line:visible");
    if (wrong !== null) expect(await marked.textContent()).toContain(wrong);
  }
});

test("in the playground too", async () => {
  const page = await open("playground/");
  const playground = page.locator("[data-playground]");
  await playground.getByRole("radio", { name: "JavaScript" }).check();
  await page.getByRole("textbox", { name: /^The function in/ }).click();
  await page.locator('.cm-content[aria-label^="The function"]').click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("function f(x) {\n  const parts = {};\n  return parts.all.first;\n}");
  await playground.getByRole("button", { name: "Submit", exact: true }).click();
  await playground
    .getByText(/TypeError.*line 3|line 3.*TypeError/)
    .first()
    .waitFor();
  expect(await playground.locator(".cm-line.hg-wrong-line:visible").textContent()).toContain(
    "parts.all.first",
  );
});
