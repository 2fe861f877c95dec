import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { isChromium, sidebarLink, useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";
import { recorded, stored } from "./stored.ts";

const { open } = useBrowser();

const square = (page: Page) => new ExerciseWidget(page, "scalar/square");

/** What the editor shows, whether it is CodeMirror already or still text. */
const textOf = ({ region }: ExerciseWidget) =>
  region.locator(".hg-editor:visible").evaluate((editor) => {
    const lines = [...editor.querySelectorAll(".cm-line")];
    const area = editor.querySelector("textarea");
    return lines.length > 0 ? lines.map((line) => line.textContent).join("\n") : (area?.value ?? "");
  });

const shows = (exercise: ExerciseWidget, text: string) => expect.poll(() => textOf(exercise)).toContain(text);

async function anotherTab(page: Page, path = "scalar/"): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(inject("site") + path);
  return other;
}

test("a database of the first version is taken along: drafts, verdicts, what was solved, and the history", async () => {
  // A page of this site that doesn't touch the record.
  const page = await open("favicon.svg");
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("handgrad", 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("drafts");
        opening.result.createObjectStore("lastAttempts");
        opening.result
          .createObjectStore("attempts", { autoIncrement: true })
          .createIndex("verdict", ["exercise", "verdict"]);
      };
      opening.onsuccess = () => resolve(opening.result);
    });
    const writing = database.transaction(["drafts", "lastAttempts", "attempts"], "readwrite");
    const key = ["scalar/square", "python"];
    const answer = { exercise: "scalar/square", language: "python", submittedAt: "2026-11-20T08:00:00.000Z" };
    const code = "def d_x_square(x):\n    return x + x";
    writing.objectStore("drafts").put("def d_x_square(x):\n    return 'old draft'", key);
    writing.objectStore("drafts").put({ damaged: true }, ["scalar/sigmoid", "python"]);
    writing
      .objectStore("attempts")
      .add({ ...answer, code: "wrong", verdict: "incorrect", diagnosis: "sign" });
    writing.objectStore("attempts").add({ ...answer, code, verdict: "correct", diagnosis: null });
    writing.objectStore("attempts").add({ exercise: "scalar/square", verdict: "splendid" });
    const grade = {
      verdict: "correct",
      message: "Right.",
      diagnosis: null,
      outputs: [],
      cases: [],
      line: null,
    };
    writing.objectStore("lastAttempts").put({ ...answer, code, grade }, key);
    await new Promise((resolve) => (writing.oncomplete = resolve));
    database.close();
  });

  await page.goto(`${inject("site")}scalar/`);
  const { troubles } = watch(page);
  const exercise = square(page);
  await shows(exercise, "old draft");
  await exercise.region.getByText("Solved").waitFor();
  expect(await exercise.verdict.textContent()).toContain("You have edited the code since.");
  await exercise.press("History");
  await exercise.region.locator(".hg-history-list").waitFor();
  expect(await exercise.region.locator(".hg-history-verdict").allTextContents()).toEqual([
    " Correct",
    " Incorrect",
  ]);
  expect(troubles).toEqual([]);
});

