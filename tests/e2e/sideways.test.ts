import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pagePaths, useBrowser } from "./browser.ts";

const { open } = useBrowser();
const paths = await pagePaths();

/** What is wider inside than its box and doesn't say so: no sign, no stop of the Tab key, or no name. */
const silent = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = overflowX === "auto" || overflowX === "scroll";
        return scrolls && element.scrollWidth > element.clientWidth + 1 && element.checkVisibility();
      })
      .filter((element) => {
        const frame = element.parentElement!;
        const drawn = ["::before", "::after"].some(
          (part) => !["none", "normal"].includes(getComputedStyle(frame, part).content),
        );
        const named = element.getAttribute("role") === "group" && element.getAttribute("aria-label");
        return !frame.dataset.more || !drawn || element.tabIndex !== 0 || !named;
      })
      .map(({ className, textContent }) => `${className}: ${textContent.trim().slice(0, 60)}`),
  );

/** Lines of output that are shown in more than one line, and formulas that break elsewhere than before a relation. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines = ({ clientHeight }: Element, leading: string) =>
      Math.round(clientHeight / parseFloat(leading));
    return [
      ...[...document.querySelectorAll(".hg-output pre")].filter((output) => {
        const { length } = output.textContent.trimEnd().split("\n");
        return output.checkVisibility() && lines(output, getComputedStyle(output).lineHeight) > length + 1;
      }),
      ...[...document.querySelectorAll(".formula-statement .katex-html")].filter(
        (part) => part.getClientRects().length > 1,
      ),
    ].map(({ textContent }) => textContent.slice(0, 60));
  });

/** Drawings that begin outside their box, and zoom buttons that lie on one. */
const unfit = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".hg-graph-box")]
      .filter((box) => box.checkVisibility())
      .flatMap((box) => {
        const name = box.getAttribute("aria-label")!;
        const zoom = box.closest(".hg-graph-stage")!.parentElement!.querySelector(".hg-graph-zoom")!;
        const covered = zoom.getBoundingClientRect().top < box.getBoundingClientRect().bottom;
        return [
          ...(box.scrollWidth > box.clientWidth + 1 ? [`${name} is wider than its box`] : []),
          ...(covered ? [`${name} is covered by its zoom buttons`] : []),
        ];
      }),
  );

describe.each(paths)("/%s", (path) => {
  test("scrolls sideways nowhere without a sign, and as a page never", async () => {
    const page = await open(path, { viewport: { width: 1280, height: 800 } });
    await page.waitForLoadState("networkidle");
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window);
      await expect.poll(() => silent(page), { timeout: 15_000 }).toEqual([]);
      expect(await broken(page)).toEqual([]);
      if (width >= 390) expect(await unfit(page)).toEqual([]);
    }
    // What is folded away has signs as well once it is opened.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLDetailsElement>("main details")) each.open = true;
    });
    await expect.poll(() => silent(page), { timeout: 15_000 }).toEqual([]);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(window);
    await page.context().close();
  });
});

test("the sign is at the side that has more, and goes when there is nothing more to scroll", async () => {
  const page = await open("vector/", { viewport: { width: 390, height: 800 } });
  const signed = page.locator(".hg-cell .hg-sideways[data-more]").first();
  await signed.evaluate((element) => (element.id = "tried"));
  const frame = page.locator("#tried");
  const box = frame.locator("> .hg-sideways-box");
  const more = () => frame.getAttribute("data-more");
  await expect.poll(more).toBe("end");
  expect(await box.getAttribute("aria-label")).toBe("Output, can be scrolled");
  await box.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(more).toBe("start end");
  await box.evaluate((element) => element.scrollTo({ left: element.scrollWidth, behavior: "instant" }));
  await expect.poll(more).toBe("start");
  await page.setViewportSize({ width: 1800, height: 800 });
  await box.evaluate((element) => (element.textContent = "short"));
  await expect.poll(more).toBeNull();
  expect(await box.getAttribute("tabindex")).toBeNull();
  expect(await box.getAttribute("aria-label")).toBeNull();
});

test("what is printed while the page is open has a sign too", async () => {
  const page = await open("vector/", { viewport: { width: 390, height: 800 } });
  const added = await page.evaluate(() => {
    const frame = document.createElement("div");
    frame.className = "hg-sideways";
    frame.innerHTML = `<div class="hg-sideways-box" data-label="Numbers"><pre id="late">1</pre></div>`;
    document.querySelector("main")!.append(frame);
    return frame.matches(".hg-sideways");
  });
  expect(added).toBe(true);
  const frame = page.locator(".hg-sideways", { has: page.locator("#late") });
  await page.locator("#late").evaluate((pre) => (pre.textContent = "1 ".repeat(400)));
  await expect.poll(() => frame.getAttribute("data-more")).toBe("end");
});
