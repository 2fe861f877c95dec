import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { inChromium, openMenu, sidebarLink, useBrowser, watch, wishedScheme } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

/** A page of a browser that lets the course store nothing, as in another site's frame: to ask is an error already. */
async function denied(path: string): Promise<Page> {
  const page = await open("favicon.svg", { colorScheme: "light" });
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The request was denied.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(window, "BroadcastChannel", { value: refuse });
    Object.defineProperty(navigator, "serviceWorker", { get: refuse });
  });
  await page.goto(inject("site") + path);
  return page;
}

test("the page is in the reader's theme, which can be chosen", async () => {
  const page = await denied("scalar/");
  const { troubles } = watch(page);
  const theme = () => page.locator("html").getAttribute("data-theme");
  expect(await theme()).toBe("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(theme).toBe("dark");
  await openMenu(page);
  const picker = page.getByLabel("Select theme").locator("visible=true");
  await picker.selectOption("light");
  expect(await theme()).toBe("light");
  await picker.selectOption("auto");
  expect(await theme()).toBe(wishedScheme);
  expect(troubles).toEqual([]);
});

test("an exercise is graded, has a history, and says that nothing is kept", async () => {
  const page = await denied("scalar/");
  const { troubles } = watch(page);
  const square = new ExerciseWidget(page, "scalar/square");
  await square.write("def d_x_square(x):\n    return 3*x\n");
  await square.region.getByText("doesn’t let the course store anything").waitFor();
  expect(await square.submit()).toBe("incorrect");
  await square.choose("JavaScript");
  await square.write("function dXSquare(x) {\n  return 2 * x;\n}\n");
  expect(await square.submit()).toBe("correct");
  await square.region.getByText("Solved").waitFor();
  await square.press("Reset");
  await square.press("Undo reset");
  await square.press("History");
  await square.region.locator(".hg-history-list li").nth(1).waitFor();
  await sidebarLink(page, /The slope of a square.*, solved/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    square.press("Save your answers to a file"),
  ]);
  expect(download.suggestedFilename()).toMatch(/^handgrad-answers-.*\.json$/);
  expect(troubles).toEqual([]);
});

test("the page of progress, and the playground", async () => {
  const page = await denied("progress/");
  const { troubles } = watch(page);
  await page.getByText("You haven’t submitted an answer yet").waitFor();
  await page.locator("footer").getByText("your answers last until you leave the page").waitFor();
  await page.locator("main").getByText("This browser doesn’t let the course store anything").waitFor();
  await page.goto(`${inject("site")}playground/`);
  await page.getByRole("button", { name: "Draw the graph" }).click();
  await page.locator(".hg-graph-drawing").locator("visible=true").first().waitFor();
  await page.getByText("Copy the link to keep your work").waitFor();
  expect(troubles).toEqual([]);
});

// Firefox can't be driven inside a frame of another site.
inChromium("a frame of another site that has no origin of its own is as good as a page", async () => {
  const page = await open("favicon.svg", { colorScheme: "light", serviceWorkers: "allow" });
  // The same machine by another name: another site, which the browser counts as near enough for a frame of this one.
  await page.goto(inject("site").replace("127.0.0.1", "localhost") + "manifest.webmanifest");
  const { troubles } = watch(page);
  const show = async (path: string) => {
    const address = `${inject("site")}${path}`;
    await page.setContent(
      `<iframe sandbox="allow-scripts allow-downloads" src="${address}" width="1200" height="700"></iframe>`,
    );
    return page.frameLocator("iframe");
  };
  const lesson = await show("scalar/");
  await lesson.locator("html[data-theme=light]").waitFor();
  await lesson.locator("footer").getByText("your answers last until you leave the page").waitFor();
  await lesson.getByLabel("Select theme").locator("visible=true").selectOption("dark");
  await lesson.locator("html[data-theme=dark]").waitFor();

  const square = lesson.locator('[data-exercise="scalar/square"]');
  await square.scrollIntoViewIfNeeded();
  await square.getByRole("textbox").locator("visible=true").first().click();
  await square.locator(".cm-content:visible").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("def d_x_square(x):\n    return 2*x\n");
  await square.getByText("doesn’t let the course store anything").waitFor();
  await square.getByRole("button", { name: "Submit" }).click();
  await square.locator('[data-verdict="correct"]').waitFor();
  const saved = page.waitForEvent("download");
  await square.getByRole("button", { name: "Save your answers to a file" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^handgrad-answers-.*\.json$/);

  const playground = await show("playground/");
  await playground.getByRole("button", { name: "Draw the graph" }).click();
  await playground.locator(".hg-figure svg").locator("visible=true").first().waitFor();
  await playground.getByRole("button", { name: "Copy link" }).click();
  await playground.getByText("The link is copied.").waitFor();

  const progress = await show("progress/");
  await progress.getByText("You haven’t submitted an answer yet").waitFor();
  // What was tried for nothing, the browser says itself.
  expect(troubles.filter((trouble) => !trouble.includes("Clipboard API"))).toEqual([]);
});
