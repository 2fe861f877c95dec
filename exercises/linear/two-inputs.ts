import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A neuron with two inputs",
  inputs: {
    w1: uniform(-3, 3),
    x1: uniform(-3, 3),
    w2: uniform(-3, 3),
    x2: uniform(-3, 3),
    b: uniform(-3, 3),
  },
  edgeCases: [
    { w1: 2, x1: -1, w2: -3, x2: -0.5, b: 1 },
    { w1: 0.5, x1: 2, w2: 1.5, x2: -1, b: 0 },
    { w1: 0, x1: 1.5, w2: 1, x2: 0, b: -0.5 },
  ],
  // Far from 0 tanh is flat, and all gradients are next to nothing.
  accepts: ({ w1, x1, w2, x2, b }) =>
    Math.abs(Number(w1) * Number(x1) + Number(w2) * Number(x2) + Number(b)) <= 3,
  forward: ({ w1, x1, w2, x2, b }, step) => step("z", w1.mul(x1).add(w2.mul(x2)).add(b)).tanh(),
  wrt: ["w1", "x1", "w2", "x2", "b"],
  asks: { name: "d_two_inputs", params: ["w1", "x1", "w2", "x2", "b"] },
  shown: {
    python: `from math import tanh

def two_inputs(w1, x1, w2, x2, b):
    z = w1 * x1 + w2 * x2 + b
    return tanh(z)
`,
    javascript: `function twoInputs(w1, x1, w2, x2, b) {
  const z = w1 * x1 + w2 * x2 + b;
  return Math.tanh(z);
}
`,
  },
  solution: {
    python: `from math import tanh

def d_two_inputs(w1, x1, w2, x2, b):
    # Forward as far as the output: the slope of tanh is made of it.
    a = tanh(w1 * x1 + w2 * x2 + b)
    # Tanh: its slope is 1 - a**2, times the 1 that the sweep starts with.
    dz = 1 - a**2
    # Add hands dz on to both products and to b.
    db = dz
    # Multiply swaps: each factor gets dz times the other one.
    dw1, dx1 = dz * x1, dz * w1
    dw2, dx2 = dz * x2, dz * w2
    return dw1, dx1, dw2, dx2, db
`,
    javascript: `function dTwoInputs(w1, x1, w2, x2, b) {
  // Forward as far as the output: the slope of tanh is made of it.
  const a = Math.tanh(w1 * x1 + w2 * x2 + b);
  // Tanh: its slope is 1 - a², times the 1 that the sweep starts with.
  const dz = 1 - a ** 2;
  // Add hands dz on to both products and to b.
  const db = dz;
  // Multiply swaps: each factor gets dz times the other one.
  const [dw1, dx1] = [dz * x1, dz * w1];
  const [dw2, dx2] = [dz * x2, dz * w2];
  return [dw1, dx1, dw2, dx2, db];
}
`,
  },
  hints: [
    "Five inputs, and all their paths go through one number. Which one?",
    "Name the sum z and the output a. Go back to z first, once: the slope of tanh there is 1 - a².",
    "A sum hands what arrives on to each of its terms: to the first product, to the second product and to b.",
    "In each product, one factor gets dz times the other: dw1 is dz * x1, and dx1 is dz * w1. The order is dw1, dx1, dw2, dx2, db.",
  ],
});
