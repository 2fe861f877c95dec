import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { violations } from "./axe.ts";
import { inChromium, sidebarLink, useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

const square = (body: string, day: number) => ({
  exercise: "scalar/square",
  language: "python",
  code: `def d_x_square(x):\n    return ${body}\n`,
  submittedAt: `2026-11-${day}T08:00:00Z`,
});

const exported = (...answers: object[]) =>
  JSON.stringify({ format: "handgrad-answers", version: 1, learner: "Ada", answers });

const choose = (page: Page, text: string) =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(text) });

async function save(page: Page): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save my answers" }).click(),
  ]);
  return download;
}

const standing = (page: Page, exercise: string) =>
  page.locator(".hg-progress-page li[data-standing]", { hasText: exercise }).getAttribute("data-standing");

test("answers are taken in after a look at them, graded here whatever the file claims, and can be taken back", async () => {
  const page = await open("progress/");
  const { troubles } = watch(page);
  await page.getByText("You haven’t submitted an answer yet").waitFor();
  await page.locator("input[type=file]:enabled").waitFor({ state: "attached" });

  await choose(page, exported(square("2*x", 10)).slice(0, -20));
  await page.getByText("The file is not JSON").waitFor();
  await page.getByRole("button", { name: "Close" }).click();

  const claimed = { ...square("3*x", 16), verdict: "correct" };
  await choose(
    page,
    exported(square("-2*x", 10), claimed, { ...square("2*x", 11), exercise: "nowhere/else" }, {}),
  );
  await page.getByText("3 new answers.").waitFor();
  await page.getByText("answers[3] is malformed").waitFor();
  expect(await standing(page, "The slope of a square")).toBe("none");
  await page.getByRole("button", { name: "Take these in" }).click();
  await page.getByText("1 answer is to an exercise that this course doesn’t have").waitFor();
  await page.getByRole("row", { name: /Opposite sign/ }).waitFor();
  await page.getByRole("row", { name: /Off by a constant factor/ }).waitFor();
  expect(await standing(page, "The slope of a square")).toBe("tried");
  expect(await page.getByRole("button", { name: "Grade them" }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);

  await choose(page, exported(square("-2*x", 10)));
  await page.getByText("There is nothing in it to take in").waitFor();
  await page.getByRole("button", { name: "Close" }).click();

  await choose(page, exported(square("2*x", 18)));
  await page.getByRole("button", { name: "Take these in" }).click();
  await page.getByText("You have solved 1 of").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").waitFor();
  await page.getByText("You have solved 0 of").waitFor();
  expect(troubles).toEqual([]);
});

/** What the course itself has in localStorage; Starlight has the theme there. */
const ownKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("handgrad-")));

test("work is marked in the sidebar and on the home page, goes into a file with its drafts, and can be deleted", async () => {
  const page = await open("scalar/");
  const exercise = new ExerciseWidget(page, "scalar/square");
  await exercise.choose("JavaScript");
  await exercise.choose("Python");
  await exercise.write("def d_x_square(x):\n    return 2*x\n");
  expect(await exercise.submit()).toBe("correct");
  await sidebarLink(page, /The slope of a square.*, solved/);
  await new ExerciseWidget(page, "scalar/polynomial").write("def mine():\n    pass\n");

  const home = await page.context().newPage();
  await home.goto(inject("site"));
  const onward = home.getByRole("link", { name: "Continue in lesson 1: A polynomial, term by term" });
  await onward.waitFor();
  expect(await onward.getAttribute("href")).toMatch(/scalar\/#exercise-scalar-polynomial$/);

  await home.goto(`${inject("site")}progress/`);
  await home.getByLabel(/Your name/).fill("Ada");
  const download = await save(home);
  expect(download.suggestedFilename()).toMatch(/^handgrad-Ada-\d{4}-\d\d-\d\d-\d{6}\.json$/);
  const text = await readFile(await download.path(), "utf8");
  const file = JSON.parse(text) as { learner: string; answers: object[]; drafts: { code: string }[] };
  expect([file.learner, file.answers.length]).toEqual(["Ada", 1]);
  expect(file.drafts.map(({ code }) => code)).toContainEqual(expect.stringContaining("def mine()"));

  expect(await ownKeys(home)).toEqual(["handgrad-language"]);
  await home.getByRole("button", { name: "Delete everything…" }).click();
  await home.getByRole("button", { name: "Keep everything" }).click();
  await home.getByRole("button", { name: "Delete everything…" }).click();
  await home.getByRole("button", { name: "Delete", exact: true }).click();
  await home.getByText("Nothing of yours is stored").waitFor();
  expect(await ownKeys(home)).toEqual([]);
  await home.getByText("You haven’t submitted an answer yet").waitFor();
  // The other tab agrees.
  await exercise.region.locator("[data-verdict]").waitFor({ state: "detached" });

  await choose(home, text);
  await home.getByRole("button", { name: "Take these in" }).click();
  await home.getByText("You have solved 1 of").waitFor();
  await exercise.region.getByText("Solved").waitFor();
});

// WebKit's driver comes into a page too late to keep it from coming alive.
inChromium("a name that is typed before the page is alive is not lost", async () => {
  const page = await open("progress/");
  await page.addInitScript(() => {
    window.requestIdleCallback = (callback) => {
      addEventListener("idle", () => callback({ didTimeout: false, timeRemaining: () => 50 }));
      return 0;
    };
  });
  await page.reload();
  await page.getByLabel(/Your name/).fill("Ada");
  expect(await page.getByRole("button", { name: "Save my answers" }).isDisabled()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("idle")));
  expect((await save(page)).suggestedFilename()).toMatch(/^handgrad-Ada-/);
});
