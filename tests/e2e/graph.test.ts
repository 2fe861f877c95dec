import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { tensor } from "#autodiff/index.ts";
import { violations } from "./axe.ts";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

/** Opens what is to be compared with an answer. */
const unfold = (page: Page, exercise: string) =>
  page.locator(`details[data-compare="${exercise}"] > summary`).click();

/** A computation graph in a page, used as a reader would. */
class GraphWidget {
  readonly region: Locator;

  constructor(page: Page, name: string) {
    this.region = page.locator(`[data-graph="${name}"]`);
  }

  /** Scrolls to it, and waits until it is alive. */
  async approach(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.button("One step on").and(this.region.locator(":enabled")).waitFor();
  }

  button(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  get scrubber(): Locator {
    return this.region.getByRole("slider", { name: "Step", exact: true });
  }

  get explained(): Locator {
    return this.region.getByRole("status");
  }

  /** What stands beside an edge of the drawing that is shown: its value above it, its gradient below. */
  edge(id: string, side: "value" | "gradient"): Locator {
    return this.region.locator(`[data-edge="${id}"]:visible .hg-graph-${side}`);
  }
}

describe("walking through a graph", () => {
  test("by the keyboard: forward, back, and where paths meet the sum", async () => {
    const page = await open("scalar/");
    const { troubles } = watch(page);
    const graph = new GraphWidget(page, "two-paths");
    await graph.approach();
    await graph.button("To the start").focus();
    await page.keyboard.press("Enter");
    expect(await graph.explained.textContent()).toContain("Nothing has been computed");
    expect(await graph.edge("result", "value").count()).toBe(0);

    await page.keyboard.press("ArrowRight");
    expect(await graph.edge("result", "value").textContent()).toBe("9");
    expect(await graph.edge("0:0", "gradient").count()).toBe(0);

    for (const _ of ["the seed", "the first path"]) await page.keyboard.press("ArrowRight");
    expect(await graph.explained.textContent()).toMatch(
      /1 upstream gradient.*3.*local derivative.*3 contribution/,
    );
    expect(await graph.explained.textContent()).toContain("1 of them has arrived");
    await page.keyboard.press("ArrowRight");
    expect(await graph.explained.textContent()).toContain("3 + 3 = 6");
    await page.keyboard.press("ArrowLeft");
    expect(await graph.edge("0:1", "gradient").count()).toBe(0);
    await page.keyboard.press("End");
    expect(await graph.scrubber.inputValue()).toBe("4");
    expect(troubles).toEqual([]);
  });

  test("plays to its end with motion reduced, and can be paused", async () => {
    const page = await open("scalar/", { reducedMotion: "reduce" });
    const graph = new GraphWidget(page, "two-paths");
    await graph.approach();
    // Both are pressed from within the page, so that no step has its time in between.
    const paused = await graph.region.evaluate(async (region) => {
      const button = (name: string) =>
        [...region.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === name);
      button("Play")!.click();
      while (!button("Pause")) await new Promise(requestAnimationFrame);
      button("Pause")!.click();
      return region.querySelector<HTMLInputElement>(".hg-graph-scrubber")!.value;
    });
    expect(paused).toBe("0");
    await graph.button("Play").waitFor();
    await graph.button("Play").click();
    await graph.explained.getByText("3 + 3 =").waitFor();
    await graph.button("Play").waitFor();
    expect(await graph.scrubber.inputValue()).toBe("4");
  });
});

describe("changing inputs", () => {
  test("values and gradients are the engine's", async () => {
    const page = await open("loss/");
    const { troubles } = watch(page);
    const graph = new GraphWidget(page, "squared-error");
    await graph.approach();
    await graph.region.getByRole("slider", { name: "x, slider" }).fill("-1.5");
    await graph.region.getByRole("spinbutton", { name: "y_actual" }).fill("4");

    const x = tensor(-1.5, { dtype: "float64", requiresGrad: true });
    const loss = x.pow(2).sub(4).pow(2);
    loss.backward();
    const shown = (value: number) => String(Number(value.toPrecision(4))).replace("-", "−");
    await graph.edge("0:0", "gradient").getByText(shown(x.grad!.item()), { exact: true }).waitFor();
    expect(await graph.edge("result", "value").textContent()).toBe(shown(loss.item()));
    expect(troubles).toEqual([]);
  });

  test("an empty or half-typed number leaves the graph as it was", async () => {
    const page = await open("loss/");
    const graph = new GraphWidget(page, "squared-error");
    await graph.approach();
    await graph.region.getByRole("spinbutton", { name: "x" }).fill("");
    await graph.region.getByRole("spinbutton", { name: "y_actual" }).fill("9");
    await graph.edge("0:0", "gradient").getByText("−32", { exact: true }).waitFor();
  });

  test("more steps draw a larger graph, with every path in the ledger", async () => {
    const page = await open("linear/");
    const graph = new GraphWidget(page, "shared-weight");
    await graph.approach();
    const paths = graph.region.getByRole("table", { name: /back to w/ }).locator("tbody tr");
    expect(await paths.count()).toBe(2);
    await graph.region.getByRole("spinbutton", { name: "Examples" }).fill("3");
    await paths.nth(2).waitFor();
    await paths.nth(2).getByRole("button").focus();
    expect(await graph.region.locator(".hg-graph-edge.hg-graph-path:visible").count()).toBeGreaterThan(4);
  });

  test("an array shows its entries when it is chosen", async () => {
    const page = await open("batch-linear/");
    await unfold(page, "batch-linear/bias");
    const graph = new GraphWidget(page, "broadcast-bias");
    await graph.approach();
    await graph.region.locator('[data-node="B"]:visible').focus();
    await page.keyboard.press("Enter");
    const entries = graph.region.getByRole("group", { name: "Entries of B" });
    await entries.getByRole("img", { name: "[[5, 5, 5]]" }).waitFor();
    expect(await graph.edge("1:1", "gradient").allTextContents()).toContain("sums axis 0");
  });
});

test("on a phone the graph scrolls in its own box, never the page", async () => {
  const page = await open("linear/", { viewport: { width: 390, height: 800 }, hasTouch: true });
  const graph = new GraphWidget(page, "shared-weight");
  await graph.approach();
  for (let i = 0; i < 4; i++) await graph.button("Larger").click();
  const [box, inside] = await graph.region
    .locator(".hg-graph-box")
    .evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
  expect(inside).toBeGreaterThan(box);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window);
});

