import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { describe, expect, inject, test } from "vitest";
import { pagePaths, useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();
const paths = await pagePaths();

/** What the scripts of a page may weigh, compressed, before anyone touches it. */
const scriptLimit = 60_000;

describe.each(paths)("/%s", (path) => {
  test.each(["light", "dark"] as const)(
    "has no accessibility violations in the %s theme",
    async (colorScheme) => {
      const page = await open(path, { colorScheme });
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.context().close();
    },
  );

  test("fits a phone without scrolling sideways", async () => {
    const page = await open(path, { viewport: { width: 390, height: 800 } });
    await page.waitForLoadState("networkidle");
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(window);
    await page.context().close();
  });

  test("loads no more scripts than it may before anyone touches it, and nothing fails", async () => {
    const page = await open("404.html");
    const { troubles } = watch(page);
    const scripts = new Map<string, number>();
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script" || !response.ok()) return;
      const file = new URL(response.url()).pathname.slice(new URL(inject("site")).pathname.length);
      scripts.set(file, 0);
    });
    await page.goto(inject("site") + path, { waitUntil: "networkidle" });
    for (const file of scripts.keys())
      scripts.set(file, gzipSync(await readFile(join(inject("dist"), file))).length);
    const inline = await page.locator("script:not([src])").allTextContents();
    const total = [...scripts.values()].reduce((a, b) => a + b, 0) + gzipSync(inline.join("\n")).length;
    expect(total, JSON.stringify([...scripts])).toBeLessThan(scriptLimit);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

test.each(["light", "dark"] as const)(
  "an exercise with a verdict, a hint and the solution has no accessibility violations in the %s theme",
  async (colorScheme) => {
    const page = await open("batch-linear/", { colorScheme });
    const bias = new ExerciseWidget(page, "batch-linear/bias");
    await bias.write("import numpy as np\n\ndef d_bias(X, W, B):\n    return np.ones(B.shape)\n");
    expect(await bias.submit()).toBe("incorrect");
    await bias.press(/Show hint 1 of/);
    await bias.press("Show the solution");
    const { violations } = await new AxeBuilder({ page })
      .include('[data-exercise="batch-linear/bias"]')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.context().close();
  },
);

test("every link inside the course leads somewhere", async () => {
  const page = await open();
  const targets = new Set<string>();
  for (const path of paths) {
    await page.goto(inject("site") + path);
    const links = await page
      .locator("a[href]")
      .evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href));
    for (const link of links) if (link.startsWith(new URL(inject("site")).origin)) targets.add(link);
  }
  for (const target of targets) {
    const { status, body } = await page.evaluate(async (url) => {
      const response = await fetch(url);
      return { status: response.status, body: await response.text() };
    }, target);
    expect([target, status]).toEqual([target, 200]);
    const anchor = decodeURIComponent(new URL(target).hash.slice(1));
    if (anchor) expect([target, body.includes(`id="${anchor}"`)]).toEqual([target, true]);
  }
});

test("with scripts off, cells and their recorded output can be read", async () => {
  const page = await open("scalar/", { javaScriptEnabled: false });
  const cell = page.locator(".hg-cell", { hasText: "Autograd <> by hand" });
  expect(await cell.locator("pre").first().textContent()).toContain("Y.backward()");
  expect(await cell.locator(".hg-output pre").textContent()).toMatch(/tensor\(\[\d\.\d{4}\]\) <> \d/);
});
