import { awayFromZero, defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The length of a vector",
  sizes: { n: [2, 6] },
  inputs: { x: awayFromZero(uniform(-3, 3, ["n"])) },
  edgeCases: [{ x: [1, 5, 6] }, { x: [3, -4] }, { x: [0, 0.5, 0] }, { x: [-2] }],
  forward: ({ x }, step) => step("s", x.pow(2).sum()).sqrt(),
  wrt: ["x"],
  asks: { name: "d_norm", params: ["x"] },
  shown: {
    python: `import numpy as np

def norm(x):
    s = np.sum(x**2)
    return np.sqrt(s)
`,
    javascript: `function norm(x) {
  const s = x.pow(2).sum();
  return s.sqrt();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_norm(x):
    r = np.sqrt(np.sum(x**2))
    # The root: the power 1/2, whose slope is 1/2 * s**(-1/2). One number.
    ds = 1 / (2 * r)
    # The sum copies ds to every square, and each square brings 2x.
    return ds * 2 * x
`,
    javascript: `function dNorm(x) {
  const r = Math.sqrt(x.pow(2).sum().item());
  // The root: the power 1/2, whose slope is 1/2 · s^(-1/2). One number.
  const ds = 1 / (2 * r);
  // The sum copies ds to every square, and each square brings 2x.
  return x.mul(2).mul(ds);
}
`,
  },
  hints: [
    "There are two stages: s is the sum of squares, then r is its square root. s is one number, and so is its gradient.",
    "A square root is the power ½. Written with its own result, its slope is 1 / (2r).",
    "That number is the upstream gradient for every entry of the sum of squares, whose own gradient you have found before.",
    "Multiply: 1 / (2r), times 2x. The two twos cancel.",
  ],
  notes: [
    {
      answer: ({ x }) => x.div(x.abs().sum()),
      kind: "other-function",
      says: "You divide by the sum of the sizes of the entries. What does this function do to the entries before it adds them up?",
    },
  ],
});
