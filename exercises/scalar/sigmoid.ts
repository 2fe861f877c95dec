import { tensor } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The sigmoid, by the chain rule",
  inputs: { x: uniform(-3, 3) },
  edgeCases: [{ x: 0 }, { x: 1 }, { x: -2.5 }],
  forward: ({ x }) => tensor(1).add(x.neg().exp()).reciprocal(),
  wrt: ["x"],
  asks: { name: "d_sigmoid", params: ["x"] },
  shown: {
    python: `from math import exp

def sigmoid(x):
    return 1 / (1 + exp(-x))
`,
    javascript: `function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}
`,
  },
  solution: {
    python: `from math import exp

def d_sigmoid(x):
    # Forward: a = -x, t = exp(a), s = 1 + t, y = 1 / s.
    y = 1 / (1 + exp(-x))
    # Back: ds = -1 / s**2, dt = ds * 1, da = dt * t, dx = da * -1.
    # Together t / s**2, which is 1/s times t/s. The one is y, the other 1 - y.
    return y * (1 - y)
`,
    javascript: `function dSigmoid(x) {
  // Forward: a = -x, t = exp(a), s = 1 + t, y = 1 / s.
  const y = 1 / (1 + Math.exp(-x));
  // Back: ds = -1 / s², dt = ds · 1, da = dt · t, dx = da · (-1).
  // Together t / s², which is 1/s times t/s. The one is y, the other 1 - y.
  return y * (1 - y);
}
`,
  },
  hints: [
    "There are four steps: a = -x, t = exp(a), s = 1 + t, y = 1 / s. Write down each local derivative.",
    "The four local derivatives are dy/ds = -1/s², ds/dt = 1, dt/da = t and da/dx = -1. Multiply them.",
    "Two minus signs cancel and leave t/s². You can return that.",
    "There is a shorter form, in y alone: 1/s is y, and t/s is 1 - y.",
  ],
  notes: [
    {
      answer: ({ x }) => x.sigmoid().rsub(1),
      says: "With `y` for the function’s value, it is `1 - y`: nearly 1 far to the left. How steep is the curve there?",
    },
  ],
});
