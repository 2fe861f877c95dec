import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The slope in the bias",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3) },
  edgeCases: [
    { w: 5, x: 2.5, b: 4 },
    { w: -2, x: 0.5, b: 0 },
    { w: 0, x: -1.5, b: -1 },
  ],
  forward: ({ w, x, b }) => w.mul(x).add(b),
  wrt: ["b"],
  asks: { name: "d_b_linear_fn", params: ["w", "x", "b"] },
  shown: {
    python: `def linear_fn(w, x, b):
    return w * x + b
`,
    javascript: `function linearFn(w, x, b) {
  return w * x + b;
}
`,
  },
  solution: {
    python: `def d_b_linear_fn(w, x, b):
    # w * x is held still, a constant. What is left is b itself.
    # Raise b by 1, and the result rises by 1, wherever it is.
    return 1
`,
    javascript: `function dBLinearFn(w, x, b) {
  // w * x is held still, a constant. What is left is b itself.
  // Raise b by 1, and the result rises by 1, wherever it is.
  return 1;
}
`,
  },
  hints: [
    "Hold w and x still, and let only b move. The answer does not have to use every parameter.",
    "Raise b by 1. By how much does w * x + b rise?",
  ],
});
