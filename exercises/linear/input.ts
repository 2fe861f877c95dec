import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The slope in the input",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3) },
  edgeCases: [
    { w: 5, x: 2.5, b: 4 },
    { w: 0, x: 2, b: 1 },
    { w: -1.5, x: 0, b: -0.5 },
  ],
  forward: ({ w, x, b }) => w.mul(x).add(b),
  wrt: ["x"],
  asks: { name: "d_x_linear_fn", params: ["w", "x", "b"] },
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
    python: `def d_x_linear_fn(w, x, b):
    # b is held still: it adds nothing. w is held still too, a constant factor of x.
    # So z is a straight line in x, and its slope is that factor.
    return w
`,
    javascript: `function dXLinearFn(w, x, b) {
  // b is held still: it adds nothing. w is held still too, a constant factor of x.
  // So z is a straight line in x, and its slope is that factor.
  return w;
}
`,
  },
  hints: [
    "Hold w and b still, and let only x move.",
    "A product treats its two factors alike. You have already found the slope in the other one.",
  ],
});
