import { tensor } from "#autodiff/index.ts";
import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "The sigmoid in four steps",
  inputs: { x: { value: 1, min: -6, max: 6, step: 0.1 } },
  forward: ({ x }) => tensor(1, { dtype: "float64" }).add(x.neg().exp()).reciprocal(),
  wrt: ["x"],
  result: "y",
});
