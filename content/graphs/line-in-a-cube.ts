import { tensor } from "#autodiff/index.ts";
import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A line inside a cube",
  inputs: { x: { value: 2, min: -4, max: 4, step: 0.1 } },
  forward: ({ x }) => {
    const number = (value: number) => tensor(value, { dtype: "float64" });
    return number(1).sub(number(2).mul(x)).pow(3);
  },
  wrt: ["x"],
  result: "y",
});
