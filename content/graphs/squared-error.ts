import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "The squared error of a square",
  inputs: {
    x: { value: 1, min: -4, max: 4, step: 0.1 },
    y_actual: { value: 10, min: -20, max: 20, step: 0.5 },
  },
  forward: ({ x, y_actual }) => x.pow(2).sub(y_actual).pow(2),
  wrt: ["x"],
  result: "L",
});
