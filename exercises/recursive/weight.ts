import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The weight of two steps",
  inputs: { w_h: uniform(-3, 3), h0: uniform(-3, 3) },
  edgeCases: [
    { w_h: 2, h0: 0.5 },
    { w_h: 0, h0: 1.5 },
    { w_h: -1.5, h0: 2 },
    { w_h: 2.5, h0: 0 },
  ],
  forward: ({ w_h, h0 }, step) => {
    const h1 = step("h1", w_h.mul(h0));
    return step("h2", w_h.mul(h1));
  },
  wrt: ["w_h"],
  asks: {
    name: "d_w_h2",
    params: ["w_h", "h0", "h1"],
    given: { h1: ({ w_h, h0 }) => w_h.mul(h0) },
  },
  shown: {
    python: `def two_steps(w_h, h0):
    h1 = w_h * h0
    h2 = w_h * h1
    return h2
`,
    javascript: `function twoSteps(wH, h0) {
  const h1 = wH * h0;
  const h2 = wH * h1;
  return h2;
}
`,
  },
  solution: {
    python: `def d_w_h2(w_h, h0, h1):
    dw_h1 = h0
    dw_h2 = h1 + w_h * dw_h1
    return dw_h2
`,
    javascript: `function dWH2(wH, h0, h1) {
  const dwH1 = h0;
  const dwH2 = h1 + wH * dwH1;
  return dwH2;
}
`,
  },
  hints: [
    "The weight is used in both steps. So two paths lead back to it, and their gradients are added.",
    "In h2 = w_h * h1 the weight stands directly. Hold h1 still: what does this use bring?",
    "The other path goes through h1. Multiply the slope of h2 in h1 by the slope of h1 in w_h.",
    "The direct use brings h1. The path through h1 brings w_h times h0.",
  ],
  notes: [
    {
      kind: "missing-path",
      at: "d(h1)/d(w_h)",
      says: "It is what one of the two steps brings. What comes along the path through `h1`?",
    },
  ],
});
