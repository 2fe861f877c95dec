import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { pagePaths, useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();
const paths = await pagePaths();

/** What the scripts of a page may weigh, compressed, before anyone touches it. */
const scriptLimit = 60_000;

/**
 * What axe finds in both themes; in the second only what depends on colours. What KaTeX draws beside its MathML, thousands of
 * elements that are hidden from assistive technology, is in the colour of the text around it.
 */
async function violations(page: Page, within = "body"): Promise<unknown[]> {
  const found = async (rules?: string[]) => {
    // What passes is not written out, nor carried to a page of axe's own: that would take most of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    if (rules) axe.withRules(rules);
    const { violations } = await axe.include(within).exclude(".katex-html").analyze();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  };
  const light = await found();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  return [...light, ...(await found(["color-contrast"]))];
}

describe.each(paths)("/%s", (path) => {
  test("has no accessibility violations", async () => {
    const page = await open(path, { colorScheme: "light" });
    await page.waitForLoadState("networkidle");
    expect(await violations(page)).toEqual([]);
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

test("an exercise with a verdict, a hint and the solution has no accessibility violations", async () => {
  const page = await open("batch-linear/", { colorScheme: "light" });
  const bias = new ExerciseWidget(page, "batch-linear/bias");
  await bias.write("import numpy as np\n\ndef d_bias(X, W, B):\n    return np.ones(B.shape)\n");
  expect(await bias.submit()).toBe("incorrect");
  await bias.press(/Show hint 1 of/);
  await bias.press("Show the solution");
  expect(await violations(page, '[data-exercise="batch-linear/bias"]')).toEqual([]);
  await page.context().close();
});

test("every link inside the course leads somewhere", async () => {
  const site = new URL(inject("site"));
  const pages = new Map<string, Document>();
  /** The document at an address, from the file that any static host answers with. */
  const read = async ({ pathname }: URL): Promise<Document> => {
    const path = pathname.slice(site.pathname.length).replace(/(^|\/)$/, "$1index.html");
    if (!pages.has(path)) {
      const text = await readFile(join(inject("dist"), path), "utf8");
      pages.set(path, parseHTML(text).document);
    }
    return pages.get(path)!;
  };
  for (const path of paths) {
    const address = new URL(path, site);
    for (const link of (await read(address)).querySelectorAll("a[href]")) {
      const target = new URL(link.getAttribute("href")!, address);
      if (target.origin !== site.origin) continue;
      const id = decodeURIComponent(target.hash.slice(1));
      const there = await read(target);
      expect([target.href, id === "" || there.getElementById(id) !== null]).toEqual([target.href, true]);
    }
  }
});

test("with scripts off, cells and their recorded output can be read", async () => {
  const page = await open("scalar/", { javaScriptEnabled: false });
  const cell = page.locator(".hg-cell", { hasText: "Autograd <> by hand" });
  expect(await cell.locator("pre").first().textContent()).toContain("Y.backward()");
  expect(await cell.locator(".hg-output pre").textContent()).toMatch(/tensor\(\[\d\.\d{4}\]\) <> \d/);
});
