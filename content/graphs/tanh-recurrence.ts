import { defineGraph } from "#graph/graph-definition.ts";

/** One input for each step. */
const xs = [1, -0.5, 0.25, 0.5];

export default defineGraph({
  title: "A tanh cell, unrolled",
  inputs: {
    h0: { value: -0.5, min: -1, max: 1, step: 0.05 },
    w: { value: 0.5, min: -3, max: 3, step: 0.1 },
    u: { value: 1, min: -3, max: 3, step: 0.1 },
  },
  steps: { name: "T", value: 2, min: 1, max: xs.length },
  forward: ({ h0, w, u }, steps) => xs.slice(0, steps).reduce((h, x) => w.mul(h).add(u.mul(x)).tanh(), h0),
  wrt: ["h0", "w", "u"],
  result: "h_T",
});
