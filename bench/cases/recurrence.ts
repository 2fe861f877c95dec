import type { BenchCase } from "../case.ts";
import { copy, scalar } from "./inputs.ts";

/** The weight keeps its powers finite up to T = 100,000. */
const w = scalar(1 + 2 ** -16);
const h0 = scalar(0.5);

export function recurrence(steps: number, aim: number): BenchCase {
  return {
    name: `recurrence, T = ${steps.toLocaleString("en")}`,
    family: "recurrence",
    formula: "h ← w·h, T times",
    variables: [w, h0],
    constants: [],
    steps,
    aim,
    byHand: (allocate) => {
      const weight = copy(w, allocate);
      const start = copy(h0, allocate);
      const scalars = allocate(3);
      const run = () => {
        const factor = weight[0]!;
        const states = allocate(steps + 1);
        states[0] = start[0]!;
        for (let t = 0; t < steps; t++) states[t + 1] = factor * states[t]!;
        let dh = 1;
        let dw = 0;
        for (let t = steps - 1; t >= 0; t--) {
          dw += dh * states[t]!;
          dh *= factor;
        }
        scalars[0] = states[steps]!;
        scalars[1] = dw;
        scalars[2] = dh;
        return [];
      };
      return { scalars, run };
    },
  };
}
