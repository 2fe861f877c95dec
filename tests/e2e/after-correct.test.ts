import { expect, test } from "vitest";
import { useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

test("a right answer unfolds what it is to be compared with, and leads on to the next exercise", async () => {
  const page = await open("scalar/");
  const { troubles } = watch(page);
  const square = new ExerciseWidget(page, "scalar/square");
  const ours = page.locator('details[data-compare="scalar/square"]').first();
  const isOpen = () => ours.evaluate((details) => (details as HTMLDetailsElement).open);
  await square.write("def d_x_square(x):\n    return 3*x\n");
  await square.submit();
  expect(await isOpen()).toBe(false);
  expect(await square.region.getByRole("link", { name: /^Next: / }).count()).toBe(0);

  await square.write("def d_x_square(x):\n    return 2*x\n");
  await square.submit();
  await expect.poll(isOpen).toBe(true);
  const next = await page
    .locator("[data-exercise]")
    .evaluateAll((all) => all[all.findIndex((each) => each.dataset.exercise === "scalar/square") + 1]!.id);
  await square.region.getByRole("link", { name: /^Next: / }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${next}`);

  // Folded by its reader, it stays so; and it is no news on the next visit.
  await ours.locator("summary").click();
  await square.submit();
  expect(await isOpen()).toBe(false);
  await page.reload();
  await square.verdict.waitFor();
  expect(await isOpen()).toBe(false);
  expect(troubles).toEqual([]);
});

test("after the last exercise of a lesson comes the next lesson", async () => {
  const page = await open("scalar/");
  const last = page.locator("[data-exercise]").last();
  const id = (await last.getAttribute("data-exercise"))!;
  const exercise = new ExerciseWidget(page, id);
  const { loadExercise } = await import("#course/files.ts");
  await exercise.write((await loadExercise(id)).solution.python);
  expect(await exercise.submit()).toBe("correct");
  await exercise.region.getByRole("link", { name: /^The next lesson: / }).click();
  await page.waitForURL("**/loss/");
});
