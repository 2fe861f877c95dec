import { tensor } from "#autodiff/index.ts";
import { defineExercise, integer, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Log loss, for a yes or a no",
  inputs: { p: uniform(0.05, 0.95), y: integer(0, 1) },
  edgeCases: [
    { y: 1, p: 0.25 },
    { y: 0, p: 0.25 },
    { y: 1, p: 0.9 },
    { y: 0, p: 0.8 },
  ],
  forward: ({ y, p }) =>
    y
      .mul(p.log())
      .add(tensor(1).sub(y).mul(tensor(1).sub(p).log()))
      .neg(),
  wrt: ["p"],
  asks: { name: "d_log_loss", params: ["y", "p"] },
  shown: {
    python: `from math import log

def log_loss(y, p):
    return -(y * log(p) + (1 - y) * log(1 - p))
`,
    javascript: `function logLoss(y, p) {
  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}
`,
  },
  solution: {
    python: `def d_log_loss(y, p):
    by_yes = y / p  # y * log(p): the slope of the logarithm is 1/p
    by_no = -(1 - y) / (1 - p)  # the same at 1 - p, which falls as p rises
    return -(by_yes + by_no)  # two paths add; the minus in front is for both
`,
    javascript: `function dLogLoss(y, p) {
  const byYes = y / p; // y * log(p): the slope of the logarithm is 1/p
  const byNo = -(1 - y) / (1 - p); // the same at 1 - p, which falls as p rises
  return -(byYes + byNo); // two paths add; the minus in front is for both
}
`,
  },
  hints: [
    "p is used twice, so there are two paths. Take each by itself; the factors y and 1 - y are constants.",
    "The slope of log(u) is 1/u, whatever u is. On the second path u = 1 - p. How does that react to p?",
    "The first path brings y/p, the second -(1 - y)/(1 - p).",
    "Add them. The minus sign in front of the bracket turns both over.",
  ],
  notes: [
    {
      answer: ({ y, p }) => p.sub(y),
      kind: "missing-factor",
      says: "`p - y` is the gradient at a score that a sigmoid has turned into `p`: its slope is in it already. Which slopes are there if you stop at `p`?",
    },
  ],
});
