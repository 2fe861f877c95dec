import { tensor } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A polynomial, term by term",
  inputs: { x: uniform(-3, 3) },
  edgeCases: [{ x: 0 }, { x: 1 }, { x: -1.5 }],
  forward: ({ x }) => tensor(3).mul(x.pow(3)).sub(tensor(2).mul(x)).add(5),
  wrt: ["x"],
  asks: { name: "d_polynomial", params: ["x"] },
  shown: {
    python: `def polynomial(x):
    return 3 * x**3 - 2 * x + 5
`,
    javascript: `function polynomial(x) {
  return 3 * x ** 3 - 2 * x + 5;
}
`,
  },
  solution: {
    python: `def d_polynomial(x):
    # 3 * x**3 gives 3 * 3 * x**2, -2 * x gives -2, and 5 gives nothing.
    return 9 * x**2 - 2
`,
    javascript: `function dPolynomial(x) {
  // 3x³ gives 3 · 3x², -2x gives -2, and 5 gives nothing.
  return 9 * x ** 2 - 2;
}
`,
  },
  hints: [
    "The derivative of a sum is the sum of the derivatives. Take the three terms one at a time.",
    "A constant factor stays in front. The slope of a constant is 0.",
    "The first term: 3 times the derivative of x³, which is 3x².",
    "The second term, -2x, has the same slope everywhere. Which one?",
  ],
});
