import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A recurrence, unrolled",
  inputs: {
    h0: { value: 0.5, min: -2, max: 2, step: 0.1 },
    w_h: { value: 2, min: -3, max: 3, step: 0.1 },
  },
  steps: { name: "T", value: 2, min: 0, max: 8 },
  forward: ({ h0, w_h }, steps) => {
    let h = h0;
    for (let t = 1; t <= steps; t++) h = w_h.mul(h);
    return h;
  },
  wrt: ["h0", "w_h"],
  result: "h_T",
});
