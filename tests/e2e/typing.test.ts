import { describe, expect, test } from "vitest";
import { inChromium, useBrowser } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

const textOf = ({ editor }: ExerciseWidget) =>
  editor
    .locator(".cm-line")
    .allTextContents()
    .then((lines) => lines.join("\n"));

describe("typing in the editor", () => {
  test("key by key: lines are indented, deleted and undone as one expects, and no keyboard corrects them", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    const still = square.region.getByRole("textbox").and(page.locator(":visible")).first();
    await square.region.scrollIntoViewIfNeeded();
    for (const field of [still, square.editor]) {
      await field.click();
      for (const [name, value] of [
        ["autocapitalize", "off"],
        ["autocorrect", "off"],
        ["spellcheck", "false"],
      ] as const)
        expect(await field.getAttribute(name)).toBe(value);
    }
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("def d_x_square(x):");
    await page.keyboard.press("Enter");
    await page.keyboard.type("if x > 0:");
    await page.keyboard.press("Enter");
    await page.keyboard.type("return 2*x");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("return 2*xy");
    await page.keyboard.press("Backspace");
    const typed = "def d_x_square(x):\n    if x > 0:\n        return 2*x\n    return 2*x";
    await expect.poll(() => textOf(square)).toBe(typed);
    expect(await square.submit()).toBe("correct");
    await square.editor.click();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => textOf(square)).not.toBe(typed);
  });

  inChromium("by an input method, also one that begins before the editor has arrived", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    const devtools = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await square.region.scrollIntoViewIfNeeded();
    await square.region.getByRole("textbox").and(page.locator(":visible")).first().focus();
    await page.keyboard.press("ControlOrMeta+a");
    for (const text of ["d", "de", "def"]) await compose(text);
    await devtools.send("Input.insertText", { text: "def " });
    await square.editor.waitFor();
    await expect.poll(() => textOf(square)).toBe("def ");
    for (const text of ["f", "fo"]) await compose(text);
    await devtools.send("Input.insertText", { text: "foo" });
    await expect.poll(() => textOf(square)).toBe("def foo");
  });
});
