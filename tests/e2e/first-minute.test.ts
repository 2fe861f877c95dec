import { describe, expect, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

const python = "def d_x_square(x):\n    return 2 * x\n";

describe("code in the other language than the one chosen", () => {
  test("moves there by a button, with what stood there kept", async () => {
    const page = await open("scalar/");
    const { troubles } = watch(page);
    const square = new ExerciseWidget(page, "scalar/square");
    await square.write("def mine(x):\n    pass\n");
    await square.choose("JavaScript");
    await square.write(python);
    expect(await square.submit()).toBe("invalid");
    expect(await square.verdict.textContent()).toContain(
      "This is Python, and the language chosen is JavaScript.",
    );
    await square.press("Move it to Python");
    await square.region.getByText("Moved to Python. Submit it there.").waitFor();
    expect(await square.region.getByRole("radio", { name: "Python" }).isChecked()).toBe(true);
    expect(await square.button("Submit").evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await square.region.locator('[data-verdict="correct"]').waitFor();

    await square.press("Bring back what stood here");
    await square.region.locator(".cm-content:visible", { hasText: "def mine" }).waitFor();
    expect(troubles).toEqual([]);
  });

  test("in the playground, with its inputs", async () => {
    const page = await open("playground/");
    const { troubles } = watch(page);
    const region = page.locator("[data-playground]");
    await region.getByRole("radio", { name: "JavaScript" }).check();
    await page.getByRole("textbox", { name: /^The function in/ }).click();
    await page.locator('.cm-content[aria-label^="The function"]').click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("def f(x, w):\n    return x * w\n");
    await region.getByRole("button", { name: "Submit" }).click();
    await region
      .getByText("The function is written in Python, and the language chosen is JavaScript.")
      .waitFor();
    await region.getByRole("button", { name: "Move it to Python" }).click();
    await page.locator('.cm-content, [aria-label^="The function in Python"]').first().waitFor();
    expect(await region.getByRole("radio", { name: "Python" }).isChecked()).toBe(true);
    expect(await region.getByRole("checkbox", { name: "Differentiate with respect to w" }).count()).toBe(1);
    await region.getByText("def d_f(x, w):").waitFor();
    expect(troubles).toEqual([]);
  });
});

test("characters that are not what they look like are marked in the editor, with what to type", async () => {
  const page = await open("scalar/");
  const square = new ExerciseWidget(page, "scalar/square");
  await square.write(
    "def d_x_square(x):\n    # “times” × \u00a0 is fine\n    return −2\u00a0* x\u200b² * \u0445\n",
  );
  const marks = square.region.locator(".hg-stray");
  await marks.nth(4).waitFor();
  expect(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("title")))).toEqual([
    "a minus sign (U+2212): type -",
    "a no-break space (U+00A0): type an ordinary space",
    "an invisible character (U+200B): delete it",
    "a raised exponent (U+00B2): type **2",
    "a letter of another alphabet (U+0445): type x",
  ]);
  expect(await square.region.getByRole("img", { name: "an invisible character (U+200B)" }).count()).toBe(1);
  expect(await square.submit()).toBe("invalid");
  expect(await square.verdict.textContent()).toContain("Type - in its place");
});

test("what an answer printed in the first case that it fails in stands under the verdict, also after a reload", async () => {
  const page = await open("scalar/");
  const square = new ExerciseWidget(page, "scalar/square");
  await square.write("def d_x_square(x):\n    print('half of', 2 * x)\n    return x\n");
  expect(await square.submit()).toBe("incorrect");
  const printed = square.verdict.getByRole("figure");
  expect(await printed.textContent()).toContain("Your code printed, for x = 1:half of 2.0");
  await page.reload();
  await square.region.scrollIntoViewIfNeeded();
  expect(await printed.textContent()).toContain("half of 2.0");
});
