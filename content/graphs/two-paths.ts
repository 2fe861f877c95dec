import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "One value, used twice",
  inputs: { x: { value: 3, min: -5, max: 5, step: 0.1 } },
  forward: ({ x }) => x.mul(x),
  wrt: ["x"],
  result: "y",
});
