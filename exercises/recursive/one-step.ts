import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "One step",
  inputs: { w_h: uniform(-3, 3), h0: uniform(-3, 3) },
  edgeCases: [
    { w_h: 2, h0: 0.5 },
    { w_h: 0, h0: -1.5 },
    { w_h: -2.5, h0: 0 },
  ],
  forward: ({ w_h, h0 }, step) => step("h1", w_h.mul(h0)),
  wrt: ["w_h", "h0"],
  asks: { name: "d_one_step", params: ["w_h", "h0"] },
  shown: {
    python: `def one_step(w_h, h0):
    h1 = w_h * h0
    return h1
`,
    javascript: `function oneStep(wH, h0) {
  const h1 = wH * h0;
  return h1;
}
`,
  },
  solution: {
    python: `def d_one_step(w_h, h0):
    return h0, w_h
`,
    javascript: `function dOneStep(wH, h0) {
  return [h0, wH];
}
`,
  },
  hints: [
    "A step is a product of two factors. Hold one of them still and move the other.",
    "Each factor gets the other one. Mind the order: the weight's gradient first, then that of the state.",
  ],
});
