import { expect, test } from "vitest";
import batchNorm from "../../content/staged/batch-norm.ts";
import { loadExercise } from "#course/files.ts";
import { violations } from "./axe.ts";
import { useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

test("stages open by keyboard, are marked when solved, and are put together once all are", async () => {
  const page = await open("batch-norm/", { viewport: { width: 390, height: 844 } });
  const { troubles } = watch(page);
  const staged = page.locator('[data-staged="batch-norm"]');
  await staged.scrollIntoViewIfNeeded();
  const variance = staged.locator("svg").getByRole("button", { name: "Open the stage Variance" });
  await variance.focus();
  await page.keyboard.press("Enter");
  await staged.locator("svg").getByRole("button", { name: "Fold the stage Variance" }).waitFor();
  expect(await staged.locator(".hg-graph-frame").count()).toBe(1);
  expect(await violations(page, '[data-staged="batch-norm"]')).toEqual([]);

  for (const [i, { exercise: id }] of batchNorm.stages.entries()) {
    await staged.getByText(`${i} of 4 stages solved`).waitFor();
    const exercise = new ExerciseWidget(page, id);
    await exercise.write((await loadExercise(id)).solution.python);
    expect(await exercise.submit()).toBe("correct");
  }
  await staged.getByRole("button", { name: "Chain my functions" }).click();
  await staged.getByRole("table").getByText("agrees").nth(2).waitFor();

  await page.reload();
  await staged.scrollIntoViewIfNeeded();
  await staged.getByText("4 of 4 stages solved").waitFor();
  expect(await staged.locator('.hg-graph-folded[data-solved="true"]').count()).toBe(4);
  const [scrolled, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(scrolled).toBe(shown);
  expect(troubles).toEqual([]);
  await page.context().close();
});
