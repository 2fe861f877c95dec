import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { examples, settingOf } from "#playground/examples.ts";
import { toFragment } from "#playground/link.ts";
import { useBrowser, watch } from "./browser.ts";

const { open } = useBrowser();

const region = (page: Page) => page.locator("[data-playground]");

async function write(page: Page, which: "The function" | "Its derivative", code: string): Promise<void> {
  await page.getByRole("textbox", { name: new RegExp(`^${which} in`) }).click();
  await page.locator(`.cm-content[aria-label^="${which}"]`).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(code);
}

const press = (page: Page, name: string) => region(page).getByRole("button", { name, exact: true }).click();

const network = {
  ...settingOf(
    examples.find(({ id }) => id === "network")!,
    "python",
  ),
  derivative:
    "import numpy as np\n\ndef d_loss(x, W, b, v, y):\n    h = np.tanh(W @ x + b)\n    up = 2*(v @ h - y)\n    z = up*v\n    return np.outer(z, x), z, up*h",
};

describe("the playground", () => {
  test("takes up a function's parameters, names the wrong step, marks it, draws the graph, and keeps the work", async () => {
    const page = await open("playground/");
    const { troubles } = watch(page);
    await write(page, "The function", "import math\n\ndef f(x, w):\n    return math.tanh(w*x)**2\n");
    await region(page).getByRole("checkbox", { name: "Differentiate with respect to w" }).uncheck();
    await write(page, "Its derivative", "import math\n\ndef d_f(x, w):\n    return 2*math.tanh(w*x)*w\n");
    await page.keyboard.press("ControlOrMeta+Enter");
    const verdict = region(page).locator('[data-verdict="incorrect"]');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain("leaves out one link of the chain rule");
    expect(await verdict.textContent()).toContain(
      "derivative of tanh(w*x) with respect to w*x is taken as 1",
    );
    await region(page).locator(".hg-wrong-step .hg-graph-wrong").locator("visible=true").first().waitFor();
    expect(await region(page).getByRole("table").count()).toBeGreaterThan(0);
    await press(page, "Draw the graph");
    await region(page).locator(".hg-figure svg").locator("visible=true").first().waitFor();

    await page.reload();
    await region(page).getByText("math.tanh(w*x)**2").first().waitFor();
    expect(
      await region(page).getByRole("checkbox", { name: "Differentiate with respect to w" }).isChecked(),
    ).toBe(false);
    expect(troubles).toEqual([]);
  });

  test("a link restores everything and runs nothing until a button is pressed; what was there can be brought back", async () => {
    const page = await open("playground/");
    await write(page, "The function", "def mine(a):\n    return a**3\n");
    const { troubles } = watch(page);
    await page.goto(`${page.url()}#${await toFragment(network)}`);
    await region(page).getByText("Nothing of it has been run").waitFor();
    expect(await region(page).getByText("up = 2*(v @ h - y)").count()).toBeGreaterThan(0);
    expect(await region(page).getByRole("textbox", { name: "Rows of W" }).inputValue()).toBe("hidden");
    expect(await region(page).getByRole("textbox", { name: "hidden to" }).inputValue()).toBe("4");
    await page.waitForLoadState("networkidle");
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await region(page).locator("[data-verdict]").count()).toBe(0);

    await press(page, "Submit");
    const verdict = region(page).locator('[data-verdict="incorrect"]');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain("tanh(W @ x + b)");
    await press(page, "Bring it back");
    await region(page).getByText("return a**3").first().waitFor();
    expect(troubles).toEqual([]);
  });

  test("a damaged link says so and changes nothing, and a hostile function hurts nobody", async () => {
    const page = await open("playground/");
    await write(page, "The function", "def mine(a):\n    return a**3\n");
    await page.goto(`${page.url()}#${(await toFragment(network)).slice(0, 90)}`);
    await region(page).getByText("The link is damaged").waitFor();
    await region(page).getByText("return a**3").first().waitFor();

    const hostile = {
      ...settingOf(examples[0]!, "javascript"),
      function: `function f(x) {
  try {
    Object.prototype.toJSON = () => ({ nodes: [{ op: "constructor", inputs: [0] }] });
  } catch {}
  try {
    Object.defineProperty(x.mul(2).node, "inputs", { get: () => new Array(2 ** 32 - 1) });
  } catch {}
  for (;;) {}
}`,
      derivative: "function d(x) { return 1; }",
    };
    await page.goto(`${page.url()}#${await toFragment(hostile)}`);
    await region(page).getByText("Nothing of it has been run").waitFor();
    await press(page, "Submit");
    await region(page)
      .getByText(/still running after 4 seconds/)
      .waitFor();
    await press(page, "Bring it back");
    await region(page).getByText("return a**3").first().waitFor();
  });

  test("the link is copied, and selected for the reader where the browser refuses to copy", async () => {
    const page = await open("playground/");
    await press(page, "Copy link");
    await region(page).getByText("The link is copied").waitFor();
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      Object.defineProperty(document, "execCommand", { value: () => false });
    });
    await press(page, "Copy link");
    const link = region(page).getByRole("textbox", { name: "Link to this function" });
    await link.waitFor();
    expect(
      await link.evaluate((field: HTMLInputElement) =>
        field.value.slice(field.selectionStart!, field.selectionEnd!),
      ),
    ).toMatch(/\/playground\/#v1\./);
  });
});
