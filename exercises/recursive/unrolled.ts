import type { Tensor } from "#autodiff/index.ts";
import { defineExercise, integer, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The weight of any number of steps",
  inputs: { w_h: uniform(-3, 3), h0: uniform(-3, 3), T: integer(0, 8) },
  edgeCases: [
    { w_h: 2, h0: 0.5, T: 0 },
    { w_h: 2, h0: 0.5, T: 1 },
    { w_h: 2, h0: 0.5, T: 2 },
    { w_h: -1.5, h0: 2, T: 3 },
    { w_h: 0.5, h0: -3, T: 4 },
    { w_h: 0, h0: 1.5, T: 1 },
    { w_h: 0, h0: 1.5, T: 3 },
    { w_h: -1, h0: 1, T: 8 },
  ],
  // The closed form T·w_hᵀ⁻¹·h0 is right, but can't be computed where it is 0·0⁻¹.
  accepts: ({ w_h, T }) => w_h !== 0 || T !== 0,
  forward: ({ w_h, h0, T }) => {
    let h: Tensor = h0;
    for (let t = 0; t < T.item(); t++) h = w_h.mul(h);
    return h;
  },
  wrt: ["w_h"],
  asks: { name: "d_w_unrolled", params: ["w_h", "h0", "T"] },
  shown: {
    python: `def unrolled(w_h, h0, T):
    h = h0
    for t in range(T):
        h = w_h * h
    return h
`,
    javascript: `function unrolled(wH, h0, T) {
  let h = h0;
  for (let t = 0; t < T; t++) {
    h = wH * h;
  }
  return h;
}
`,
  },
  solution: {
    python: `def d_w_unrolled(w_h, h0, T):
    h = h0
    dh = 0
    for t in range(T):
        dh = h + w_h * dh
        h = w_h * h
    return dh
`,
    javascript: `function dWUnrolled(wH, h0, T) {
  let h = h0;
  let dh = 0;
  for (let t = 0; t < T; t++) {
    dh = h + wH * dh;
    h = wH * h;
  }
  return dh;
}
`,
  },
  hints: [
    "Walk through the steps as the function does, and carry a second number along: the derivative of h with respect to the weight.",
    "At the start h is h0, which does not depend on the weight. So the derivative starts at 0, and for T = 0 it is the answer.",
    "In a step, h depends on the weight twice: directly, and through the h before it. Add both.",
    "The rule is dh[t] = h[t-1] + w_h * dh[t-1]. Update the derivative before you overwrite h.",
  ],
  notes: [
    {
      kind: "missing-path",
      at: "every step, d(h[t])/d(h[t-1])",
      says: "Write out two steps, with `w_h` in both places: `w_h * (w_h * h0)`. Which of the two do you let move?",
    },
  ],
});
