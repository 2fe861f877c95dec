import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A dot product",
  sizes: { n: [2, 6] },
  inputs: { w: uniform(-3, 3, ["n"]), x: uniform(-3, 3, ["n"]) },
  edgeCases: [
    { w: [2, -1, 0.5], x: [1, 5, 6] },
    { w: [0, 3], x: [-2, 0] },
    { w: [0.5, -1.5, 3, -0.25], x: [-1, 2.5, 0.75, 2] },
  ],
  forward: ({ w, x }, step) => step("p", w.mul(x)).sum(),
  wrt: ["w", "x"],
  asks: { name: "d_dot", params: ["w", "x"] },
  shown: {
    python: `import numpy as np

def dot(w, x):
    p = w * x
    return np.sum(p)
`,
    javascript: `function dot(w, x) {
  const p = w.mul(x);
  return p.sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_dot(w, x):
    # The sum copies: 1 arrives at every product.
    dp = np.ones(w.shape)
    # Multiply swaps, entry by entry.
    return dp * x, dp * w
`,
    javascript: `function dDot(w, x) {
  // The sum copies: 1 arrives at every product.
  const dp = w.mul(0).add(1);
  // Multiply swaps, entry by entry.
  return [dp.mul(x), dp.mul(w)];
}
`,
  },
  hints: [
    "Both gradients are arrays: dw has the shape of w, and dx that of x.",
    "Every product counts once in the sum, so the gradient that arrives at each product is 1.",
    "From w[k] * x[k] the gradient goes on to both factors. What is the derivative of a product with respect to one factor?",
    "Each factor gets the other one, in every entry. Mind the order: dw first, then dx.",
  ],
});
