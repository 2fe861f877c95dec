import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { inChromium, isChromium, useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";
import { stored } from "./stored.ts";

const { open } = useBrowser();

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const code = [
  "def d_x_square(x):",
  "    # a comment that is much too long for a telephone, so that it takes several rows there",
  "    if x > 0:",
  "\t\ttwice_what_was_given = x + x + x + x + x + x + x + x - x - x - x - x - x",
  "                                            return 2 * x + 0 * x + 0 * x + 0 * x + 0 * x",
  "    return 2 * x",
].join("\n");

interface Row {
  left: number;
  top: number;
}

/** The rows of every line of the code that is seen, where its signs begin. */
const rowsOf = (page: Page, lines: string): Promise<Row[][]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((line) => {
        const range = document.createRange();
        const rows: Row[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { index: i } of node.textContent!.matchAll(/\S/g)) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            // Of the first sign of a row WebKit has two: an empty one at the end of the row before, then its own.
            const { left, top } = [...range.getClientRects()].at(-1)!;
            if (Math.abs((rows.at(-1)?.top ?? -Infinity) - top) > 4) rows.push({ left, top });
          }
        }
        return rows;
      }),
    lines,
  );

async function withDraft(options: Parameters<typeof open>[1]): Promise<{ page: Page; id: string }> {
  const page = await open("scalar/", options);
  const id = "scalar/square";
  await new ExerciseWidget(page, id).write(code);
  await stored(page, code);
  await page.reload();
  const widget = page.locator(`[data-exercise="${id}"]`);
  await widget.scrollIntoViewIfNeeded();
  await widget.locator(".hg-still:visible", { hasText: "twice_what" }).waitFor();
  await widget.locator(".hg-editor:visible .hg-token-comment", { hasText: "much too long" }).waitFor();
  await widget.getByRole("textbox").and(page.locator(":visible")).waitFor();
  return { page, id };
}

describe("a long line on a telephone", () => {
  test("goes on below its own beginning, at rest as in the editor", async () => {
    const { page, id } = await withDraft(phone);
    const editor = `[data-exercise="${id}"] [data-for="python"] .hg-editor`;
    const rest = await rowsOf(page, `${editor} .hg-editor-still .hg-line`);
    expect(rest.map((rows) => rows.length > 1)).toEqual([false, true, false, true, true, false]);
    for (const [i, rows] of rest.entries()) {
      if (i === 4) continue; // indented further than rows are moved in
      for (const { left } of rows) {
        // A row may begin with the space that it was broken at.
        expect(left).toBeGreaterThan(rows[0]!.left - 1);
        expect(left).toBeLessThan(rows[0]!.left + 11);
      }
    }
    const [margin] = rest[0]!;
    expect(rest[1]![1]!.left).toBeGreaterThan(margin!.left + 30);
    expect(rest[3]![1]!.left).toBeGreaterThan(rest[1]![1]!.left + 30);
    expect(rest[4]![1]!.left).toBeGreaterThan(rest[3]![1]!.left + 30);

    await page.locator(`${editor} textarea:visible`).focus();
    await page.locator(`${editor} .cm-content`).waitFor();
    const edited = await rowsOf(page, `${editor} .cm-line`);
    const near = (rows: Row[][]) =>
      rows.map((line) => line.map(({ left }) => Math.round((left - margin!.left) / 2)));
    expect(near(edited)).toEqual(near(rest));
    const step = (rows: Row[][]) => rows.flat().map(({ top }) => Math.round(top - rows[0]![0]!.top));
    expect(step(edited)).toEqual(step(rest));
  });

  inChromium("is edited where it is touched", async () => {
    const { page, id } = await withDraft(phone);
    const editor = page.locator(`[data-exercise="${id}"] .hg-editor:visible`);
    const at = code.indexOf("- x - x - x");
    const point = await editor.locator(".hg-editor-still code").evaluate((shown, offset) => {
      const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node.textContent!;
        if (before + length > offset) {
          const range = document.createRange();
          range.setStart(node, offset - before);
          range.setEnd(node, offset - before + 1);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        }
        before += length;
      }
      throw new Error("There is no such place.");
    }, at);
    await page.touchscreen.tap(point.x, point.y);
    await editor.locator(".cm-content").waitFor();
    await page.keyboard.insertText("§");
    await stored(page, `${code.slice(0, at)}§${code.slice(at)}`);
  });
});

// No other browser here can be told that its screen is one.
describe.skipIf(!isChromium)("on a touch screen", () => {
  const paths = ["", "scalar/", "vector/", "recursive/", "playground/", "progress/", "glossary/"];

  test.each(paths)("nothing that is typed into is small enough to be zoomed into: /%s", async (path) => {
    const page = await open(path, phone);
    const { troubles } = watch(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("input, select, textarea, .hg-editor")].flatMap((field) => {
        if (["radio", "checkbox", "range", "file"].includes(field.getAttribute("type") ?? "")) return [];
        const size = parseFloat(getComputedStyle(field).fontSize);
        return size >= 16 ? [] : [`${field.outerHTML.slice(0, 120)}: ${size}`];
      }),
    );
    expect(small).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test("no keys are spoken of, but to those who listen", async () => {
    for (const path of ["scalar/", "vector/", "batch-norm/", "playground/"]) {
      const page = await open(path, phone);
      const keys = page.locator(".hg-keys, main kbd");
      expect(await keys.count()).toBeGreaterThan(0);
      expect(await keys.locator("visible=true").count()).toBe(0);
    }
    const page = await open("scalar/", phone);
    await page.locator("[data-exercise]").first().scrollIntoViewIfNeeded();
    await page
      .getByRole("textbox", { name: /Press Escape, then Tab, to leave the editor/ })
      .first()
      .waitFor();

    const desk = await open("scalar/", {
      viewport: { width: 1280, height: 800 },
      isMobile: false,
      hasTouch: false,
    });
    expect(await desk.locator(".hg-exercise .hg-keys").locator("visible=true").count()).toBeGreaterThan(0);
  });
});
