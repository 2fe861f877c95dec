import { defineExercise, uniform, type Nested } from "#exercise/index.ts";

type Matrix = readonly (readonly number[])[];

/** Whether no entry of X @ W + b lies at the kink of relu. */
function isClearOfKink(X: Matrix, W: Matrix, [b]: Matrix): boolean {
  return X.every((row) =>
    b!.every((bias, j) => Math.abs(row.reduce((sum, x, k) => sum + x * W[k]![j]!, bias)) > 0.01),
  );
}

export default defineExercise({
  title: "Two layers",
  sizes: { rows: [2, 5], inputs: [1, 3], hidden: [2, 4], outputs: [1, 3] },
  inputs: {
    X: uniform(-2, 2, ["rows", "inputs"]),
    W1: uniform(-2, 2, ["inputs", "hidden"]),
    b1: uniform(-2, 2, [1, "hidden"]),
    W2: uniform(-2, 2, ["hidden", "outputs"]),
    b2: uniform(-2, 2, [1, "outputs"]),
    dY: uniform(-2, 2, ["rows", "outputs"]),
  },
  edgeCases: [
    {
      X: [
        [1, -2],
        [0.5, 1],
        [-1, 0],
      ],
      W1: [
        [1, -1, 2],
        [0.5, 1, -1],
      ],
      b1: [[0.5, 0.25, -1]],
      W2: [
        [1, -2],
        [0.5, 1],
        [-1, 2],
      ],
      b2: [[0.5, -1]],
      dY: [
        [1, 0.5],
        [-1, 2],
        [0.5, -0.25],
      ],
    },
    { X: [[2], [-1]], W1: [[1, -1]], b1: [[0.5, 0.5]], W2: [[2], [-1]], b2: [[1]], dY: [[1.5], [-0.5]] },
    {
      X: [
        [1, 2],
        [-1, 0.5],
      ],
      W1: [
        [1, -0.5],
        [0.25, 2],
      ],
      b1: [[-0.5, 1]],
      W2: [
        [2, -1],
        [0.5, 1.5],
      ],
      b2: [[0.25, 0]],
      dY: [
        [1, -2],
        [0.75, 1],
      ],
    },
  ],
  accepts: ({ X, W1, b1 }) =>
    isClearOfKink(...([X, W1, b1] as readonly Nested[] as [Matrix, Matrix, Matrix])),
  forward: ({ X, W1, b1, W2, b2, dY }, step) => {
    const Z = step("Z", X.matmul(W1).add(b1));
    const A = step("A", Z.relu());
    const Y = step("Y", A.matmul(W2).add(b2));
    return Y.mul(dY).sum();
  },
  wrt: ["W1", "b1", "W2", "b2"],
  asks: { name: "two_layers_backward", params: ["X", "W1", "b1", "W2", "b2", "dY"] },
  shown: {
    python: `import numpy as np

def two_layers(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    return A @ W2 + b2

def stand_in_loss(X, W1, b1, W2, b2, dY):
    Y = two_layers(X, W1, b1, W2, b2)
    return (Y * dY).sum()
`,
    javascript: `function twoLayers(X, W1, b1, W2, b2) {
  const Z = X.matmul(W1).add(b1);
  const A = Z.maximum(0);
  return A.matmul(W2).add(b2);
}

function standInLoss(X, W1, b1, W2, b2, dY) {
  const Y = twoLayers(X, W1, b1, W2, b2);
  return Y.mul(dY).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def two_layers_backward(X, W1, b1, W2, b2, dY):
    # The way back needs what the way forward passed.
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)

    # The second layer: its input is A, and dY arrives at its result.
    dW2 = A.T @ dY                             # each weight multiplied A, in every row
    db2 = np.sum(dY, axis=0, keepdims=True)    # one row was added to every row
    dA = dY @ W2.T                             # each entry of A went into every output

    # The gate: slope 1 where Z is above 0, slope 0 where it is below.
    dZ = dA * (Z > 0)

    # The first layer: the same rules, with X as its input and dZ arriving.
    dW1 = X.T @ dZ
    db1 = np.sum(dZ, axis=0, keepdims=True)
    return dW1, db1, dW2, db2
`,
    javascript: `function twoLayersBackward(X, W1, b1, W2, b2, dY) {
  // The way back needs what the way forward passed.
  const Z = X.matmul(W1).add(b1);
  const A = Z.maximum(0);

  // The second layer: its input is A, and dY arrives at its result.
  const dW2 = A.T.matmul(dY); // each weight multiplied A, in every row
  const db2 = dY.sum(0, true); // one row was added to every row
  const dA = dY.matmul(W2.T); // each entry of A went into every output

  // The gate: slope 1 where Z is above 0, slope 0 where it is below.
  const dZ = dA.mul(Z.gt(0));

  // The first layer: the same rules, with X as its input and dZ arriving.
  const dW1 = X.T.matmul(dZ);
  const db1 = dZ.sum(0, true);
  return [dW1, db1, dW2, db2];
}
`,
  },
  hints: [
    "Compute Z and A as the function does. Then go back: the second layer, the relu, the first layer. Each takes what arrives and hands something on.",
    "The second layer is the layer that you know, with A as its input and dY arriving. Besides the gradients of W2 and b2 you need the one of A, for the way further back.",
    "The relu lets through what was above 0 and stops the rest. On the way back it does the same: an entry of dA passes where the entry of Z was above 0, and elsewhere becomes 0.",
    "What is left of dA behind the relu arrives at the first layer, whose input is X. Its two gradients follow by the same rules as those of the second. Return them first.",
  ],
});
