import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { cellTitled, ExerciseWidget } from "./code-widget.ts";
import { attempts, drafts } from "./stored.ts";

const { open } = useBrowser();

const nudge = (page: Page) => cellTitled(page, "Nudge the input, watch the output");
const square = (page: Page) => new ExerciseWidget(page, "scalar/square");

/** Has the page left, and come back to, as soon as it shows this: as by a browser that keeps it meanwhile. */
const leaveAt = (page: Page, region: string, text: string) =>
  page.evaluate(
    ([within, awaited]) => {
      const look = new MutationObserver(() => {
        if (!document.querySelector(within)!.textContent.includes(awaited)) return;
        look.disconnect();
        for (const type of ["pagehide", "pageshow"])
          dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      });
      look.observe(document.body, { childList: true, subtree: true, characterData: true });
    },
    [region, text] as const,
  );

test("a cell that runs when its page is left is stopped, keeps no worker, and runs again", async () => {
  const page = await open("scalar/");
  const { troubles } = watch(page);
  const cell = nudge(page);
  await cell.write("print('under', 'way')\nwhile True:\n    pass\n");
  await leaveAt(page, "main", "under way");
  await cell.press("Run");
  await cell.region.locator(".hg-output").getByText("Stopped.").waitFor();
  expect(await page.locator("iframe").count()).toBe(0);
  await cell.press("Reset");
  await cell.press("Run");
  await cell.region.getByText("Finished.").waitFor();
  expect(troubles).toEqual([]);
});

test("an answer that is graded when its page is left gets no verdict, and one when it is submitted again", async () => {
  const page = await open("scalar/");
  const { troubles } = watch(page);
  await square(page).write("def d_x_square(x):\n    while True: pass\n");
  await leaveAt(page, '[data-exercise="scalar/square"]', "Stop");
  await square(page).press("Submit");
  await square(page).region.getByText("There is no verdict on this submission.").waitFor();
  expect(await attempts(page)).toEqual([]);
  await square(page).write("def d_x_square(x):\n    return 2*x\n");
  expect(await square(page).submit()).toBe("correct");
  expect(troubles).toEqual([]);
});

test("back and forward: the page is as it was left, but for what another tab did meanwhile", async () => {
  const page = await open("scalar/");
  await square(page).write("def d_x_square(x):\n    return 3*x\n");
  await nudge(page).write("print('started')\nwhile True:\n    pass\n");
  await nudge(page).press("Run");
  await nudge(page).region.locator(".hg-output").getByText("started").waitFor();
  await page.getByRole("link", { name: "Loss", exact: false }).first().click();
  await page.waitForURL("**/loss/");

  const other = await page.context().newPage();
  await other.goto(`${inject("site")}scalar/`);
  await square(other).write("def d_x_square(x):\n    return 2*x\n");
  expect(await square(other).submit()).toBe("correct");
  await other.close();

  await page.goBack();
  await page.waitForURL("**/scalar/");
  await square(page).region.locator('[data-verdict="correct"]').waitFor();
  await expect.poll(() => square(page).region.innerText()).toContain("return 2*x");
  expect(await nudge(page).button("Stop").count()).toBe(0);
  await nudge(page).press("Run");
  if (await nudge(page).region.getByText("while True").count()) await nudge(page).press("Stop");
  await page.goForward();
  await page.waitForURL("**/loss/");
  await page.goBack();
  await square(page).region.locator('[data-verdict="correct"]').waitFor();
  expect(await drafts(page)).toContainEqual(expect.stringContaining("return 2*x"));
});
