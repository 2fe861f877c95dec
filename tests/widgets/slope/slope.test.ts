import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import { compareValues } from "#widgets/slope/own-derivative.ts";
import { curveOf, readingAt } from "#widgets/slope/slope-engine.ts";
import { derivativePlot, functionPlot } from "#widgets/slope/slope-plots.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const names = Object.keys(courseFunctions) as FunctionName[];

describe.each(names)("%s", (of) => {
  const [low, high] = courseFunctions[of].x;
  const places = fc
    .double({ min: low, max: high, noNaN: true })
    .filter((x) => of !== "reciprocal" || Math.abs(x) > 0.1);

  test("its derivative is what the slopes of two-sided secants come to", () => {
    fc.assert(
      fc.property(places, (x) => {
        const h = 1e-5;
        const { y: after } = readingAt(of, x + h, 1);
        const { y: before } = readingAt(of, x - h, 1);
        const { slope } = readingAt(of, x, 1);
        expect(Math.abs((after - before) / (2 * h) - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      }),
    );
  });

  test("its secants come to its derivative as h shrinks", () => {
    fc.assert(
      fc.property(places, (x) => {
        const apart = (h: number) => {
          const { secant, slope } = readingAt(of, x, h);
          return Math.abs(secant - slope);
        };
        expect(apart(1e-4)).toBeLessThanOrEqual(Math.max(apart(0.05), 1e-6));
      }),
    );
  });

  test("is drawn wherever the sliders stand, whatever the learner's function gives", () => {
    const { x: grid, slope } = curveOf(of);
    const answers = [
      grid.map(() => null),
      grid.map((_, i) => (i % 2 === 0 ? 1e300 : null)),
      slope.map((value) => (Number.isNaN(value) ? null : -value)),
    ].map((values) => compareValues(grid, slope, values));
    for (const x of [low, 0, high])
      for (const h of [0.0001, 2])
        for (const own of [null, ...answers])
          for (const plot of [functionPlot, derivativePlot]) {
            const drawn = drawPlot(plot, { of, x, h, own }, "narrow", "slope", document);
            expect(drawn.outerHTML).not.toMatch(/NaN|Infinity|⚠/);
            expect(drawn.getAttribute("aria-label")).not.toMatch(/NaN|Infinity|undefined/);
          }
  });
});

describe("a learner's derivative beside autograd's", () => {
  const { x, slope } = curveOf("square");

  test("agrees if it differs by rounding only", () => {
    const values = slope.map((value) => value * (1 + 1e-15));
    expect(compareValues(x, slope, values)).toMatchObject({ places: x.length, differing: 0, worst: null });
  });

  test("is told where it differs most, and counts as different where it gives no number", () => {
    const squares = x.map((at) => at ** 2);
    const same = x.filter((at) => Math.abs(at ** 2 - 2 * at) < 1e-9).length;
    expect(compareValues(x, slope, squares)).toMatchObject({
      differing: x.length - same,
      worst: { x: -3, own: 9, truth: -6 },
    });
    expect(compareValues(x, slope, [null, ...slope.slice(1)])).toMatchObject({
      differing: 1,
      worst: { x: -3, own: null, truth: -6 },
    });
  });

  test("isn't asked for where there is no derivative", () => {
    const curve = curveOf("reciprocal");
    expect(curve.x).toContain(0);
    expect(compareValues(curve.x, curve.slope, curve.slope).places).toBe(curve.x.length - 1);
  });
});
