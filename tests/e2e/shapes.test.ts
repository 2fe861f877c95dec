import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";

const { open } = useBrowser();

/** The arrays of the linear layer, used as a reader would. */
class ShapeWidget {
  readonly region: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.locator('[data-shapes="linear-layer"]');
  }

  async approach(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.grid("dW").waitFor();
  }

  grid(name: string): Locator {
    return this.region.getByRole("grid", { name: new RegExp(`^${name} `) });
  }

  entry(text: string): Locator {
    return this.region.locator(`[data-entry="${text}"]`);
  }

  get explained(): Promise<string | null> {
    return this.region.getByRole("status").textContent();
  }
}

test("entries are walked through by the keyboard, pointed at, and follow the sizes", async () => {
  const page = await open("batch-linear/");
  const { troubles } = watch(page);
  const shapes = new ShapeWidget(page);
  await shapes.approach();
  expect(await shapes.explained).toContain("dW[0, 2]= X[0, 0] · dZ[0, 2] + X[1, 0] · dZ[1, 2]");

  await shapes.grid("dW").getByRole("gridcell", { selected: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  expect(await shapes.entry("dW[1, 0]").evaluate((cell) => cell === document.activeElement)).toBe(true);
  expect(await shapes.explained).toContain("= −1 · 1 + 0.25 · 1");
  await page.keyboard.press("Tab");
  expect(await shapes.entry("B[0, 0]").evaluate((cell) => cell === document.activeElement)).toBe(true);

  await shapes.entry("Z[3, 1]").hover();
  expect(await shapes.explained).toContain("X[3, 0] · W[0, 1] + X[3, 1] · W[1, 1] + B[0, 1]");
  expect(await shapes.region.locator(".hg-entries-repeated .hg-entry-marked").count()).toBe(1);

  await shapes.region.getByRole("slider", { name: "Rows" }).fill("2");
  await shapes.entry("dB[0, 0]").getByText("2", { exact: true }).waitFor();
  expect(await shapes.region.getByRole("gridcell", { selected: true }).getAttribute("data-entry")).toBe(
    "Z[1, 1]",
  );
  await shapes.region.getByRole("combobox").selectOption("any numbers");
  await shapes.entry("dB[0, 1]").getByText("1", { exact: true }).waitFor();
  expect(await violations(page, "[data-shapes]")).toEqual([]);
  expect(troubles).toEqual([]);
});

withScriptsOff("with scripts off the arrays, a sum and the table of all sums are there", async () => {
  const page = await open("batch-linear/", { javaScriptEnabled: false });
  const { region } = new ShapeWidget(page);
  expect(await region.getByRole("status").textContent()).toContain("1.5");
  expect(await region.getByRole("slider").count()).toBe(0);
  await region.getByText("The same as a table").click();
  expect(await region.getByRole("row", { name: /^dB\[0, 1\] 5 .*dZ\[4, 1\]$/ }).count()).toBe(1);
});
