import { cp, glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { writeServiceWorker } from "#site/offline/offline.ts";
import { inChromium, useBrowser, watch } from "./browser.ts";
import { cellTitled, ExerciseWidget } from "./code-widget.ts";
import { serve, type Served } from "./serve.ts";

const { open } = useBrowser();
let folder: string;
let host: Served;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handgrad-offline-"));
  await cp(inject("dist"), folder, { recursive: true });
  host = await serve(folder, new URL(inject("site")).pathname);
});

afterEach(async () => {
  host.stop();
  await rm(folder, { recursive: true });
});

/** Opens a page, and waits until the course is kept in the browser. */
async function visit(path = ""): Promise<Page> {
  const page = await open(path, { site: host.site, serviceWorkers: "allow" });
  await page.locator('[data-kept="course"]').waitFor();
  return page;
}

/** The status of what a service worker answers with, which WebKit doesn't say. */
const statusFromWorker = inject("engine") === "webkit" ? 0 : 200;

const offer = (page: Page) => page.locator("course-version:popover-open");

describe("after one visit, with the network cut", () => {
  test("every page opens, code runs, answers are graded and the course can be searched", async () => {
    const page = await visit();
    host.stop();
    const { troubles } = watch(page);
    await page.getByRole("link", { name: "Scalar functions" }).first().click();
    await page.waitForURL("**/scalar/");

    const cell = cellTitled(page, "Autograd <> by hand");
    await cell.press("Run");
    await cell.region.getByText("Finished.").waitFor();
    const square = new ExerciseWidget(page, "scalar/square");
    await square.write("def d_x_square(x):\n    return x\n");
    expect(await square.submit()).toBe("incorrect");
    await square.press(/Show hint 1/);

    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("saturated");
    await page.locator("site-search .results a").first().waitFor();

    for (const file of await Array.fromAsync(glob("*/index.html", { cwd: folder }))) {
      const response = await page.goto(host.site + file.replace("index.html", "?from=elsewhere"));
      expect([file, response?.status()]).toEqual([file, statusFromWorker]);
      expect(await page.locator("h1").first().textContent()).not.toContain("There is no page");
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("an address lacks its slash, or leads nowhere", async () => {
    const page = await visit();
    host.stop();
    await page.goto(`${host.site}loss`);
    expect(page.url()).toBe(`${host.site}loss/`);
    await page.goto(`${host.site}no/such/page/`);
    await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
    await page.context().close();
  });
});

test("a new version is offered and taken when its reader says so; other pages stay as they are and work on", async () => {
  const reader = await visit();
  const writer = await reader.context().newPage();
  await writer.goto(`${host.site}scalar/`);
  const square = new ExerciseWidget(writer, "scalar/square");
  await square.write("def d_x_square(x):\n    return 2*x\n");

  // The new version has another front page, and lacks a script that pages of the old one fetch when an answer is submitted.
  const home = join(folder, "index.html");
  await writeFile(home, (await readFile(home, "utf8")).replace(/<h1[^>]*>/, "$&Anew: "));
  const [grading] = await Array.fromAsync(glob("_astro/grading.*.js", { cwd: folder }));
  await rm(join(folder, grading!));
  await writeServiceWorker(folder);

  await reader.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await offer(reader).getByText("A new version").waitFor();
  expect(await reader.getByRole("heading", { level: 1 }).textContent()).not.toContain("Anew");
  await Promise.all([
    reader.waitForEvent("load"),
    offer(reader).getByRole("button", { name: "Reload now" }).click(),
  ]);
  expect(await reader.getByRole("heading", { level: 1 }).textContent()).toContain("Anew");

  await offer(writer).getByText("updated in another tab").waitFor();
  expect(await square.editor.textContent()).toContain("return 2*x");
  expect(await square.submit()).toBe("correct");
  await offer(writer).getByRole("button", { name: "Later" }).click();
  await offer(writer).waitFor({ state: "detached" });
  await reader.context().close();
});

inChromium("can be installed", async () => {
  const page = await open();
  const problems = await (await page.context().newCDPSession(page)).send("Page.getInstallabilityErrors");
  expect(problems.installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
});
