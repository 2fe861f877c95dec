import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import { initialUnrolledSetting, type UnrolledSetting } from "#widgets/unrolled/unrolled-setting.ts";
import { unrolledPlot } from "#widgets/unrolled/unrolled-plot.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

const drawn = (setting: Partial<UnrolledSetting>) =>
  drawPlot(unrolledPlot, { ...initialUnrolledSetting, ...setting }, "wide", "test", document);

/** The heights of the points of gradients on the drawing, of the lines with this dash. */
const heights = (plot: Element, dash: string | null): number[] =>
  [...plot.querySelectorAll('[stroke="var(--hg-gradient)"] > path')]
    .filter(({ parentElement }) => parentElement!.getAttribute("stroke-dasharray") === dash)
    .flatMap((path) => [...path.getAttribute("d")!.matchAll(/,([^MLZ]+)/g)].map(([, y]) => Number(y)));

test("on the logarithmic scale a power is a straight line, which |w| = 1 makes level", () => {
  for (const w of [0.8, -1.2, 1]) {
    const y = heights(drawn({ w }), null);
    expect(y.length).toBe(41);
    const rises = y.slice(1).map((at, i) => y[i]! - at);
    for (const rise of rises) expect(rise).toBeCloseTo(rises[0]!, 1);
    expect(Math.sign(Math.round(1000 * rises[0]!))).toBe(Math.sign(Math.abs(w) - 1));
  }
});

test("a gradient of 0 has no place on the scale", () => {
  expect(heights(drawn({ w: 0 }), null)).toHaveLength(1);
  expect(drawn({ w: 0 }).getAttribute("aria-label")).toContain("dh_T/dh_0 is 0");
});

test("the table holds the number of steps that was chosen", () => {
  const { rows } = unrolledPlot.table({ cell: "linear", w: 2, T: 3 });
  expect(rows).toContainEqual(["3", 8, 6]);
});
