import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A bias that is broadcast",
  sizes: { rows: [2, 6], features: [1, 4], outputs: [1, 4] },
  inputs: {
    X: uniform(-3, 3, ["rows", "features"]),
    W: uniform(-3, 3, ["features", "outputs"]),
    B: uniform(-3, 3, [1, "outputs"]),
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
    },
    {
      X: [[2, -0.5, 1]],
      W: [
        [1, 0],
        [-2, 0.5],
        [3, -1],
      ],
      B: [[0.5, -0.25]],
    },
  ],
  forward: ({ X, W, B }, step) => step("Z", X.matmul(W).add(B)).sum(),
  wrt: ["B"],
  asks: { name: "d_bias", params: ["X", "W", "B"] },
  shown: {
    python: `import numpy as np

def linear_sum(X, W, B):
    Z = X @ W + B
    return np.sum(Z)
`,
    javascript: `function linearSum(X, W, B) {
  const Z = X.matmul(W).add(B);
  return Z.sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_bias(X, W, B):
    dZ = np.ones((X.shape[0], B.shape[1]))
    return np.sum(dZ, axis=0, keepdims=True)
`,
    javascript: `function dBias(X, W, B) {
  const Z = X.matmul(W).add(B);
  const dZ = Z.mul(0).add(1);
  return dZ.sum(0, true);
}
`,
  },
  hints: [
    "The gradient with respect to B has the shape of B: one row, and as many columns.",
    "Start at the sum: every entry of Z counts once in it, so dZ is all ones.",
    "Each entry of B was added in every row of Z. The gradients from those rows meet in it, so they add up.",
    "Sum dZ over axis 0 and keep that axis. Each entry then says how many rows there are.",
  ],
  notes: [
    {
      answer: ({ X, W, B }) => X.matmul(W).add(B).sum(0, true),
      says: "You add up the values of `Z`. What flows back to one of them from the sum, whatever its value?",
    },
  ],
});
