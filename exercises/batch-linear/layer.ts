import { defineExercise, uniform } from "#exercise/index.ts";

/** Σ Z·dZ has the gradient dZ at Z, whatever numbers dZ holds: it stands for all that may come after the layer. */
export default defineExercise({
  title: "A layer, for any upstream gradient",
  sizes: { rows: [2, 6], features: [1, 4], outputs: [1, 4] },
  inputs: {
    X: uniform(-3, 3, ["rows", "features"]),
    W: uniform(-3, 3, ["features", "outputs"]),
    B: uniform(-3, 3, [1, "outputs"]),
    dZ: uniform(-3, 3, ["rows", "outputs"]),
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
      dZ: [
        [1, -0.5, 2],
        [0, 1.5, -1],
        [0.5, 0.25, -2],
        [-1, 2, 0],
        [3, -1.5, 0.75],
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
      dZ: [[-2, 0.5]],
    },
    {
      X: [
        [1, -2],
        [0.5, 3],
      ],
      W: [
        [2, -1],
        [0.25, 1.5],
      ],
      B: [[-0.5, 1]],
      dZ: [
        [1.5, -2],
        [0.75, 3],
      ],
    },
  ],
  forward: ({ X, W, B, dZ }, step) => step("Z", X.matmul(W).add(B)).mul(dZ).sum(),
  wrt: ["X", "W", "B"],
  asks: { name: "linear_backward", params: ["X", "W", "B", "dZ"] },
  shown: {
    python: `import numpy as np

def linear(X, W, B):
    return X @ W + B

def stand_in_loss(X, W, B, dZ):
    Z = linear(X, W, B)
    return np.sum(Z * dZ)
`,
    javascript: `function linear(X, W, B) {
  return X.matmul(W).add(B);
}

function standInLoss(X, W, B, dZ) {
  const Z = linear(X, W, B);
  return Z.mul(dZ).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def linear_backward(X, W, B, dZ):
    dX = dZ @ W.T
    dW = X.T @ dZ
    dB = np.sum(dZ, axis=0, keepdims=True)
    return dX, dW, dB
`,
    javascript: `function linearBackward(X, W, B, dZ) {
  const dX = dZ.matmul(W.T);
  const dW = X.T.matmul(dZ);
  const dB = dZ.sum(0, true);
  return [dX, dW, dB];
}
`,
  },
  hints: [
    "dZ comes ready-made. You need three lines, one for each gradient, and each line uses dZ once.",
    "Write down the shapes: dX like X, dW like W, dB like B. For each, which axis of dZ has to be summed away?",
    "dX sums over the outputs, so dZ meets W along its last axis. dW sums over the rows, so dZ meets X along its first axis. dB sums over the rows too, with nothing to meet.",
    "Turn the other factor in each product: W.T stands to the right of dZ, and X.T to its left. For dB sum over axis 0 and keep that axis.",
  ],
  notes: [
    {
      of: "X",
      answer: ({ W }) => W.T,
      says: "`dZ` is not in it at all: this is what the step does alone. What does the gradient that arrives do with that?",
    },
    {
      of: "W",
      answer: ({ X }) => X.T,
      says: "`dZ` is not in it at all: this is what the step does alone. What does the gradient that arrives do with that?",
    },
  ],
});
