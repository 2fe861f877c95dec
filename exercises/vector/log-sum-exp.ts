import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The logarithm of a sum of exponentials",
  sizes: { n: [2, 6] },
  inputs: { z: uniform(-3, 3, ["n"]) },
  edgeCases: [{ z: [2, 1, -1] }, { z: [0, 0] }, { z: [-1.5] }, { z: [-0.5, 2.5, 0, 1.5] }],
  forward: ({ z }, step) => step("s", step("e", z.exp()).sum()).log(),
  wrt: ["z"],
  asks: { name: "d_log_sum_exp", params: ["z"] },
  shown: {
    python: `import numpy as np

def log_sum_exp(z):
    e = np.exp(z)
    s = np.sum(e)
    return np.log(s)
`,
    javascript: `function logSumExp(z) {
  const e = z.exp();
  const s = e.sum();
  return s.log();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_log_sum_exp(z):
    e = np.exp(z)
    s = np.sum(e)
    # The logarithm: its slope at s is 1/s, one number.
    ds = 1 / s
    # The sum copies: every exponential gets ds.
    # The exponential, entry by entry: it is its own slope.
    return ds * e
`,
    javascript: `function dLogSumExp(z) {
  const e = z.exp();
  const s = e.sum().item();
  // The logarithm: its slope at s is 1/s, one number.
  const ds = 1 / s;
  // The sum copies: every exponential gets ds.
  // The exponential, entry by entry: it is its own slope.
  return e.mul(ds);
}
`,
  },
  hints: [
    "There are three steps: e, s and the logarithm. In the middle, all entries have met in one number.",
    "Go back to s first. The slope of the logarithm at s is 1/s.",
    "The sum copies this number to every entry of e. What is the slope of an exponential, written with its own output?",
    "Multiply entry by entry: 1/s times e. The result has the shape of z.",
  ],
});
