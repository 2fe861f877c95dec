import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The slope of a square",
  inputs: { x: uniform(-3, 3) },
  edgeCases: [{ x: 1 }, { x: 0 }, { x: -2.5 }],
  forward: ({ x }) => x.pow(2),
  wrt: ["x"],
  asks: { name: "d_x_square", params: ["x"] },
  shown: {
    python: `def x_square(x):
    return x**2
`,
    javascript: `function xSquare(x) {
  return x ** 2;
}
`,
  },
  solution: {
    python: `def d_x_square(x):
    # ((x + h)**2 - x**2) / h = 2 * x + h, and h shrinks to nothing.
    return 2 * x
`,
    javascript: `function dXSquare(x) {
  // ((x + h)² - x²) / h = 2x + h, and h shrinks to nothing.
  return 2 * x;
}
`,
  },
  hints: [
    "Return the slope of the curve at x, not the height of the curve.",
    "Divide (x + h)² − x² by h. One term still contains h: it vanishes as h shrinks.",
    "The power rule brings the exponent down as a factor and lowers the exponent by one. Here the exponent is 2.",
  ],
  notes: [
    {
      answer: ({ x }) => x.mul(Math.LN2).exp(),
      kind: "wrong-rule",
      says: "This is `2**x`, which has `x` up in the exponent. What stands up there in the function, and what becomes of it?",
    },
  ],
});
