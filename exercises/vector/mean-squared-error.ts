import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Mean squared error",
  sizes: { n: [2, 6] },
  inputs: { y_actual: uniform(-3, 3, ["n"]), y_pred: uniform(-3, 3, ["n"]) },
  edgeCases: [
    { y_actual: [2, 4, 9], y_pred: [1, 5, 6] },
    { y_actual: [0.5], y_pred: [-1.5] },
    { y_actual: [1, -2], y_pred: [1, 0.5] },
    { y_actual: [-1, 0, 2.5, 0.75, -2], y_pred: [0, 1.5, 2, -1.25, -3] },
  ],
  forward: ({ y_actual, y_pred }, step) => step("u", y_pred.sub(y_actual)).pow(2).mean(),
  wrt: ["y_pred"],
  asks: { name: "d_mse", params: ["y_actual", "y_pred"] },
  shown: {
    python: `import numpy as np

def mse(y_actual, y_pred):
    u = y_pred - y_actual
    return np.mean(u**2)
`,
    javascript: `function mse(yActual, yPred) {
  const u = yPred.sub(yActual);
  return u.pow(2).mean();
}
`,
  },
  solution: {
    python: `def d_mse(y_actual, y_pred):
    n = len(y_pred)
    # The mean sends 1/n to every square. The square: twice what was squared.
    # The difference: y_pred stands before the minus, so 1.
    return 2 * (y_pred - y_actual) / n
`,
    javascript: `function dMse(yActual, yPred) {
  const n = yPred.length;
  // The mean sends 1/n to every square. The square: twice what was squared.
  // The difference: yPred stands before the minus, so 1.
  return yPred.sub(yActual).mul(2).div(n);
}
`,
  },
  hints: [
    "A mean is a sum, divided by how many there are. What does that do to the gradient of each entry?",
    "Go back one step at a time: the mean, the square, the difference. The last one is taken with respect to y_pred.",
    "The mean hands 1/n to every entry, and the square multiplies by 2u. In Python n is len(y_pred), in JavaScript yPred.length.",
  ],
});
