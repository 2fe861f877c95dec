import fc from "fast-check";
import { expect, test } from "vitest";
import { resultEdge } from "#graph/edge-id.ts";
import { snapshotOf } from "#graph/snapshot.ts";
import { arrivals, progressAfter, walkOf } from "#graph/walk.ts";
import { randomGraphs } from "./random-graphs.ts";

test("no step needs anything that isn't there yet", () => {
  fc.assert(
    fc.property(randomGraphs(12), ({ inputs, value }) => {
      const snapshot = snapshotOf(inputs, value);
      const walk = walkOf(snapshot);
      for (const [taken, step] of walk.entries()) {
        const { values, gradients } = progressAfter(snapshot, walk, taken);
        if (step.pass === "forward") {
          const needed = snapshot.edges.filter(({ to }) => to === step.node.id).map(({ from }) => from);
          expect(needed.filter((id) => !values.has(id))).toEqual([]);
        } else if (step.edge.id !== resultEdge) {
          expect(arrivals(snapshot, step.edge.to).filter(({ id }) => !gradients.has(id))).toEqual([]);
        }
      }
    }),
  );
});

test("at the end everything is there, at the start what was given", () => {
  fc.assert(
    fc.property(randomGraphs(12), ({ inputs, value }) => {
      const snapshot = snapshotOf(inputs, value);
      const walk = walkOf(snapshot);
      const end = progressAfter(snapshot, walk, walk.length);
      expect(end.gradients.size).toBe(snapshot.edges.length);
      expect(end.values.size).toBe(snapshot.nodes.length - 1);
      const start = progressAfter(snapshot, walk, 0);
      expect([...start.values].every((id) => id in inputs)).toBe(true);
      expect(start.gradients.size).toBe(0);
    }),
  );
});
