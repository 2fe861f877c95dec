import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { toFragment } from "#playground/link.ts";
import type { PlaygroundSetting } from "#playground/playground-setting.ts";
import { useBrowser, watch } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";
import { recorded } from "./stored.ts";

const { open } = useBrowser();

/** One `std` divides all rows of its column: what flows back into it is to be summed. */
const code = `import numpy as np

def d_normalize(x, dxhat, eps):
    n = x.shape[0]
    centered = x - x.mean(axis=0)
    std = np.sqrt((centered**2).mean(axis=0) + eps)

    dstd = -(dxhat * centered) / std**2
    dvar = dstd / (2 * std)
    dcentered = dxhat / std + 2 / n * centered * dvar
    return dcentered - dcentered.mean(axis=0)
`;

const summed = code.replace("centered) / std", "centered).sum(axis=0) / std");

/** The line of a text that holds this one, counted from 1. */
const lineWith = (text: string, part: string): number =>
  text.split("\n").findIndex((line) => line.includes(part)) + 1;

const wrongLine = lineWith(code, "dstd =");

const id = "batch-norm/normalize";

/** What is shown of an answer's lines. */
class Steps {
  readonly region: Locator;
  readonly #page: Page;

  constructor(page: Page, region: Locator) {
    this.#page = page;
    this.region = region;
  }

  /** The row of a line, counted from 1. */
  row(line: number): Locator {
    return this.region
      .getByRole("row")
      .filter({ has: this.#page.getByRole("rowheader", { name: `Go to line ${line}`, exact: true }) });
  }

  /** The signs beside the code that are in sight, by the number that the line has now. */
  marks(): Promise<[number, string][]> {
    return this.region.locator(".hg-marked .cm-lineNumbers:visible").evaluate((numbers) => {
      const top = (element: Element) => Math.round(element.getBoundingClientRect().top);
      const lines = [...numbers.children].filter((each) => each.getBoundingClientRect().height > 0);
      const signs = [...numbers.parentElement!.querySelectorAll(".hg-step-sign")];
      return signs.map((sign): [number, string] => {
        const beside = lines.find((line) => Math.abs(top(line) - top(sign.parentElement!)) <= 1);
        return [Number(beside?.textContent), sign.className.replace(/.*hg-step-(?=right|wrong|follows)/, "")];
      });
    });
  }

  /** The text of the line that the cursor is in. */
  cursorLine(): Promise<string | undefined> {
    return this.#page.evaluate(() => {
      const node = getSelection()?.anchorNode;
      return (node instanceof Element ? node : node?.parentElement)?.closest(".cm-line")?.textContent;
    });
  }

  /** The node of the graph that a step is at, in the drawing that is in sight. */
  node(about: string): Locator {
    return this.region.locator(`.hg-wrong-step [data-node][aria-label*="${about}"]:visible`);
  }

  async axe(within: string): Promise<unknown[]> {
    const { violations } = await new AxeBuilder({ page: this.#page })
      .setLegacyMode()
      .include(within)
      .exclude(".katex-html")
      .analyze();
    return violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)]);
  }
}

/** What is to be seen of the sample answer, in an exercise as in the playground. */
async function expectSteps(steps: Steps, verdict: Locator): Promise<void> {
  await expect.poll(() => verdict.textContent()).toMatch(new RegExp(`line ${wrongLine}\\b`, "i"));
  expect(await steps.row(wrongLine).textContent()).toContain("goes wrong here");
  expect(await steps.row(wrongLine - 2).textContent()).toContain("right");
  expect(await steps.row(wrongLine + 1).textContent()).toContain("follows from it");

  const marks = new Map(await steps.marks());
  expect([wrongLine - 2, wrongLine, wrongLine + 1].map((line) => marks.get(line))).toEqual([
    "right",
    "wrong",
    "follows",
  ]);

  // By keyboard: from the verdict to the line, from the row to the node, and from the node to the row.
  await verdict.getByRole("button", { name: `Go to line ${wrongLine}` }).press("Enter");
  await expect.poll(() => steps.cursorLine()).toContain("dstd =");
  const name = steps.row(wrongLine).getByRole("button", { name: "dstd", exact: true });
  await name.press("Enter");
  const node = steps.node("dstd: goes wrong here");
  await expect.poll(() => node.getAttribute("aria-pressed")).toBe("true");
  await node.press(" ");
  await expect.poll(() => name.getAttribute("aria-pressed")).toBe("false");
}

