import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A neuron",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3) },
  edgeCases: [
    { w: 2, x: -1, b: 1.5 },
    { w: 0.5, x: 2.5, b: -1 },
    { w: 0, x: 1.5, b: 0 },
    { w: 5, x: 2.5, b: 4 },
  ],
  forward: ({ w, x, b }, step) => step("z", w.mul(x).add(b)).sigmoid(),
  wrt: ["w", "x", "b"],
  asks: { name: "d_neuron", params: ["w", "x", "b"] },
  shown: {
    python: `from math import exp

def sigmoid(z):
    return 1 / (1 + exp(-z))

def neuron(w, x, b):
    return sigmoid(w * x + b)
`,
    javascript: `function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

function neuron(w, x, b) {
  return sigmoid(w * x + b);
}
`,
  },
  solution: {
    python: `from math import exp

def sigmoid(z):
    return 1 / (1 + exp(-z))

def d_neuron(w, x, b):
    a = sigmoid(w * x + b)
    # The sigmoid comes last: its slope, times the 1 that the sweep starts with.
    dz = a * (1 - a)
    # Multiply swaps, for w and x. Add hands dz on to b.
    return dz * x, dz * w, dz
`,
    javascript: `function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

function dNeuron(w, x, b) {
  const a = sigmoid(w * x + b);
  // The sigmoid comes last: its slope, times the 1 that the sweep starts with.
  const dz = a * (1 - a);
  // Multiply swaps, for w and x. Add hands dz on to b.
  return [dz * x, dz * w, dz];
}
`,
  },
  hints: [
    "There are two stages: z = w * x + b, then a = sigmoid(z). All three gradients pass through z.",
    "The stage nearest the output gives dz = a * (1 - a), where a is the neuron's output.",
    "Multiply dz by the local derivative of z in w, in x and in b. Mind the order: dw, dx, db.",
  ],
});
