import { expect, test } from "vitest";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";
import { CodeWidget } from "./code-widget.ts";

const { open } = useBrowser();

test("an example on the page about grading is graded live, as it was when the page was built", async () => {
  const page = await open("grading/");
  const { troubles } = watch(page);
  const example = new CodeWidget(
    page,
    page.locator('[data-kind="missing-factor"]', { hasText: "d_lossfn2" }),
  );
  const verdict = example.region.locator("[data-verdict]");
  const built = await verdict.textContent();
  expect(built).toContain("leaves out one link");

  await example.write("def d_lossfn2(y_actual, y_pred, x):\n    return 4 * x * (y_pred - y_actual)\n");
  await verdict.getByText("You have edited the code since.").waitFor();
  await example.press("Grade again");
  await example.region.locator('[data-verdict="correct"]').waitFor();

  await example.write("def d_lossfn2(y_actual, y_pred, x):\n    return 2 * (y_pred - y_actual)\n");
  await example.press("Grade again");
  await example.region.locator('[data-verdict="incorrect"]').waitFor();
  expect(await verdict.textContent()).toBe(built);
  expect(troubles).toEqual([]);

  await page.reload();
  expect(await verdict.textContent()).toBe(built);
});

withScriptsOff("the page about grading can be read without scripts", async () => {
  const page = await open("grading/", { javaScriptEnabled: false });
  expect(await page.locator("[data-kind] [data-verdict='incorrect']").count()).toBeGreaterThanOrEqual(15);
  expect(await page.getByRole("row").count()).toBeGreaterThan(20);
});
