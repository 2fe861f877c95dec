import { defineGraph } from "#graph/graph-definition.ts";

/** Inputs and targets of the examples. */
const examples = [
  [2.5, 10],
  [1, 12],
  [-2, -7],
] as const;

export default defineGraph({
  title: "One weight and one bias for every example",
  inputs: {
    w: { value: 5, min: -10, max: 10, step: 0.1 },
    b: { value: 4, min: -10, max: 10, step: 0.1 },
  },
  steps: { name: "Examples", value: 2, min: 1, max: examples.length },
  forward: ({ w, b }, count) =>
    examples
      .slice(0, count)
      .map(([x, y]) => w.mul(x).add(b).sub(y).pow(2))
      .reduce((sum, loss) => sum.add(loss)),
  wrt: ["w", "b"],
  result: "L",
});
