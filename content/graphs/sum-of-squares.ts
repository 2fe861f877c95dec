import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A sum of squares",
  inputs: { x: { value: [1, 5, 6] } },
  forward: ({ x }) => x.pow(2).sum(),
  wrt: ["x"],
  result: "y",
});
