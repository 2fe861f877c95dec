import type { BenchCase } from "../case.ts";
import { copy, scalar } from "./inputs.ts";

const x = scalar(3);

export const scalarChain: BenchCase = {
  name: "scalar chain",
  family: "scalar chain",
  formula: "(x² − 10)²",
  variables: [x],
  constants: [],
  steps: 0,
  aim: 40,
  byHand: (allocate) => {
    const point = copy(x, allocate);
    const scalars = allocate(2);
    const run = () => {
      const at = point[0]!;
      const difference = at * at - 10;
      scalars[0] = difference * difference;
      scalars[1] = 4 * difference * at;
      return [];
    };
    return { scalars, run };
  },
};
