import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A mean in which some count more",
  sizes: { n: [2, 6] },
  inputs: {
    w: uniform(0.2, 3, ["n"]),
    y_actual: uniform(-3, 3, ["n"]),
    y_pred: uniform(-3, 3, ["n"]),
  },
  edgeCases: [
    { w: [1, 2, 0.5], y_actual: [2, 4, 9], y_pred: [1, 5, 6] },
    { w: [2.5], y_actual: [0.5], y_pred: [-1.5] },
    { w: [3, 1], y_actual: [1, -2], y_pred: [1, 0.5] },
    { w: [0.5, 2, 1.5, 0.25, 3], y_actual: [-1, 0, 2.5, 0.75, -2], y_pred: [0, 1.5, 2, -1.25, -3] },
  ],
  forward: ({ w, y_actual, y_pred }, step) => {
    const u = step("u", y_pred.sub(y_actual));
    return w.mul(u.pow(2)).sum().div(step("total", w.sum()));
  },
  wrt: ["y_pred"],
  asks: { name: "d_weighted_error", params: ["w", "y_actual", "y_pred"] },
  shown: {
    python: `import numpy as np

def weighted_error(w, y_actual, y_pred):
    u = y_pred - y_actual
    total = np.sum(w)
    return np.sum(w * u**2) / total
`,
    javascript: `function weightedError(w, yActual, yPred) {
  const u = yPred.sub(yActual);
  const total = w.sum();
  return w.mul(u.pow(2)).sum().div(total);
}
`,
  },
  solution: {
    python: `import numpy as np

def d_weighted_error(w, y_actual, y_pred):
    u = y_pred - y_actual
    # The division: total has no y_pred in it, so it is a constant factor.
    ds = 1 / np.sum(w)
    # The sum copies: every term gets ds.
    # The product with w, entry by entry: each square gets its own weight.
    dq = ds * w
    # The square: twice what was squared.
    du = dq * 2 * u
    # The difference: y_pred stands before the minus, so it gets 1 times du.
    return du
`,
    javascript: `function dWeightedError(w, yActual, yPred) {
  const u = yPred.sub(yActual);
  // The division: total has no yPred in it, so it is a constant factor.
  const ds = 1 / w.sum().item();
  // The sum copies: every term gets ds.
  // The product with w, entry by entry: each square gets its own weight.
  const dq = w.mul(ds);
  // The square: twice what was squared.
  const du = dq.mul(2).mul(u);
  // The difference: yPred stands before the minus, so it gets 1 times du.
  return du;
}
`,
  },
  hints: [
    "Compare it with the mean squared error. Which two places are different, and does y_pred occur in either of them?",
    "The sum of the weights is one number, and y_pred is not in it. What does a constant divisor do to a gradient?",
    "Go back step by step: the division sends 1/total to the sum, the sum sends it to every term, and in a term the square is multiplied by its own weight.",
    "Then the square brings 2u, and the difference brings 1. Everything is entry by entry, except total, which is one number for all.",
  ],
  notes: [
    {
      answer: ({ w, y_actual, y_pred }) => w.mul(y_pred.sub(y_actual)).mul(2).div(w.shape[0]!),
      kind: "wrong-value",
      says: "You divide by how many entries there are. What does this function divide by?",
    },
  ],
});
