import { defineExercise } from "#exercise/index.ts";
import bias from "./bias.ts";

/** The layer of `bias.ts`, on the same shapes. */
export default defineExercise({
  ...bias,
  title: "The inputs of a batch",
  wrt: ["X"],
  asks: { name: "d_inputs", params: ["X", "W", "B"] },
  solution: {
    python: `import numpy as np

def d_inputs(X, W, B):
    dZ = np.ones((X.shape[0], W.shape[1]))
    return dZ @ W.T
`,
    javascript: `function dInputs(X, W, B) {
  const Z = X.matmul(W).add(B);
  const dZ = Z.mul(0).add(1);
  return dZ.matmul(W.T);
}
`,
  },
  hints: [
    "The gradient has the shape of X: one row for each example, one column for each feature.",
    "Pick one input, X[i, k]. It is used in row i only, once for each output, and there it is multiplied by one weight. Which one?",
    "From output j comes dZ[i, j] times W[k, j], and dZ is all ones here. Added up over the outputs, that is the sum of row k of W. It is the same for every example.",
    "As a product of matrices: dZ has the outputs along its last axis, and so has W. Turn W, so that the outputs meet and are summed over.",
  ],
  notes: [
    {
      answer: ({ W }) => W!.T,
      says: "It is `W` turned round, and what arrives at `Z` is not in it. One row of `X` makes one row of that: what comes back along this row?",
    },
  ],
});
