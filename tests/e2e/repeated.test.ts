import { expect, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { cellTitled } from "./code-widget.ts";

const { open } = useBrowser();

const runs = 12;

test("a cell that is run and stopped time and again leaves one frame and no worker but a spare one", async () => {
  const page = await open("favicon.svg");
  let alive = 0;
  page.on("worker", (worker) => {
    alive += 1;
    worker.on("close", () => (alive -= 1));
  });
  await page.goto(page.url().replace("favicon.svg", "scalar/"));
  const { troubles } = watch(page);
  const cell = cellTitled(page, "Nudge the input, watch the output");
  const output = cell.region.locator(".hg-output");
  for (let run = 1; run <= runs; run++) {
    await cell.write(`print('run ${run}')\nwhile True:\n    pass\n`);
    await cell.press("Run");
    await output.getByText(`run ${run}`, { exact: true }).waitFor();
    await cell.press("Stop");
    await output.getByText("Stopped.").waitFor();
  }
  expect(await page.locator("iframe").count()).toBe(1);
  await expect.poll(() => alive).toBeLessThanOrEqual(1);
  await cell.press("Reset");
  await cell.press("Run");
  await cell.region.getByText("Finished.").waitFor();
  expect(troubles).toEqual([]);
});
