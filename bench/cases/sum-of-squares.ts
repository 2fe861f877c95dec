import type { BenchCase } from "../case.ts";
import { copy, noise } from "./inputs.ts";

export function sumOfSquares(n: number, aim: number): BenchCase {
  const x = noise([n], 1, 3);
  return {
    name: `sum of squares, n = ${n.toLocaleString("en")}`,
    family: "sum of squares",
    formula: "Σ x²",
    variables: [x],
    constants: [],
    steps: 0,
    aim,
    byHand: (allocate) => {
      const entries = copy(x, allocate);
      const scalars = allocate(1);
      const run = () => {
        const gradient = allocate(n);
        let value = 0;
        for (let i = 0; i < n; i++) {
          const entry = entries[i]!;
          value += entry * entry;
          gradient[i] = 2 * entry;
        }
        scalars[0] = value;
        return [gradient];
      };
      return { scalars, run };
    },
  };
}