describe("two tabs", () => {
  test("follow each other: drafts, verdicts, solved; what was typed here can be had again", async () => {
    const here = await open("scalar/");
    await square(here).write("def d_x_square(x):\n    return 3*x\n");
    const there = await anotherTab(here);
    await shows(square(there), "return 3*x");

    await square(there).write("def d_x_square(x):\n    return 2*x\n");
    await shows(square(here), "return 2*x");
    await here.bringToFront();
    await square(here).region.getByText("Changed in another tab.").waitFor();
    await there.bringToFront();
    expect(await square(there).submit()).toBe("correct");
    await square(here).region.locator('[data-verdict="correct"]').waitFor();
    await square(here).region.getByText("Solved").waitFor();

    await here.bringToFront();
    await square(here).press("Bring back what stood here");
    await shows(square(here), "return 3*x");
    await shows(square(there), "return 3*x");
  });

  test("that submit at once both leave their answers in the history", async () => {
    const here = await open("scalar/");
    const there = await anotherTab(here);
    await here.bringToFront();
    await square(here).write("def d_x_square(x):\n    return 4*x\n");
    await shows(square(there), "return 4*x");
    await there.bringToFront();
    await square(there).write("def d_x_square(x):\n    return -2*x\n");
    await shows(square(here), "return -2*x");
    await here.bringToFront();
    await square(here).write("def d_x_square(x):\n    return 4*x\n");
    await shows(square(there), "return 4*x");
    await Promise.all([square(here).submit(), square(there).submit()]);
    await square(here).press("History");
    await expect.poll(() => square(here).region.locator(".hg-history-list li").count()).toBeGreaterThan(1);
    const texts = await square(here).region.locator(".hg-history-list pre").allTextContents();
    expect(texts.filter((text) => text.includes("return 4*x"))).toHaveLength(2);
  });

  test("one of a newer version takes the database over: the older says so and goes on in memory", async () => {
    const page = await open("scalar/");
    await square(page).write("def d_x_square(x):\n    return 'before'\n");
    await stored(page, "before");
    const newer = await anotherTab(page, "favicon.svg");
    await newer.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("handgrad", 1000);
          opening.onsuccess = () => resolve();
          opening.onblocked = () => reject(new Error("blocked"));
        }),
    );
    await square(page).region.getByText("A newer version of the course is open").waitFor();
    await square(page).write("def d_x_square(x):\n    return 2*x\n");
    expect(await square(page).submit()).toBe("correct");
    await shows(square(page), "return 2*x");
  });
});

describe("nothing is lost with a page that is left at once", () => {
  test("the first verdict of a first visit stays, and is there again", async () => {
    const page = await open("scalar/");
    expect(await square(page).submit()).toBe("invalid");
    await recorded(page, "scalar/square", "invalid");
    await sidebarLink(page, /The slope of a square.*, tried/);
    expect(await square(page).verdict.getAttribute("data-verdict")).toBe("invalid");
    await page.reload();
    await square(page).region.locator('[data-verdict="invalid"]').waitFor();
  });

  /** A page that is left for the home page in the instant in which a verdict is shown. */
  async function leftWithItsVerdict(): Promise<Page> {
    const page = await open("favicon.svg");
    await page.addInitScript((home) => {
      const leave = () => {
        if (document.querySelector('[data-verdict="correct"]') && !sessionStorage.getItem("left")) {
          sessionStorage.setItem("left", "yes");
          location.href = home;
        }
      };
      new MutationObserver(leave).observe(document, { childList: true, subtree: true });
    }, inject("site"));
    await page.goto(`${inject("site")}scalar/`);
    return page;
  }

  test("an attempt whose page is left as its verdict shows", async () => {
    const page = await leftWithItsVerdict();
    await square(page).write("def d_x_square(x):\n    return 2*x\n");
    await square(page).press("Submit");
    await page.waitForURL(inject("site"));
    await page.goto(`${inject("site")}scalar/`);
    await square(page).region.locator('[data-verdict="correct"]').waitFor();
    await square(page).region.getByText("Solved").waitFor();
    await shows(square(page), "return 2*x");
    await recorded(page, "scalar/square", "correct");
  });

  test("what is typed last, and a tab that is closed", async () => {
    const page = await open("scalar/");
    await square(page).write("def d_x_square(x):\n    return 3*x\n");
    await page.goto(inject("site"));
    await page.goto(`${inject("site")}scalar/`);
    await shows(square(page), "return 3*x");
    const other = await anotherTab(page);
    await square(other).write("def d_x_square(x):\n    return 4*x\n");
    await page.close();
    await square(other).submit();
    const next = await anotherTab(other);
    await other.close();
    await shows(square(next), "return 4*x");
    await square(next).region.locator('[data-verdict="incorrect"]').waitFor();
  });
});

