import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The state at the start",
  inputs: { w_h: uniform(-3, 3), h0: uniform(-3, 3) },
  edgeCases: [
    { w_h: 2, h0: 0.5 },
    { w_h: 0, h0: 1.5 },
    { w_h: -1.5, h0: 0 },
  ],
  forward: ({ w_h, h0 }, step) => {
    const h1 = step("h1", w_h.mul(h0));
    return step("h2", w_h.mul(h1));
  },
  wrt: ["h0"],
  asks: { name: "d_h0_h2", params: ["w_h", "h0"] },
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
    python: `def d_h0_h2(w_h, h0):
    dh1 = w_h
    return dh1 * w_h
`,
    javascript: `function dH0H2(wH, h0) {
  const dh1 = wH;
  return dh1 * wH;
}
`,
  },
  hints: [
    "The start is used once, in the first step. So there is one path, and along a path you multiply.",
    "Start at h2 with 1. The second step hands the slope of h2 in h1 on to h1.",
    "That slope is w_h. The first step multiplies by the slope of h1 in h0.",
  ],
});
