import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The slope in the weight",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3) },
  edgeCases: [
    { w: 5, x: 2.5, b: 4 },
    { w: 2, x: 0, b: -1 },
    { w: 0, x: -1.5, b: 0.5 },
  ],
  forward: ({ w, x, b }) => w.mul(x).add(b),
  wrt: ["w"],
  asks: { name: "d_w_linear_fn", params: ["w", "x", "b"] },
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
    python: `def d_w_linear_fn(w, x, b):
    # b is held still: it adds nothing. x is held still too, a constant factor of w.
    # So z is a straight line in w, and its slope is that factor.
    return x
`,
    javascript: `function dWLinearFn(w, x, b) {
  // b is held still: it adds nothing. x is held still too, a constant factor of w.
  // So z is a straight line in w, and its slope is that factor.
  return x;
}
`,
  },
  hints: [
    "Hold x and b still, and let only w move. The function of w is then a straight line.",
    "Raise w by 1. By how much does w * x + b rise?",
  ],
});
