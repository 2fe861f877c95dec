import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { snapshotOf } from "#graph/snapshot.ts";
import { layoutOf, type Box } from "#graph/layout.ts";
import { randomGraphs } from "./random-graphs.ts";

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width - 1 && Math.abs(a.y - b.y) * 2 < a.height + b.height - 1;

describe.each(["right", "down"] as const)("towards %s, for any graph", (direction) => {
  test("no two nodes and no two labels overlap", () => {
    fc.assert(
      fc.property(randomGraphs(10), ({ inputs, value }) => {
        const { nodes, edges } = layoutOf(snapshotOf(inputs, value), { direction });
        const boxes = [...Object.values(nodes), ...Object.values(edges).map(({ label }) => label)];
        const clashes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)));
        expect(clashes).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("everything lies within the drawing", () => {
    fc.assert(
      fc.property(randomGraphs(10), ({ inputs, value }) => {
        const { width, height, nodes, edges } = layoutOf(snapshotOf(inputs, value), { direction });
        const boxes = [...Object.values(nodes), ...Object.values(edges).map(({ label }) => label)];
        const corners = boxes.flatMap((box) => [
          { x: box.x - box.width / 2, y: box.y - box.height / 2 },
          { x: box.x + box.width / 2, y: box.y + box.height / 2 },
        ]);
        for (const { x, y } of [...corners, ...Object.values(edges).flatMap(({ points }) => points)]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("values flow one way: every node lies beyond those it is computed from", () => {
    const along = direction === "right" ? "x" : "y";
    fc.assert(
      fc.property(randomGraphs(10), ({ inputs, value }) => {
        const snapshot = snapshotOf(inputs, value);
        const { nodes } = layoutOf(snapshot, { direction });
        for (const { from, to } of snapshot.edges) {
          expect(nodes[from]![along]).toBeLessThan(nodes[to]![along]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("the same graph is laid out the same way", () => {
  fc.assert(
    fc.property(randomGraphs(10), ({ inputs, value }) => {
      const draw = () => layoutOf(snapshotOf(inputs, value), { direction: "right" });
      expect(draw()).toEqual(draw());
    }),
    { numRuns: 20 },
  );
});
