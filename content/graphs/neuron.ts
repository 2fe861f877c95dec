import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A neuron",
  inputs: {
    w: { value: 2, min: -10, max: 10, step: 0.1 },
    x: { value: -1, min: -10, max: 10, step: 0.1 },
    b: { value: 1.5, min: -10, max: 10, step: 0.1 },
  },
  forward: ({ w, x, b }) => w.mul(x).add(b).sigmoid(),
  wrt: ["w", "x", "b"],
  result: "a",
});
