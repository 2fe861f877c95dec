import type { BenchCase } from "../case.ts";
import { copy, noise } from "./inputs.ts";
import { matrix, multiply, transposed } from "./matrix-product.ts";

const rows = 64;
const inputs = 64;
const hidden = 64;
const outputs = 10;

const X = noise([rows, inputs], 1, 7);
const target = noise([rows, outputs], 1, 8);
const W1 = noise([inputs, hidden], 0.2, 9);
const b1 = noise([hidden], 0.1, 10);
const W2 = noise([hidden, outputs], 0.2, 11);
const b2 = noise([outputs], 0.1, 12);

export const perceptron: BenchCase = {
  name: "MLP 64→64→10, batch 64",
  family: "perceptron",
  formula: "mean((relu(XW₁ + b₁)W₂ + b₂ − Y)²), not with respect to X and Y",
  variables: [W1, b1, W2, b2],
  constants: [X, target],
  steps: 0,
  aim: 1.1,
  byHand: (allocate) => {
    const x = matrix(copy(X, allocate), inputs);
    const y = copy(target, allocate);
    const w1 = matrix(copy(W1, allocate), hidden);
    const bias1 = copy(b1, allocate);
    const w2 = matrix(copy(W2, allocate), outputs);
    const bias2 = copy(b2, allocate);
    const scalars = allocate(1);
    const run = () => {
      const h = allocate(rows * hidden);
      multiply(x, w1, h, rows, inputs, hidden);
      for (let i = 0; i < h.length;) {
        for (let j = 0; j < hidden; j++, i++) {
          const sum = h[i]! + bias1[j]!;
          h[i] = sum > 0 ? sum : 0;
        }
      }
      const z = allocate(rows * outputs);
      multiply(matrix(h, hidden), w2, z, rows, hidden, outputs);

      let squares = 0;
      const db2 = allocate(outputs);
      for (let i = 0; i < z.length;) {
        for (let j = 0; j < outputs; j++, i++) {
          const residual = z[i]! + bias2[j]! - y[i]!;
          squares += residual * residual;
          const upstream = (2 / z.length) * residual;
          z[i] = upstream;
          db2[j]! += upstream;
        }
      }
      const dz = matrix(z, outputs);
      const dW2 = allocate(hidden * outputs);
      multiply(transposed(matrix(h, hidden)), dz, dW2, hidden, rows, outputs);
      const dh = allocate(rows * hidden);
      multiply(dz, transposed(w2), dh, rows, outputs, hidden);
      const db1 = allocate(hidden);
      for (let i = 0; i < h.length;) {
        for (let j = 0; j < hidden; j++, i++) {
          if (h[i]! > 0) db1[j]! += dh[i]!;
          else dh[i] = 0;
        }
      }
      const dW1 = allocate(inputs * hidden);
      multiply(transposed(x), matrix(dh, hidden), dW1, inputs, rows, hidden);
      scalars[0] = squares / z.length;
      return [dW1, db1, dW2, db2];
    };
    return { scalars, run };
  },
};
