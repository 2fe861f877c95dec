import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

test("a lesson is printed as a handout: light, without what can be pressed, with room to write", async () => {
  const page = await open("linear/", { colorScheme: "dark" });
  const weight = new ExerciseWidget(page, "linear/weight");
  await weight.write("def d_w_linear_fn(w, x, b):\n    return x\n");
  await page.emulateMedia({ media: "print" });

  const shown = page
    .locator("button:not(.hg-graph-ledger button), nav, footer, select, summary, .hg-keys")
    .filter({ visible: true });
  expect(await shown.allInnerTexts()).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");

  const ruled = (id: string) => page.locator(`[data-exercise="${id}"] .hg-ruled`).filter({ visible: true });
  expect(await ruled("linear/weight").count()).toBe(0);
  expect(await ruled("linear/bias").count()).toBe(1);
  expect(await weight.region.innerText()).toContain("return x");

  const cell = page.locator(".hg-cell").first();
  expect(await cell.locator(".hg-output pre").isVisible()).toBe(true);
  expect(await page.locator("[data-graph] svg").locator("visible=true").count()).toBeGreaterThan(0);
  const after = await page
    .locator('.sl-markdown-content a[href^="https://arxiv.org"]')
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toMatch(/https:\/\/arxiv\.org|attr\(href\)/); // Firefox says what is computed with
  await page.context().close();
});
