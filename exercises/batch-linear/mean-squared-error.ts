import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Mean squared error of a layer",
  sizes: { rows: [2, 6], features: [1, 4], outputs: [1, 4] },
  inputs: {
    X: uniform(-3, 3, ["rows", "features"]),
    W: uniform(-3, 3, ["features", "outputs"]),
    B: uniform(-3, 3, [1, "outputs"]),
    Y: uniform(-3, 3, ["rows", "outputs"]),
  },
  edgeCases: [
    {
      X: [
        [0.5, -1],
        [2, 0.25],
        [-1.5, 3],
        [0, 1],
        [1, -2],
      ],
      W: [
        [0.5, -1, 2],
        [1.5, 0, -0.5],
      ],
      B: [[1, 0.25, -1.5]],
      Y: [
        [0, 1, -1],
        [2, -3, 3],
        [4, 0.5, -4],
        [1, 0, -2],
        [-1, 0.25, 2],
      ],
    },
    {
      X: [[2, -0.5, 1]],
      W: [
        [1, 0],
        [-2, 0.5],
        [3, -1],
      ],
      B: [[0.5, -0.25]],
      Y: [[6, -2]],
    },
    { X: [[2], [-1], [0.5]], W: [[1.5]], B: [[-0.5]], Y: [[3], [0], [-1]] },
  ],
  forward: ({ X, W, B, Y }, step) => {
    const Z = step("Z", X.matmul(W).add(B));
    const U = step("U", Z.sub(Y));
    return U.pow(2).mean();
  },
  wrt: ["W", "B"],
  asks: { name: "d_batch_loss", params: ["X", "W", "B", "Y"] },
  shown: {
    python: `import numpy as np

def batch_loss(X, W, B, Y):
    Z = X @ W + B
    U = Z - Y
    return np.mean(U**2)
`,
    javascript: `function batchLoss(X, W, B, Y) {
  const Z = X.matmul(W).add(B);
  const U = Z.sub(Y);
  return U.pow(2).mean();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_batch_loss(X, W, B, Y):
    U = X @ W + B - Y
    dZ = 2 * U / U.size
    return X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)
`,
    javascript: `function dBatchLoss(X, W, B, Y) {
  const U = X.matmul(W).add(B).sub(Y);
  const dZ = U.mul(2).div(U.numel);
  return [X.T.matmul(dZ), dZ.sum(0, true)];
}
`,
  },
  hints: [
    "Only the upstream gradient is new. Find dZ first, then use the rules of the layer.",
    "dZ has the shape of Z. Each of its entries is 2 times one error, divided by what the mean divides by.",
    "The mean runs over all entries of U: rows times outputs. In Python that count is U.size, in JavaScript U.numel.",
    "With dZ in hand, dW is X.T times dZ, and dB is the sum of dZ over the rows, with that axis kept.",
  ],
});
