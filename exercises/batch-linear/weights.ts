import { defineExercise } from "#exercise/index.ts";
import bias from "./bias.ts";

/** The layer of `bias.ts`, on the same shapes. */
export default defineExercise({
  ...bias,
  title: "The weights of a batch",
  wrt: ["W"],
  asks: { name: "d_weights", params: ["X", "W", "B"] },
  solution: {
    python: `import numpy as np

def d_weights(X, W, B):
    dZ = np.ones((X.shape[0], W.shape[1]))
    return X.T @ dZ
`,
    javascript: `function dWeights(X, W, B) {
  const Z = X.matmul(W).add(B);
  const dZ = Z.mul(0).add(1);
  return X.T.matmul(dZ);
}
`,
  },
  hints: [
    "The gradient has the shape of W: one row for each feature, one column for each output.",
    "Pick one weight, W[k, j]. It is used once in every row, and there it is multiplied by one entry of X. Which one?",
    "From row i comes X[i, k] times dZ[i, j], and dZ is all ones here. So row k of the gradient holds the sum of column k of X, once for each output.",
    "As a product of matrices: X has the rows along its first axis, and so has dZ. Turn X, so that the rows meet and are summed over. In Python that is X.T, in JavaScript too.",
  ],
  notes: [
    {
      answer: ({ X }) => X!.T,
      says: "It is `X` turned round, and what arrives at `Z` is not in it. Each weight acts in every row: what comes back from these rows?",
    },
  ],
});
