import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";
import { recorded } from "./stored.ts";

const { open } = useBrowser();

const exercise = (page: Page, id: string): Locator => page.locator(`[data-exercise="${id}"]`);

const numbersIn = (region: Locator): Promise<Record<string, number>> =>
  region
    .locator("svg:visible")
    .getAttribute("aria-label")
    .then((label) =>
      Object.fromEntries(
        [...label!.matchAll(/(?:: |, )(\w+) = (−?[\d.]+)/g)].map(([, name, value]) => [
          name!,
          Number(value!.replace("−", "-")),
        ]),
      ),
    );

/** The gradients of (x² − y)², from the result back. */
async function gradients(region: Locator): Promise<string[]> {
  const { x, y } = (await numbersIn(region)) as { x: number; y: number };
  const du = 2 * (x ** 2 - y);
  return [du, du, -du, du * 2 * x].map(String);
}

/** Brings the exercise to life and its first field into focus. */
async function start(region: Locator): Promise<void> {
  await region.scrollIntoViewIfNeeded();
  await region.locator("fieldset:enabled").waitFor();
  await region.getByRole("textbox").first().focus();
}

/** Types one number after the other, by the keyboard alone, and checks. */
async function typeAll(page: Page, entries: readonly string[]): Promise<void> {
  for (const [i, entry] of entries.entries()) {
    if (i > 0) await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(entry);
  }
  await page.keyboard.press("Enter");
}

describe("a graph exercise", () => {
  test("is answered by keyboard: wrong, the edge named, mended, solved, and all there after a reload", async () => {
    const page = await open("loss/");
    const { troubles } = watch(page);
    const region = exercise(page, "loss/squared-error-graph");
    await start(region);
    const right = await gradients(region);
    const wrong = right.map((value) => String(Number(value) / 2)); // the exponent's 2 left out, once
    await typeAll(page, wrong);
    const verdict = region.locator("[data-verdict]");
    await verdict.waitFor();
    expect(await verdict.getAttribute("data-verdict")).toBe("incorrect");
    expect(await verdict.textContent()).toContain("on the edge from (x**2 - y)**2 back to x**2 - y");
    expect(
      await region.locator("[data-mark]").evaluateAll((notes) => notes.map((note) => note.dataset.mark)),
    ).toEqual(["wrong", "follows", "follows", "follows"]);
    expect(await region.getByText(`right, given your ${wrong[0]!.replace("-", "−")}`).count()).toBe(3);

    await region.getByRole("textbox").first().focus();
    await typeAll(page, right);
    await region.locator('[data-verdict="correct"]').waitFor();
    await region.getByText("Solved").waitFor();
    await recorded(page, "loss/squared-error-graph", "correct");

    await page.reload();
    await region.locator('[data-verdict="correct"]').waitFor();
    await region.getByText("Solved").waitFor();
    expect(
      await region
        .getByRole("textbox")
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
    ).toEqual(right);
    expect(await region.locator('[data-mark="right"]').count()).toBe(4);
    expect(troubles).toEqual([]);
  });

  test("says at the field what can't be read, goes there, and loses nothing", async () => {
    const page = await open("linear/");
    const region = exercise(page, "linear/neuron-graph");
    await start(region);
    await typeAll(page, ["1/4", "0,25", "two", "1"]);
    const second = region.getByRole("textbox").nth(1);
    await region.getByText("Write a decimal point").waitFor();
    expect(await second.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await second.getAttribute("aria-invalid")).toBe("true");
    expect(await region.getByText("This is not a number").count()).toBe(1);
    expect(await second.inputValue()).toBe("0,25");
    expect(await region.locator("[data-verdict]").count()).toBe(0);
  });

  test("can be had with new numbers, and with the old ones again", async () => {
    const page = await open("loss/");
    const region = exercise(page, "loss/squared-error-graph");
    await start(region);
    const before = await numbersIn(region);
    await page.keyboard.type("7");
    await region.getByRole("button", { name: "New numbers" }).click();
    await region.getByRole("button", { name: "Back to the numbers before" }).waitFor();
    expect(await numbersIn(region)).not.toEqual(before);
    expect(await region.getByRole("textbox").first().inputValue()).toBe("");
    await region.getByRole("button", { name: "Back to the numbers before" }).click();
    expect(await numbersIn(region)).toEqual(before);
    expect(await region.getByRole("textbox").first().inputValue()).toBe("7");
    await region.getByRole("button", { name: "New numbers" }).click();
    await region.getByRole("button", { name: "Back to the numbers before" }).waitFor();

    const after = await numbersIn(region);
    await page.reload();
    await page.waitForFunction(
      ([selector, value]) => document.querySelector(selector)?.getAttribute("aria-label")?.includes(value),
      ['[data-exercise="loss/squared-error-graph"] svg', `y = ${after.y!}`] as const,
    );
    await start(region);
    await typeAll(page, await gradients(region));
    await region.locator('[data-verdict="correct"]').waitFor();
  });

  test("fits a phone: the graph in its box, every field in reach", async () => {
    const page = await open("linear/", { viewport: { width: 390, height: 800 }, hasTouch: true });
    const region = exercise(page, "linear/neuron-graph");
    await start(region);
    await typeAll(page, ["1/4", "1/4", "1/4", "1", "1"]);
    await region.locator("[data-verdict]").waitFor();
    const widest = await region
      .locator("svg:visible, input, p")
      .evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().right)));
    expect(widest).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test.each(["light", "dark"] as const)(
    "has no accessibility violations when marked, %s",
    async (colorScheme) => {
      const page = await open("linear/", { colorScheme });
      const region = exercise(page, "linear/neuron-graph");
      await start(region);
      await typeAll(page, ["1/4", "1", "1/4", "1", "1"]);
      await region.locator("[data-verdict]").waitFor();
      expect(await violations(page, '[data-exercise="linear/neuron-graph"]')).toEqual([]);
    },
  );

  test("names every field by the edge that it belongs to", async () => {
    const page = await open("linear/");
    const region = exercise(page, "linear/neuron-graph");
    await region
      .getByRole("textbox", { name: "Gradient on the edge from w*x + b back to b", exact: true })
      .waitFor();
  });

  withScriptsOff("shows the graph and its values with scripts off", async () => {
    const page = await open("loss/", { javaScriptEnabled: false });
    const region = exercise(page, "loss/squared-error-graph");
    expect(await region.locator("svg:visible").getAttribute("aria-label")).toMatch(
      /x = −?\d.*x\*\*2 - y = −?\d/,
    );
    expect(await region.locator("noscript").textContent()).toContain("switch JavaScript on");
  });
});
