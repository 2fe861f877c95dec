import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A sum of squares",
  sizes: { n: [2, 6] },
  inputs: { x: uniform(-3, 3, ["n"]) },
  edgeCases: [{ x: [1, 5, 6] }, { x: [0, -2] }, { x: [0.5, -1.5, 3, -0.25] }],
  forward: ({ x }) => x.pow(2).sum(),
  wrt: ["x"],
  asks: { name: "d_f", params: ["x"] },
  shown: {
    python: `def f(x):
    return sum(x**2)
`,
    javascript: `function f(x) {
  return x.pow(2).sum();
}
`,
  },
  solution: {
    python: `def d_f(x):
    # The sum copies: 1 arrives at every square.
    # The square, entry by entry: twice what was squared.
    return 2 * x
`,
    javascript: `function dF(x) {
  // The sum copies: 1 arrives at every square.
  // The square, entry by entry: twice what was squared.
  return x.mul(2);
}
`,
  },
  hints: [
    "The gradient has one entry for each entry of x, so it has the shape of x.",
    "Look at one entry. Only the term x[i]**2 of the sum contains it. What is the slope of that term?",
    "The same rule holds for every entry, so you can apply it to the whole array in one expression.",
  ],
});
