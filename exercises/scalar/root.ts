import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A square root, as a power",
  inputs: { x: uniform(0.1, 3) },
  edgeCases: [{ x: 1 }, { x: 0.25 }, { x: 9 }],
  forward: ({ x }) => x.sqrt(),
  wrt: ["x"],
  asks: { name: "d_root", params: ["x"] },
  shown: {
    python: `from math import sqrt

def root(x):
    return sqrt(x)
`,
    javascript: `function root(x) {
  return Math.sqrt(x);
}
`,
  },
  solution: {
    python: `from math import sqrt

def d_root(x):
    # sqrt(x) is x to the power 1/2.
    # The 1/2 comes down as a factor, and the exponent falls by one, to -1/2.
    # A power of -1/2 is 1 over the root.
    return 1 / (2 * sqrt(x))
`,
    javascript: `function dRoot(x) {
  // sqrt(x) is x to the power 1/2.
  // The 1/2 comes down as a factor, and the exponent falls by one, to -1/2.
  // A power of -1/2 is 1 over the root.
  return 1 / (2 * Math.sqrt(x));
}
`,
  },
  hints: [
    "The root climbs everywhere, and less and less. So the slope is positive and shrinks as x grows.",
    "Write the root as a power of x. Which exponent, applied twice, gives x again?",
    "The exponent is 1/2. Bring it down as a factor, then lower it by one.",
    "1/2 - 1 is -1/2: the factor 1/2, times 1 over the root of x.",
  ],
});
