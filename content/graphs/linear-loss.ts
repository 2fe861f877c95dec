import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A line and its squared error",
  inputs: {
    w: { value: 5, min: -10, max: 10, step: 0.1 },
    x: { value: 2.5, min: -10, max: 10, step: 0.1 },
    b: { value: 4, min: -10, max: 10, step: 0.1 },
    y: { value: 10, min: -20, max: 20, step: 0.5 },
  },
  forward: ({ w, x, b, y }) => w.mul(x).add(b).sub(y).pow(2),
  wrt: ["w", "b"],
  result: "L",
});
