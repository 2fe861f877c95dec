import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { cellTitled, ExerciseWidget } from "./code-widget.ts";
import { attempts, drafts } from "./stored.ts";

const { open } = useBrowser();

const nudge = (page: Page) => cellTitled(page, "Nudge the input, watch the output");
const square = (page: Page) => new ExerciseWidget(page, "scalar/square");

/** What a browser does with a page that it keeps, or shows again, for whoever goes back and forward. */
const tell = (page: Page, what: "pagehide" | "pageshow") =>
  page.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), what);

test("a page that is left keeps no worker; what ran is stopped, without a verdict, and runs again", async () => {
  const page = await open("scalar/");
  const { troubles } = watch(page);
  await square(page).write("def d_x_square(x):\n    while True: pass\n");
  await square(page).press("Submit");
  await square(page).button("Stop").waitFor();
  await nudge(page).write("print('started')\nwhile True:\n    pass\n");
  await nudge(page).press("Run");
  await nudge(page).region.locator(".hg-output").getByText("started").waitFor();

  await tell(page, "pagehide");
  expect(await page.locator("iframe").count()).toBe(0);
  await tell(page, "pageshow");
  await nudge(page).region.getByText("Stopped.").first().waitFor();
  await square(page).region.getByText("There is no verdict on this submission.").waitFor();
  expect(await attempts(page)).toEqual([]);

  await nudge(page).press("Reset");
  await nudge(page).press("Run");
  await nudge(page).region.getByText("Finished.").waitFor();
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
