import { dot, line } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import { ink, widths, type PlotDefinition } from "#widgets/plot/plot-definition.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

const parabola: PlotDefinition<{ x: number }> = {
  options: ({ x }, width) => ({
    height: width / 2,
    x: { domain: [-3, 3] },
    y: { domain: [0, 5] },
    clip: true,
    marks: [
      line([-3, -1, 0, 1, 3], { x: (at: number) => at, y: (at: number) => at ** 2, markerEnd: "arrow" }),
      dot([x], { x, y: x ** 2, fill: ink.value }),
    ],
  }),
  label: ({ x }) => `A parabola, with a point at ${x}.`,
  table: ({ x }) => ({ caption: "The point", columns: [{ name: "x" }, { name: "y" }], rows: [[x, x ** 2]] }),
};

const idsIn = (drawn: Element) => [...drawn.querySelectorAll("[id]")].map(({ id }) => id);

describe("a drawing", () => {
  test("has the width of its space, says what it shows, and leaves faces and sizes to the style sheet", () => {
    for (const space of ["wide", "narrow"] as const) {
      const drawn = drawPlot(parabola, { x: 2 }, space, "parabola", document);
      expect(drawn.getAttribute("viewBox")).toBe(`0 0 ${widths[space]} ${widths[space] / 2}`);
      expect(drawn.getAttribute("role")).toBe("img");
      expect(drawn.getAttribute("aria-label")).toBe("A parabola, with a point at 2.");
      expect(drawn.querySelector("style")).toBeNull();
      expect(drawn.getAttribute("font-family")).toBeNull();
      expect(drawn.outerHTML).toContain('fill="var(--hg-value)"');
    }
  });

  test("drawn twice is the same, however much Plot has drawn in between", () => {
    const once = drawPlot(parabola, { x: 1 }, "wide", "parabola", document).outerHTML;
    drawPlot(parabola, { x: 2 }, "narrow", "another", document);
    expect(drawPlot(parabola, { x: 1 }, "wide", "parabola", document).outerHTML).toBe(once);
  });

  test("shares no id with another on the page, and refers to its own only", () => {
    const drawings = (["wide", "narrow"] as const).flatMap((space) =>
      ["one", "two"].map((id) => drawPlot(parabola, { x: 1 }, space, id, document)),
    );
    const ids = drawings.flatMap(idsIn);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    for (const drawn of drawings) {
      const referred = [...drawn.outerHTML.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!);
      expect(referred.length).toBeGreaterThan(0);
      expect(referred.filter((id) => !idsIn(drawn).includes(id))).toEqual([]);
    }
  });
});