test("a draft for other lines than the exercise begins with now is told of, and both are at hand", async () => {
  const page = await open("scalar/");
  await square(page).write("def d_x_square(x):\n    return 'mine'\n");
  await stored(page, "mine");
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("handgrad");
      opening.onsuccess = () => resolve(opening.result);
    });
    const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
    const key = ["scalar/square", "python"];
    const reading = drafts.get(key);
    await new Promise((resolve) => (reading.onsuccess = resolve));
    const writing = drafts.put({ ...(reading.result as object), starter: "def square(x):\n    pass" }, key);
    await new Promise((resolve) => (writing.onsuccess = resolve));
    database.close();
  });
  await page.reload();
  const { region } = square(page);
  await region.getByText("have changed since you wrote yours").waitFor();
  await shows(square(page), "mine");
  await region.getByRole("button", { name: "Begin again with these lines" }).click();
  await region.getByText("have changed since you wrote yours").waitFor({ state: "detached" });
  await expect.poll(() => textOf(square(page))).not.toContain("mine");
  await region.getByRole("button", { name: "Undo reset" }).click();
  await shows(square(page), "mine");
  await region.getByRole("button", { name: "Keep what I wrote" }).click();
  await region.getByText("have changed since you wrote yours").waitFor({ state: "detached" });
  await page.reload();
  await shows(square(page), "mine");
  expect(await region.getByText("have changed since you wrote yours").count()).toBe(0);
});

test("Reset and Restore can be undone, and what they replaced is in the history the next day", async () => {
  const page = await open("scalar/");
  const exercise = square(page);
  await exercise.write("def d_x_square(x):\n    return 'mine'\n");
  await exercise.press("Reset");
  await shows(exercise, "pass");
  await exercise.press("Undo reset");
  await shows(exercise, "mine");
  await exercise.press("Reset");
  await exercise.write("def d_x_square(x):\n    return 5*x\n");
  await exercise.submit();
  await recorded(page, "scalar/square", "incorrect");

  await page.reload();
  await shows(exercise, "return 5*x");
  await exercise.press("History");
  const entry = exercise.region.locator(".hg-history-list li", { hasText: "Before a reset" });
  await entry.locator("summary").click();
  await entry.getByRole("button", { name: /Restore/ }).click();
  await shows(exercise, "mine");
  await exercise.press("Undo restore");
  await shows(exercise, "return 5*x");
});

/** Deletes what the site has stored: as a browser does in Chromium, and elsewhere as far as a page can. */
async function deleteStored(page: Page): Promise<void> {
  if (isChromium) {
    const devtools = await page.context().newCDPSession(page);
    const origin = new URL(inject("site")).origin;
    await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    return;
  }
  await (
    await anotherTab(page, "favicon.svg")
  ).evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase("handgrad").onsuccess = () => resolve();
      }),
  );
  await page.bringToFront();
}

describe("a browser that doesn't store what it should", () => {
  test("deletes everything under an open page: what stands there is stored again with the next edit", async () => {
    const page = await open("scalar/");
    const exercise = square(page);
    await exercise.write("def d_x_square(x):\n    return 2*x\n");
    expect(await exercise.submit()).toBe("correct");
    await deleteStored(page);
    await exercise.region.getByText("deleted what the course had stored").waitFor();
    await shows(exercise, "return 2*x");
    await new ExerciseWidget(page, "scalar/reciprocal").write("def d_inverse(x):\n    return 'next'\n");
    await stored(page, "next");
    await stored(page, "return 2*x");
    await page.reload();
    await shows(exercise, "return 2*x");
    await exercise.region.getByText("Solved").waitFor();
  });

  test("refuses from the start: the course works and says that nothing is kept", async () => {
    const page = await open("favicon.svg");
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => undefined });
    });
    await page.goto(`${inject("site")}scalar/`);
    const exercise = square(page);
    await exercise.write("def d_x_square(x):\n    return 2*x\n");
    await exercise.region.getByText("doesn’t let the course store anything").waitFor();
    expect(await exercise.submit()).toBe("correct");
    await exercise.press("History");
    await exercise.region.locator(".hg-history-list li").waitFor();
  });
});
