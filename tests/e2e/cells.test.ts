import { expect, test } from "vitest";
import { inChromium, useBrowser, watch } from "./browser.ts";
import { cellTitled } from "./code-widget.ts";

const { open } = useBrowser();

const title = "Nudge the input, watch the output";

test("what a reader makes of a cell is there after a reload, and gone after Reset", async () => {
  const page = await open("scalar/");
  const { troubles } = watch(page);
  const cell = cellTitled(page, title);
  const code = () => cell.region.locator("pre.hg-still, .cm-content").first().innerText();
  await cell.write("print('mine')");
  await page.reload();
  await cell.region.scrollIntoViewIfNeeded();
  await expect.poll(code).toContain("print('mine')");
  await cell.press("Run");
  await cell.region.locator(".hg-output").getByText("mine", { exact: true }).waitFor();
  await cell.press("Reset");
  await expect.poll(code).toContain("def x_square");
  await page.reload();
  await cell.region.scrollIntoViewIfNeeded();
  await expect.poll(code).toContain("def x_square");
  expect(troubles).toEqual([]);
});

inChromium("a cell's code is copied, by a browser that lets pages copy and by one that doesn't", async () => {
  const page = await open("scalar/", { permissions: ["clipboard-read", "clipboard-write"] });
  const cell = cellTitled(page, title);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await cell.press("Copy");
  await cell.button("Copied").waitFor();
  expect(await clipboard()).toContain("def x_square(x):");
  await cell.write("print('copied')");
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await cell.press("Copy");
  await cell.button("Copied").waitFor();
  expect(await clipboard()).toBe("print('copied')");
});
