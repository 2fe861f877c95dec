import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Squared error of a line",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3), y: uniform(-3, 3) },
  edgeCases: [
    { w: 5, x: 2.5, b: 4, y: 10 },
    { w: 1, x: 0, b: 2, y: -1 },
    { w: -0.5, x: -2, b: 0, y: 3 },
  ],
  forward: ({ w, x, b, y }, step) => {
    const z = step("z", w.mul(x).add(b));
    return z.sub(y).pow(2);
  },
  wrt: ["w", "b"],
  asks: { name: "d_linear_loss", params: ["w", "x", "b", "y"] },
  shown: {
    python: `def linear_loss(w, x, b, y):
    z = w * x + b
    return (z - y) ** 2
`,
    javascript: `function linearLoss(w, x, b, y) {
  const z = w * x + b;
  return (z - y) ** 2;
}
`,
  },
  solution: {
    python: `def d_linear_loss(w, x, b, y):
    # The square: twice what was squared. The difference: z stands before the minus, so 1.
    dz = 2 * (w * x + b - y)
    # The line: w gets dz times its factor x, and the addition hands dz on to b.
    return dz * x, dz
`,
    javascript: `function dLinearLoss(w, x, b, y) {
  // The square: twice what was squared. The difference: z stands before the minus, so 1.
  const dz = 2 * (w * x + b - y);
  // The line: w gets dz times its factor x, and the addition hands dz on to b.
  return [dz * x, dz];
}
`,
  },
  hints: [
    "Both gradients share the way from the loss back to z. Compute that part once.",
    "Call it dz. It is the local derivative of the square, 2(z - y), times 1 for the subtraction.",
    "From z the gradient goes on to w and to b. Multiply dz by the local derivative of z in each: you found both above.",
  ],
  notes: [
    {
      kind: "sign",
      says: "The square doesn’t mind which way round the difference is taken, but the way further back does. Which sign has `w*x` in your difference?",
    },
  ],
});
