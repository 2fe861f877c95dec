import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { violations } from "./axe.ts";
import { pagePaths, useBrowser, watch, withScriptsOff } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();
const paths = await pagePaths();

/** What the scripts of a page may weigh, compressed, before anyone touches it. */
const scriptLimit = 60_000;

/** What axe finds in both themes; in the second only what depends on colours. */
async function inBothThemes(page: Page, within = "body"): Promise<unknown[]> {
  const light = await violations(page, within);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  return [...light, ...(await violations(page, within, ["color-contrast"]))];
}

test.each(paths)(
  "/%s loads no more scripts than it may before anyone touches it, nothing fails, and all can use it",
  async (path) => {
    const scripts = new Set<string>();
    const troubles: string[] = [];
    const page = await open(path, {
      colorScheme: "light",
      before(page) {
        watch(page, troubles);
        page.on("response", (response) => {
          if (response.request().resourceType() !== "script" || !response.ok()) return;
          scripts.add(new URL(response.url()).pathname.slice(new URL(inject("site")).pathname.length));
        });
      },
    });
    await page.waitForLoadState("networkidle");
    const files = await Promise.all([...scripts].map((file) => readFile(join(inject("dist"), file))));
    const inline = await page.locator("script:not([src])").allTextContents();
    const weights = [...files, inline.join("\n")].map((text) => gzipSync(text).length);
    expect(
      weights.reduce((a, b) => a + b),
      [...scripts].join(),
    ).toBeLessThan(scriptLimit);
    expect(troubles).toEqual([]);
    expect(await inBothThemes(page)).toEqual([]);
    await page.context().close();
  },
);

test("an exercise with a verdict, a hint and the solution has no accessibility violations", async () => {
  const page = await open("batch-linear/", { colorScheme: "light" });
  const bias = new ExerciseWidget(page, "batch-linear/bias");
  await bias.write("import numpy as np\n\ndef d_bias(X, W, B):\n    return np.ones(B.shape)\n");
  expect(await bias.submit()).toBe("incorrect");
  await bias.press(/Show hint 1 of/);
  await bias.press("Show the solution");
  expect(await inBothThemes(page, '[data-exercise="batch-linear/bias"]')).toEqual([]);
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

withScriptsOff("with scripts off, cells and their recorded output can be read", async () => {
  const page = await open("scalar/", { javaScriptEnabled: false });
  const cell = page.locator(".hg-cell", { hasText: "Autograd <> by hand" });
  expect(await cell.locator("pre").first().textContent()).toContain("Y.backward()");
  expect(await cell.locator(".hg-output pre").textContent()).toMatch(/tensor\(\[\d\.\d{4}\]\) <> \d/);
});
