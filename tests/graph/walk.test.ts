import fc from "fast-check";
import { expect, test } from "vitest";
import { resultEdge } from "#graph/edge-id.ts";
import { flowOf } from "#graph/flow.ts";
import { arrivals, progressAfter, walkOf } from "#graph/walk.ts";
import { randomGraphs } from "./random-graphs.ts";

test("no step needs anything that isn't there yet", () => {
  fc.assert(
    fc.property(randomGraphs(12), ({ inputs, value }) => {
      const flow = flowOf(inputs, value);
      const walk = walkOf(flow);
      for (const [taken, step] of walk.entries()) {
        const { values, gradients } = progressAfter(flow, walk, taken);
        if (step.pass === "forward") {
          const needed = flow.edges.filter(({ to }) => to === step.node.id).map(({ from }) => from);
          expect(needed.filter((id) => !values.has(id))).toEqual([]);
        } else if (step.edge.id !== resultEdge) {
          expect(arrivals(flow, step.edge.to).filter(({ id }) => !gradients.has(id))).toEqual([]);
        }
      }
    }),
  );
});

test("at the end everything is there, at the start what was given", () => {
  fc.assert(
    fc.property(randomGraphs(12), ({ inputs, value }) => {
      const flow = flowOf(inputs, value);
      const walk = walkOf(flow);
      const end = progressAfter(flow, walk, walk.length);
      expect(end.gradients.size).toBe(flow.edges.length);
      expect(end.values.size).toBe(flow.nodes.length - 1);
      const start = progressAfter(flow, walk, 0);
      expect([...start.values].every((id) => id in inputs)).toBe(true);
      expect(start.gradients.size).toBe(0);
    }),
  );
});
