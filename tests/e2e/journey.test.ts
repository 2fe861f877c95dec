import { describe, expect, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { cellTitled, ExerciseWidget } from "./code-widget.ts";
import { recorded } from "./stored.ts";

const { open } = useBrowser();

describe("a learner's first lesson", () => {
  test("reads, runs a cell, submits wrong, reads why, submits right, and finds it all again", async () => {
    const page = await open();
    const { troubles } = watch(page);
    await page
      .getByRole("link", { name: /lesson 1/i })
      .first()
      .click();
    await page.waitForURL("**/scalar/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Scalar");

    const cell = cellTitled(page, "Autograd <> by hand");
    const output = await cell.region.locator(".hg-output pre").textContent();
    await cell.press("Run");
    await cell.region.getByText("Finished.").waitFor();
    expect(await cell.region.locator(".hg-output pre").textContent()).toBe(output);

    const square = new ExerciseWidget(page, "scalar/square");
    await square.write("def d_x_square(x):\n    return -2*x\n");
    expect(await square.submit()).toBe("incorrect");
    expect(await square.verdict.textContent()).toContain("opposite sign");
    expect(await square.region.getByRole("table").count()).toBe(1);

    const right = "def d_x_square(x):\n    return 2*x\n";
    await square.write(right);
    await page.keyboard.press("ControlOrMeta+Enter");
    await square.region.locator('[data-verdict="correct"]').waitFor();
    await recorded(page, "scalar/square", "correct");

    await page.reload();
    await square.region.locator('[data-verdict="correct"]').waitFor();
    expect(await square.region.getByText("return 2*x").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });

  test("can be walked by keyboard: Escape then Tab leaves the editor", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.write("def d_x_square(x):\n    return 2*x\n");
    await page.keyboard.press("Tab");
    expect(await square.editor.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await square.editor.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  });

  test("remembers the language everywhere, and grades JavaScript", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.choose("JavaScript");
    await square.write("function dXSquare(x) {\n  return 4 * x;\n}\n");
    expect(await square.submit()).toBe("incorrect");
    expect(await square.verdict.textContent()).toContain("2 times the right one");
    await page.goto(page.url().replace("scalar/", "loss/"));
    const loss = new ExerciseWidget(page, "loss/squared-error");
    await loss.region.getByText("dLossfn2").first().waitFor();
  });

  test("hints come one at a time, and the solution asks first", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.press(/Show hint 1 of/);
    await square.button(/Show hint 2 of/).waitFor();
    await square.press(/solution/i);
    expect(await square.region.getByText("return 2 * x").count()).toBe(0);
    await square
      .button(/show it|yes|show the solution/i)
      .last()
      .click();
    await square.region
      .getByText(/return 2\s*\*\s*x/)
      .first()
      .waitFor();
  });
});

describe("answers that can't be graded or don't end, one after the other, with a right one after each", () => {
  test("in Python", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    for (const [what, code, verdict, reason] of [
      ["empty", "", "invalid", /no function/],
      ["a syntax error", "def d_x_square(x):\n    return 2*\n", "invalid", /line 2/],
      ["an indentation error", "def d_x_square(x):\nreturn 2*x\n", "invalid", /line 2/],
      ["a near miss of the name", "def d_x_sqare(x):\n    return 2*x\n", "invalid", /d_x_sqare/],
      ["a parameter too many", "def d_x_square(x, y):\n    return 2*x\n", "invalid", /1 argument/],
      ["nothing returned", "def d_x_square(x):\n    2*x\n", "invalid", /returned nothing/],
      ["an exception", "def d_x_square(x):\n    return x / 0\n", "invalid", /ZeroDivisionError on line 2/],
      ["an endless loop", "def d_x_square(x):\n    while True: pass\n", "timeout", /2 seconds/],
      ["endless printing", "def d_x_square(x):\n    while True: print(x)\n", "timeout", /2 seconds/],
      ["endless memory", "def d_x_square(x):\n    a = [1]\n    while True: a = a + a\n", "invalid", /memory/],
      ["endless recursion", "def d_x_square(x):\n    return d_x_square(x)\n", "invalid", /itself|recurs/],
    ] as const) {
      await square.write(code);
      expect(await square.submit(), what).toBe(verdict);
      expect(await square.verdict.textContent()).toMatch(reason);
      await square.write("def d_x_square(x):\n    return x + x\n");
      expect(await square.submit(), `what follows on ${what}`).toBe("correct");
    }
  });

  test("in JavaScript", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.choose("JavaScript");
    for (const [what, body, verdict] of [
      ["an endless loop", "while (true);", /^timeout$/],
      ["endless printing", "while (true) console.log(x);", /^timeout$/],
      // Chromium bounds no worker's memory by itself: what takes gigabytes in two seconds takes the page along.
      ["endless memory", "const all = []; while (true) all.push({ x });", /^(invalid|timeout)$/],
      ["endless recursion", "return 1 + dXSquare(x);", /^invalid$/], // a last call alone is a loop in Safari
    ] as const) {
      await square.write(`function dXSquare(x) {\n  ${body}\n}\n`);
      expect(await square.submit(), what).toMatch(verdict);
      await square.write("function dXSquare(x) {\n  return x + x;\n}\n");
      expect(await square.submit(), `what follows on ${what}`).toBe("correct");
    }
  });
});

describe("a cell", () => {
  test("that never ends can be stopped, and runs again", async () => {
    const page = await open("scalar/");
    const cell = cellTitled(page, "Nudge the input, watch the output");
    await cell.write("print('started')\nwhile True:\n    pass\n");
    await cell.press("Run");
    await cell.region.locator(".hg-output").getByText("started").waitFor();
    await cell.press("Stop");
    await cell.region.getByText("Stopped.").first().waitFor();
    await cell.press("Reset");
    await cell.press("Run");
    await cell.region.getByText("Finished.").waitFor();
  });

  test("marks the line of an error", async () => {
    const page = await open("scalar/");
    const cell = cellTitled(page, "Nudge the input, watch the output");
    await cell.write("a = 1\nprint(b)\n");
    await cell.press("Run");
    await cell.region.getByText("NameError on line 2:").first().waitFor();
    expect(await cell.region.locator(".cm-line.hg-wrong-line").textContent()).toContain("print(b)");
  });
});
