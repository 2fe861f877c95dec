import { fromEntries, type Tensor } from "#autodiff/index.ts";
import { defineExercise, oneHot, uniform } from "#exercise/index.ts";

const softmax = (z: Tensor): Tensor => z.exp().div(z.exp().sum());

/** 1 in the first entry, 0 elsewhere. */
const first = ({ shape }: Tensor): Tensor =>
  fromEntries(
    Array.from({ length: shape[0]! }, (_, i) => Number(i === 0)),
    shape,
  );

export default defineExercise({
  title: "Softmax and cross-entropy",
  sizes: { classes: [2, 6] },
  inputs: { z: uniform(-3, 3, ["classes"]), y: oneHot(["classes"]) },
  edgeCases: [
    { z: [2, 1, -1], y: [0, 1, 0] },
    { z: [0, 0], y: [1, 0] },
    { z: [-0.5, 2.5, 0, 1.5], y: [0, 0, 0, 1] },
  ],
  forward: ({ z, y }, step) => {
    const e = step("e", z.exp());
    const p = step("p", e.div(e.sum()));
    return y.mul(p.log()).sum().neg();
  },
  wrt: ["z"],
  asks: { name: "d_softmax_cross_entropy", params: ["z", "y"] },
  shown: {
    python: `import numpy as np

def softmax(z):
    e = np.exp(z)
    return e / np.sum(e)

def softmax_cross_entropy(z, y):
    p = softmax(z)
    return -np.sum(y * np.log(p))
`,
    javascript: `function softmax(z) {
  const e = z.exp();
  return e.div(e.sum());
}

function softmaxCrossEntropy(z, y) {
  const p = softmax(z);
  return y.mul(p.log()).sum().neg();
}
`,
  },
  solution: {
    python: `import numpy as np

def softmax(z):
    e = np.exp(z)
    return e / np.sum(e)

def d_softmax_cross_entropy(z, y):
    # Only the true class is left of the sum: L = -log(e_c / s) = log(s) - z_c.
    # log(s) is the log-sum-exp: it brings e / s, the softmax.
    # -z_c brings -1 to the true class and 0 to the others. That is -y.
    return softmax(z) - y
`,
    javascript: `function softmax(z) {
  const e = z.exp();
  return e.div(e.sum());
}

function dSoftmaxCrossEntropy(z, y) {
  // Only the true class is left of the sum: L = -log(e_c / s) = log(s) - z_c.
  // log(s) is the log-sum-exp: it brings e / s, the softmax.
  // -z_c brings -1 to the true class and 0 to the others. That is -y.
  return softmax(z).sub(y);
}
`,
  },
  hints: [
    "y picks one term of the sum: the loss is the negative logarithm of one probability. Write that logarithm as a difference first.",
    "The loss is log(s) minus the score of the true class, where s is the sum of the exponentials. Differentiate the two parts one after the other.",
    "Every score is in s, so log(s) brings e[k] / s to every entry. The other part reaches the true class alone. Which array is 1 there and 0 elsewhere?",
  ],
  notes: [
    {
      answer: ({ z }) => softmax(z).sub(1),
      kind: "missing-factor",
      says: "You take 1 from every entry. Which class does that path reach?",
    },
    {
      answer: ({ z }) => softmax(z).mul(softmax(z).rsub(1)),
      says: "This is how fast each probability changes with its own score. Which other probabilities does one score move, and which of them does the loss look at?",
    },
    {
      answer: ({ z, y }) => z.sub(y),
      kind: "missing-factor",
      says: "You take `y` from the scores themselves. What has a score passed through before the loss sees it?",
    },
    {
      answer: ({ z }) => softmax(z).sub(first(z)),
      kind: "wrong-value",
      says: "You take 1 from the first entry, whichever class is the true one. What tells you where that stands?",
    },
  ],
});
