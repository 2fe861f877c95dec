import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readingAt } from "#widgets/slope/slope-engine.ts";
import { violations } from "./axe.ts";
import { useBrowser, watch, withScriptsOff } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";
import { recorded } from "./stored.ts";

const { open } = useBrowser();

/** A figure in a page, used as a reader would. */
class FigureWidget {
  readonly region: Locator;
  readonly #page: Page;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.region = page.locator(`[data-figure="${name}"]`);
  }

  /** Scrolls to it, and waits until it is alive. */
  async approach(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.region.locator("input[type=range]:enabled").first().waitFor();
  }

  /** The plot whose description says this. */
  plot(says: RegExp): Locator {
    return this.region.getByRole("img", { name: says });
  }

  slider(name: string): Locator {
    return this.region.getByRole("slider", { name, exact: true });
  }

  get status(): Locator {
    return this.region.getByRole("status");
  }

  /** Presses at one place of a plot and drags to another, both as shares of its width and height. */
  async drag(plot: Locator, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + x * box.width, box.y + y * box.height] as const;
    await this.#page.mouse.move(...at(from));
    await this.#page.mouse.down();
    await this.#page.mouse.move(...at(to), { steps: 4 });
    await this.#page.mouse.up();
  }
}

/** Every part of a drawing with all that it is made of. */
const drawn = (plot: Locator) =>
  plot.evaluate((svg) =>
    [...svg.querySelectorAll("*")].map((part) => [
      part.localName,
      part.children.length === 0 && part.textContent,
      ...part
        .getAttributeNames()
        .sort()
        .map((name) => `${name}: ${part.getAttribute(name)}`),
    ]),
  );

describe("the slope explorer", () => {
  test("comes alive without a change, then follows the keys and the pointer", async () => {
    const page = await open("scalar/");
    const { troubles } = watch(page);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const figure = new FigureWidget(page, "slope");
    await figure.approach();
    const curve = figure.plot(/tangent at x/);
    const still = await drawn(curve);
    expect(requested.filter((url) => url.includes("slope-plots"))).toEqual([]);

    const old = await curve.elementHandle();
    await figure.slider("x").focus();
    await page.waitForFunction((svg) => !svg.isConnected, old);
    expect(await drawn(curve)).toEqual(still);

    await page.keyboard.press("ArrowRight");
    const { slope } = readingAt("square", 1.05, 1);
    await figure.plot(new RegExp(`slope ${slope}, and the secant`)).waitFor();
    await figure.drag(curve, [0.5, 0.5], [0.95, 0.4]);
    expect(Number(await figure.slider("x").inputValue())).toBeGreaterThan(2);
    expect(await figure.slider("x").getAttribute("aria-valuetext")).toMatch(/the derivative \d/);
    expect(troubles).toEqual([]);
  });

  test("draws what was submitted over autograd's curve, at once and on the next visit", async () => {
    const page = await open("scalar/");
    const figure = new FigureWidget(page, "slope");
    const exercise = new ExerciseWidget(page, "scalar/square");
    await exercise.write("def d_x_square(x):\n    return x**2\n");
    expect(await exercise.submit()).toBe("incorrect");
    await figure.approach();
    await figure.status.getByText("It differs most at x = −3: it gives 9 there, autograd −6.").waitFor();
    await figure.plot(/Your d_x_square differs/).waitFor();

    await exercise.choose("JavaScript");
    await exercise.write("function dXSquare(x) { return 2 * x; }");
    expect(await exercise.submit()).toBe("correct");
    await figure.status.getByText("lies on autograd’s curve").waitFor();
    await recorded(page, "scalar/square", "correct");

    await page.reload();
    await figure.approach();
    await figure.status.getByText("lies on autograd’s curve").waitFor();
    await figure.region.getByRole("radio", { name: "1/x" }).check({ force: true });
    await figure.status.getByText("Once you have submitted d_reciprocal").waitFor();
  });
});