withScriptsOff("with scripts off the whole graph is there, and the table of its steps", async () => {
  const page = await open("loss/", { javaScriptEnabled: false });
  const graph = new GraphWidget(page, "squared-error");
  expect(await graph.edge("0:0", "gradient").textContent()).toBe("−36");
  expect(await graph.edge("result", "value").textContent()).toBe("81");
  await graph.region.getByText("The same as a table").click();
  expect(await graph.region.getByRole("row", { name: /^x 1 −36$/ }).count()).toBe(1);
  expect(await graph.button("Play").isVisible()).toBe(false);
});

test("a wrong answer lights up its step on the exercise's graph, with the learner's flow beside the right one", async () => {
  const page = await open("loss/");
  const exercise = new ExerciseWidget(page, "loss/squared-error");
  await exercise.write("def d_lossfn2(y_actual, y_pred, x):\n    return 2 * (y_pred - y_actual)\n");
  expect(await exercise.submit()).toBe("incorrect");
  const wrong = exercise.region.locator(".hg-graph-edge.hg-graph-wrong:visible");
  await wrong.waitFor();
  expect(await wrong.getAttribute("data-edge")).toBe("0:0");
  expect(await wrong.locator(".hg-graph-yours").textContent()).toMatch(/^yours: /);
});

test.each(["light", "dark"] as const)(
  "has no accessibility violations in the %s theme",
  async (colorScheme) => {
    const page = await open("batch-linear/", { colorScheme, reducedMotion: "reduce" });
    await unfold(page, "batch-linear/bias");
    const graph = new GraphWidget(page, "broadcast-bias");
    await graph.approach();
    await graph.button("One step back").click();
    await graph.region.locator('[data-node="B"]:visible').click();
    await graph.region.getByText("The same as a table").click();
    expect(await violations(page, "[data-graph]")).toEqual([]);
  },
);
