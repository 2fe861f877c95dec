import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { unroll } from "#widgets/unrolled/unrolled-engine.ts";
import { violations } from "./axe.ts";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";

const { open } = useBrowser();

async function figureOf(page: Page): Promise<Locator> {
  const figure = page.locator("#figure-unrolled");
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole("slider", { name: "T" }).and(page.locator(":enabled")).waitFor();
  return figure;
}

test("a cell, a weight and a number of steps are chosen by the keyboard, and the paths follow", async () => {
  const page = await open("recursive/", { colorScheme: "dark" });
  const { troubles } = watch(page);
  const figure = await figureOf(page);
  const paths = figure.locator(".hg-unrolled-paths");
  expect(await paths.locator("tbody tr").count()).toBe(8);

  await figure.getByRole("radio", { name: "tanh" }).focus();
  await page.keyboard.press("Space");
  await figure.getByRole("slider", { name: "w" }).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await figure.getByRole("slider", { name: "T" }).focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);

  const { byWeight, uses } = unroll({ cell: "tanh", w: 1.95, T: 3 });
  await paths.getByText(String(Number(byWeight.toPrecision(4)))).waitFor();
  expect(await paths.locator("tbody tr").count()).toBe(uses.length);
  await figure.getByRole("img", { name: "tanh(w·h_{t−1}) with w = 1.95. At T = 3" }).waitFor();

  await figure.getByText("The same as a table").click();
  await figure.getByRole("row", { name: /^3 / }).nth(1).waitFor();
  expect(await violations(page, "#figure-unrolled")).toEqual([]);
  expect(troubles).toEqual([]);
});

withScriptsOff("with scripts off, the picture of the first setting and its paths are there", async () => {
  const page = await open("recursive/", { javaScriptEnabled: false });
  const figure = page.locator("#figure-unrolled");
  expect(await figure.locator("svg[role=img]:visible").getAttribute("aria-label")).toContain("w = 0.8");
  expect(await figure.locator(".hg-unrolled-paths").locator("tbody tr").count()).toBe(8);
  expect(await figure.getByRole("slider").count()).toBe(0);
});
