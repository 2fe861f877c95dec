import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The hyperbolic tangent, from its exponentials",
  inputs: { x: uniform(-3, 3) },
  edgeCases: [{ x: 0 }, { x: 1 }, { x: -2.5 }],
  forward: ({ x }, step) => {
    const e = step("e", x.exp());
    const i = step("i", x.neg().exp());
    return step("p", e.sub(i)).div(step("q", e.add(i)));
  },
  wrt: ["x"],
  asks: { name: "d_tanh", params: ["x"] },
  shown: {
    python: `from math import exp

def tanh(x):
    e = exp(x)
    i = exp(-x)
    p = e - i
    q = e + i
    return p / q
`,
    javascript: `function tanh(x) {
  const e = Math.exp(x);
  const i = Math.exp(-x);
  const p = e - i;
  const q = e + i;
  return p / q;
}
`,
  },
  solution: {
    python: `from math import exp

def d_tanh(x):
    e = exp(x)
    i = exp(-x)
    p = e - i
    q = e + i
    dp = 1 / q  # y is p times 1/q: each factor gets the other one
    dq = -p / q**2  # and 1/q has the slope -1/q**2
    de = dp + dq  # e is used twice: once in p, once in q
    di = -dp + dq  # so is i, in p behind a minus sign
    # e is its own slope; i = exp(-x) has -i, from the minus sign inside.
    return de * e - di * i
`,
    javascript: `function dTanh(x) {
  const e = Math.exp(x);
  const i = Math.exp(-x);
  const p = e - i;
  const q = e + i;
  const dp = 1 / q; // y is p times 1/q: each factor gets the other one
  const dq = -p / q ** 2; // and 1/q has the slope -1/q²
  const de = dp + dq; // e is used twice: once in p, once in q
  const di = -dp + dq; // so is i, in p behind a minus sign
  // e is its own slope; i = exp(-x) has -i, from the minus sign inside.
  return de * e - di * i;
}
`,
  },
  hints: [
    "Read p / q as the product p · (1/q). Then you know the local derivative of every step.",
    "Go back from y = p · (1/q): dp is 1/q, and dq is p times the slope of 1/q.",
    "e and i stand in p and in q. Add up what both bring, and mind the minus sign in front of i.",
    "exp(x) is its own slope, and exp(-x) has the slope -exp(-x). Two paths end in x, one through each.",
  ],
});