test("a swap turns the difference over, and leaves the square as it was", async () => {
  const page = await open("loss/");
  const figure = new FigureWidget(page, "sign");
  await figure.approach();
  const row = (call: string) => figure.region.getByRole("row", { name: new RegExp(`^${call} `) });
  expect(await row("as declared").textContent()).toMatch(/−9.*=2$/);
  expect(await row("swapped").textContent()).toMatch(/9\(−1\)·2=−2$/);
  await figure.region.getByRole("radio", { name: "squared difference" }).check({ force: true });
  await figure.plot(/it is 18 times −2, which is −36\. Called the other way round it is −36/).waitFor();
  expect(await row("as declared").textContent()).toMatch(/81\(−18\)·2=−36$/);
  expect(await row("swapped").textContent()).toMatch(/8118·\(−2\)=−36$/);
});

describe("the descent", () => {
  test("arrives by autograd, and elsewhere by a wrong derivative of the learner's", async () => {
    const page = await open("linear/", { reducedMotion: "reduce" });
    const { troubles } = watch(page);
    const figure = new FigureWidget(page, "descent");
    await figure.approach();
    const press = (name: string) => figure.region.getByRole("button", { name, exact: true }).click();
    await figure.slider("rate").fill("-1.3");
    await press("Run");
    await figure.status.getByText(/^Arrived .*w\s=\s0\.9[78]/).waitFor();

    const exercise = new ExerciseWidget(page, "linear/squared-error");
    await exercise.write("def d_linear_loss(w, x, b, y):\n    dz = 2 * (w * x + b - y)\n    return dz, dz\n");
    expect(await exercise.submit()).toBe("incorrect");
    await figure.region.getByRole("radio", { name: /d_linear_loss/, checked: true }).waitFor();
    await figure.status.getByText("Your gradients differ from autograd’s here").waitFor();
    await press("Run");
    await figure.status.getByText(/^Arrived .*Autograd’s are not/).waitFor();

    await exercise.write("def d_linear_loss(w, x, b, y):\n    return dz, dz\n");
    expect(await exercise.submit()).toBe("invalid");
    await figure.status.getByText(/can’t be run here.*dz/).waitFor();
    expect(troubles).toEqual([]);
  });

  test("can be begun anywhere on the surface, by the pointer and by the sliders", async () => {
    const page = await open("linear/");
    const figure = new FigureWidget(page, "descent");
    await figure.approach();
    const surface = figure.plot(/lines of equal loss/);
    await surface.hover();
    await figure.slider("w").fill("-1");
    await figure.slider("b").fill("-2");
    await figure.plot(/at w\s=\s−1, b\s=\s−2/).waitFor();
    await figure.drag(surface, [0.5, 0.5], [0.6, 0.4]);
    await figure.plot(/After 0 steps the descent is at w\s=\s[12]/).waitFor();
    await figure.region.getByRole("button", { name: "One step" }).click();
    await figure.plot(/After 1 step /).waitFor();
  });
});

withScriptsOff(
  "with scripts off the pictures and their tables are there, and nothing that can't be moved",
  async () => {
    const page = await open("scalar/", { javaScriptEnabled: false });
    const figure = new FigureWidget(page, "slope");
    expect(await figure.plot(/tangent at x = 1 with the slope 2/).count()).toBe(1);
    await figure.region.getByText("The same as a table").first().click();
    expect(await figure.region.getByRole("row", { name: "0.01 2.01 2" }).count()).toBe(1);
    expect(await figure.slider("x").isVisible()).toBe(false);
  },
);

test.each([
  ["scalar/", "slope", "light"],
  ["loss/", "sign", "dark"],
  ["linear/", "descent", "dark"],
] as const)(
  "%s has no accessibility violations in its figure, opened up",
  async (path, name, colorScheme) => {
    const page = await open(path, { colorScheme, viewport: { width: 390, height: 800 } });
    const figure = new FigureWidget(page, name);
    await figure.approach();
    await figure.region.locator("input[type=range]").first().press("ArrowRight");
    for (const summary of await figure.region.locator("summary").all()) await summary.click();
    expect(await violations(page, `[data-figure="${name}"]`)).toEqual([]);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(window);
  },
);