describe("the lines of an answer", () => {
  test("say where it goes wrong: in the table, beside the code and on the graph, and again after a reload", async () => {
    const page = await open("batch-norm/");
    const { troubles } = watch(page);
    const exercise = new ExerciseWidget(page, id);
    const steps = new Steps(page, exercise.region);
    await exercise.write(code);
    expect(await exercise.submit()).toBe("incorrect");
    await expectSteps(steps, exercise.verdict);
    expect(await steps.axe(`[data-exercise="${id}"]`)).toEqual([]);
    const described = await exercise.editor.evaluate(
      (editor) => document.getElementById(editor.getAttribute("aria-describedby")!)!.textContent,
    );
    expect(described).toContain(`Where it goes wrong: line ${wrongLine}.`);

    // A line more above moves the marks, an edit takes one away, and the verdict is told to be old.
    const before = await steps.marks();
    await steps
      .row(wrongLine)
      .getByRole("button", { name: `Go to line ${wrongLine}` })
      .click();
    await expect.poll(() => steps.cursorLine()).toContain("dstd =");
    await page.keyboard.press("Home");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const moved = before.map(([line, state]) => [line < wrongLine ? line : line + 1, state]);
    await expect.poll(() => steps.marks()).toEqual(moved);
    await page.keyboard.press("End");
    await page.keyboard.insertText("  # mended?");
    await expect.poll(() => steps.marks()).toEqual(moved.filter(([line]) => line !== wrongLine + 1));
    expect(await steps.region.getByText("You have edited the code since.").count()).toBe(2);

    await recorded(page, id, "incorrect");
    await page.reload();
    await exercise.region.scrollIntoViewIfNeeded();
    await steps.row(wrongLine).getByText("goes wrong here").waitFor();
    expect(troubles).toEqual([]);
  });

  test("are told of a right answer when somebody asks", async () => {
    const page = await open("batch-norm/");
    const { troubles } = watch(page);
    const exercise = new ExerciseWidget(page, id);
    const steps = new Steps(page, exercise.region);
    await exercise.write(summed);
    expect(await exercise.submit()).toBe("correct");
    expect(await steps.region.locator(".hg-step-table").count()).toBe(0);
    await exercise.button("Show what my lines are").press("Enter");
    await steps.row(wrongLine).getByText("right", { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Your steps");
    await expect.poll(async () => new Map(await steps.marks()).get(wrongLine)).toBe("right");
    expect(troubles).toEqual([]);
  });

  test("fit a phone, and are marked before CodeMirror is there", async () => {
    const page = await open("batch-norm/", { viewport: { width: 390, height: 844 } });
    const exercise = new ExerciseWidget(page, id);
    const steps = new Steps(page, exercise.region);
    await exercise.write(code);
    expect(await exercise.submit()).toBe("incorrect");
    await recorded(page, id, "incorrect");
    await page.reload();
    await exercise.region.scrollIntoViewIfNeeded();
    await steps.row(wrongLine).waitFor();
    const sign = exercise.region.locator(".hg-still .hg-line .hg-step-wrong:visible");
    expect(await sign.getAttribute("title")).toBe(`line ${wrongLine}, dstd: goes wrong here`);
    const [width, widest] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    expect(widest).toBe(width);
    await steps
      .row(wrongLine)
      .getByRole("button", { name: `Go to line ${wrongLine}` })
      .press("Enter");
    await expect.poll(() => steps.cursorLine()).toContain("dstd =");
  });

  test("are the same in the playground", async () => {
    const matrix = { axes: ["rows", "columns"], low: -3, high: 3, integer: false, wanted: false };
    const setting: PlaygroundSetting = {
      language: "python",
      function: `def loss(x, dxhat, eps):
    centered = x - x.mean(axis=0)
    std = ((centered**2).mean(axis=0) + eps)**0.5
    return (dxhat * centered / std).sum()
`,
      derivative: code.replace("d_normalize", "d_loss"),
      inputs: [
        { ...matrix, name: "x", wanted: true },
        { ...matrix, name: "dxhat" },
        { name: "eps", axes: [], low: 0.1, high: 0.5, integer: false, wanted: false },
      ],
      sizes: { rows: [2, 4], columns: [1, 3] },
    };
    const page = await open(`playground/#${await toFragment(setting)}`);
    const { troubles } = watch(page);
    const region = page.locator("[data-playground]");
    await region.getByText("dstd = ").first().waitFor();
    await region.getByRole("button", { name: "Submit", exact: true }).click();
    const verdict = region.locator('[data-verdict="incorrect"]');
    await verdict.waitFor();
    await verdict.getByRole("button", { name: `Go to line ${wrongLine}` }).press("Enter");
    await region.locator(".hg-marked .cm-content:visible").waitFor();
    await expectSteps(new Steps(page, region), verdict);
    expect(troubles).toEqual([]);
  });
});
