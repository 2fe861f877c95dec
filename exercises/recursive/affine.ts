import type { Tensor } from "#autodiff/index.ts";
import { defineExercise, integer, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A weight and a bias, any number of steps",
  inputs: { w: uniform(-3, 3), b: uniform(-3, 3), h0: uniform(-3, 3), T: integer(0, 8) },
  edgeCases: [
    { w: 2, b: 1, h0: 0.5, T: 0 },
    { w: 2, b: 1, h0: 0.5, T: 1 },
    { w: 2, b: 1, h0: 0.5, T: 2 },
    { w: -1.5, b: 0, h0: 2, T: 3 },
    { w: 0.5, b: -2, h0: 0, T: 4 },
    { w: 0, b: 1.5, h0: -1, T: 3 },
    { w: -1, b: 0.5, h0: 1, T: 8 },
  ],
  // The closed form of db, (wᵀ - 1)/(w - 1), is right, but can't be computed where it is 0/0.
  accepts: ({ w, T }) => w !== 1 && (w !== 0 || T !== 0),
  forward: ({ w, b, h0, T }) => {
    let h: Tensor = h0;
    for (let t = 0; t < T.item(); t++) h = w.mul(h).add(b);
    return h;
  },
  wrt: ["w", "b"],
  asks: { name: "d_affine", params: ["w", "b", "h0", "T"] },
  shown: {
    python: `def affine(w, b, h0, T):
    h = h0
    for t in range(T):
        h = w * h + b
    return h
`,
    javascript: `function affine(w, b, h0, T) {
  let h = h0;
  for (let t = 0; t < T; t++) {
    h = w * h + b;
  }
  return h;
}
`,
  },
  solution: {
    python: `def d_affine(w, b, h0, T):
    h = h0
    # h0 was given before w and b were ever used.
    dw = 0
    db = 0
    for t in range(T):
        # w acts as a factor, with slope h, and through h, which the step multiplies by w.
        dw = h + w * dw
        # b acts as a summand, with slope 1, and through h in the same way.
        db = 1 + w * db
        h = w * h + b
    return dw, db
`,
    javascript: `function dAffine(w, b, h0, T) {
  let h = h0;
  // h0 was given before w and b were ever used.
  let dw = 0;
  let db = 0;
  for (let t = 0; t < T; t++) {
    // w acts as a factor, with slope h, and through h, which the step multiplies by w.
    dw = h + w * dw;
    // b acts as a summand, with slope 1, and through h in the same way.
    db = 1 + w * db;
    h = w * h + b;
  }
  return [dw, db];
}
`,
  },
  hints: [
    "Carry two derivatives along with h, one for each of w and b. With no step at all, neither has an influence.",
    "In a step both w and b act in two ways: directly, and through the h before it. What is the slope of the step in h?",
    "Directly, w is multiplied by the h before the step, and b is just added. What comes through h is multiplied by w in either case.",
    "In each step dw becomes h + w * dw, and db becomes 1 + w * db. Only then overwrite h.",
  ],
});
