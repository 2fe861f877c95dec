import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { Browsers } from "../browsers/browsers.ts";
import { withoutScripts } from "./serve.ts";

/** Milliseconds that anything may take on a machine that has other things to do. */
const patience = 60_000;

/** Whether the browser has Chromium's developer tools. */
export const isChromium = ["chromium", "phone"].includes(inject("engine"));

/** What the browser itself asks for once a test has wished for a dark page: a window of GTK stays light. */
export const wishedScheme = inject("engine") === "webkit" ? "light" : "dark";

/** For pages whose scripts are off, in which WebKit's driver, itself made of scripts, can do nothing. */
export const withScriptsOff = test.skipIf(inject("engine") === "webkit");

/** For what a test can only ask of Chromium's developer tools. */
export const inChromium = test.skipIf(!isChromium);

interface OpenOptions extends BrowserContextOptions {
  /** Where the course is, if not where all tests find it. */
  site?: string;
  /** What is to be done with the page before it goes anywhere. */
  before?: (page: Page) => void;
}

/** A browser for the tests of a file. */
export function useBrowser(): { open: (path?: string, options?: OpenOptions) => Promise<Page> } {
  const browsers = new Browsers(inject("engine"), inject("chromium"));
  afterEach(() => browsers.leave());
  afterAll(() => browsers.close());
  return {
    /**
     * Opens a page of the course, by its path below the home page, in a profile of its own. A service worker, which would
     * fetch the whole course each time, has to be allowed.
     */
    async open(path = "", { site = inject("site"), before, ...options } = {}) {
      const context = await browsers.newContext({ serviceWorkers: "block", ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      before?.(page);
      const scripts = options.javaScriptEnabled ?? true;
      await page.goto(site + path + (scripts ? "" : withoutScripts), { waitUntil: "load" });
      return page;
    },
  };
}

/** Opens the menu that a phone folds the list of lessons and the choice of theme into. Returns what closes it again. */
export async function openMenu(page: Page): Promise<() => Promise<void>> {
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (!(await menu.isVisible())) return () => Promise.resolve();
  await menu.click();
  return () => menu.click();
}

/** Waits for a link in the list of lessons. */
export async function sidebarLink(page: Page, name: RegExp): Promise<void> {
  const closeMenu = await openMenu(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).waitFor();
  await closeMenu();
}

/** Collects what goes wrong in a page: exceptions, console errors, requests that fail. */
export function watch(page: Page, troubles: string[] = []): { troubles: string[] } {
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("requestfailed", (request) => {
    // The browser itself gives up what a page was still loading when it was left, or a worker when it was ended.
    const reason = request.failure()?.errorText ?? "";
    if (!reason.includes("ABORTED")) troubles.push(`${request.url()} ${reason}`);
  });
  return { troubles };
}

/** The paths of all pages of the built course, below its home page. */
export async function pagePaths(): Promise<string[]> {
  const { glob } = await import("node:fs/promises");
  const files = await Array.fromAsync(glob("**/*.html", { cwd: inject("dist") }));
  expect(files.length).toBeGreaterThan(4);
  return files.map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, "")).sort();
}
