import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A neuron with a gate",
  inputs: { w: uniform(-3, 3), x: uniform(-3, 3), b: uniform(-3, 3) },
  edgeCases: [
    { w: 2, x: 1.5, b: -1 },
    { w: 2, x: 1.5, b: -4 },
    { w: -0.5, x: 1, b: 2.5 },
    { w: -2, x: -1.5, b: -2.5 },
    { w: 3, x: -0.5, b: 1 },
  ],
  // The kink is where w*x + b = 0.
  accepts: ({ w, x, b }) => Math.abs(Number(w) * Number(x) + Number(b)) > 0.1,
  forward: ({ w, x, b }, step) => step("z", w.mul(x).add(b)).relu(),
  wrt: ["w", "x", "b"],
  asks: { name: "d_relu_neuron", params: ["w", "x", "b"] },
  shown: {
    python: `def relu_neuron(w, x, b):
    z = w * x + b
    # The larger of 0 and z. Autograd can follow the 0 too, since z is in it.
    return max(0 * z, z)
`,
    javascript: `function reluNeuron(w, x, b) {
  const z = w * x + b;
  // The larger of 0 and z.
  return Math.max(0, z);
}
`,
  },
  solution: {
    python: `def d_relu_neuron(w, x, b):
    z = w * x + b
    # Max routes: where z is the larger, it gets all of the gradient, 1.
    # Where 0 is the larger, nothing reaches z.
    dz = 1 if z > 0 else 0
    # Add hands dz on, to the product and to b as it is.
    # Multiply swaps: each factor gets dz times the other one.
    return dz * x, dz * w, dz
`,
    javascript: `function dReluNeuron(w, x, b) {
  const z = w * x + b;
  // Max routes: where z is the larger, it gets all of the gradient, 1.
  // Where 0 is the larger, nothing reaches z.
  const dz = z > 0 ? 1 : 0;
  // Add hands dz on, to the product and to b as it is.
  // Multiply swaps: each factor gets dz times the other one.
  return [dz * x, dz * w, dz];
}
`,
  },
  hints: [
    "The line below the bend has not changed. What has changed is what arrives at z.",
    "Look at the curve of max(0, z): flat on the left, and on the right it is z itself. Which slope does it have on each side?",
    "Compute z, and call the slope there dz: 1 where z > 0, otherwise 0. It opens or shuts the way for all three gradients.",
    "From z go on as behind every line: dz times x, dz times w, and dz itself. Mind the order: dw, dx, db.",
  ],
  notes: [
    {
      of: "w",
      answer: ({ w, x, b }) => w.mul(x).add(b).relu().mul(x),
      says: "You multiply by the height of the curve. How steep is it there?",
    },
  ],
});
