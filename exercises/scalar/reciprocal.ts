import { awayFromZero, defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "One over x",
  inputs: { x: awayFromZero(uniform(-3, 3)) },
  edgeCases: [{ x: 1 }, { x: -2 }, { x: 0.5 }],
  forward: ({ x }) => x.reciprocal(),
  wrt: ["x"],
  asks: { name: "d_reciprocal", params: ["x"] },
  shown: {
    python: `def reciprocal(x):
    return 1 / x
`,
    javascript: `function reciprocal(x) {
  return 1 / x;
}
`,
  },
  solution: {
    python: `def d_reciprocal(x):
    # 1 / x is x**-1: the -1 comes down, and the exponent falls to -2.
    return -1 / x**2
`,
    javascript: `function dReciprocal(x) {
  // 1 / x is x ** -1: the -1 comes down, and the exponent falls to -2.
  return -1 / x ** 2;
}
`,
  },
  hints: [
    "As a positive x grows, 1/x shrinks. What does that say about the sign of the slope?",
    "Write 1/x as a power of x. The power rule holds for negative exponents too.",
    "With the exponent -1, the rule gives the factor -1 and the new exponent -1 - 1.",
  ],
});
