import type { BenchCase } from "../case.ts";
import { copy, noise } from "./inputs.ts";
import { matrix, multiply, transposed } from "./matrix-product.ts";

/** X (rows × inputs), W (inputs × outputs) and B (1 × outputs). The mean of squares gives every row a gradient of its own. */
export function batchLinear(rows: number, inputs: number, outputs: number, aim: number): BenchCase {
  const X = noise([rows, inputs], 1, 4);
  const W = noise([inputs, outputs], 1, 5);
  const B = noise([1, outputs], 1, 6);
  return {
    name: `batch linear, ${rows}×${inputs}×${outputs}`,
    family: "batch linear",
    formula: "mean((XW + B)²)",
    variables: [X, W, B],
    constants: [],
    steps: 0,
    aim,
    byHand: (allocate) => {
      const x = matrix(copy(X, allocate), inputs);
      const w = matrix(copy(W, allocate), outputs);
      const b = copy(B, allocate);
      const count = rows * outputs;
      const scalars = allocate(1);
      const run = () => {
        const z = allocate(count);
        const dB = allocate(outputs);
        multiply(x, w, z, rows, inputs, outputs);
        let squares = 0;
        for (let i = 0; i < count;) {
          for (let j = 0; j < outputs; j++, i++) {
            const entry = z[i]! + b[j]!;
            squares += entry * entry;
            const upstream = (2 / count) * entry;
            z[i] = upstream;
            dB[j]! += upstream;
          }
        }
        const dZ = matrix(z, outputs);
        const dX = allocate(rows * inputs);
        multiply(dZ, transposed(w), dX, rows, outputs, inputs);
        const dW = allocate(inputs * outputs);
        multiply(transposed(x), dZ, dW, inputs, rows, outputs);
        scalars[0] = squares / count;
        return [dX, dW, dB];
      };
      return { scalars, run };
    },
  };
}
