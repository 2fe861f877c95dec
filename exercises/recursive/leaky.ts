import type { Tensor } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A state that leaks",
  sizes: { steps: [1, 6] },
  inputs: { a: uniform(0.05, 0.95), h0: uniform(-3, 3), xs: uniform(-3, 3, ["steps"]) },
  edgeCases: [
    { a: 0.5, h0: 2, xs: [1] },
    { a: 0.25, h0: 0, xs: [1, -2] },
    { a: 0.75, h0: -1, xs: [0, 2, 1.5] },
    { a: 0.1, h0: 3, xs: [1, 0.5, -2, 3, 0, 1] },
  ],
  forward: ({ a, h0, xs }) => {
    let h: Tensor = h0;
    for (let t = 0; t < xs.shape[0]!; t++)
      h = a
        .rsub(1)
        .mul(h)
        .add(a.mul(xs.select(0, t)));
    return h;
  },
  wrt: ["a"],
  asks: { name: "d_leaky", params: ["a", "h0", "xs"] },
  shown: {
    python: `def leaky(a, h0, xs):
    h = h0
    for x in xs:
        h = (1 - a) * h + a * x
    return h
`,
    javascript: `function leaky(a, h0, xs) {
  let h = h0;
  for (const x of xs) {
    h = (1 - a) * h + a * x;
  }
  return h;
}
`,
  },
  solution: {
    python: `def d_leaky(a, h0, xs):
    h = h0
    # h0 was given before a was ever used.
    dh = 0
    for x in xs:
        # In a * x the slope in a is x. In (1 - a) * h it is -h, for 1 - a falls as a grows.
        direct = x - h
        # The h before depends on a as well, and the step multiplies it by 1 - a.
        dh = direct + (1 - a) * dh
        h = (1 - a) * h + a * x
    return dh
`,
    javascript: `function dLeaky(a, h0, xs) {
  let h = h0;
  // h0 was given before a was ever used.
  let dh = 0;
  for (const x of xs) {
    // In a * x the slope in a is x. In (1 - a) * h it is -h, for 1 - a falls as a grows.
    const direct = x - h;
    // The h before depends on a as well, and the step multiplies it by 1 - a.
    dh = direct + (1 - a) * dh;
    h = (1 - a) * h + a * x;
  }
  return dh;
}
`,
  },
  hints: [
    "Carry the derivative of h with respect to a along with h. It starts at 0.",
    "In one step a reaches the new h in three ways: in a * x, in 1 - a, and through the h before.",
    "Holding the old h still, the step's slope in a is x - h. Holding a still, its slope in the old h is 1 - a.",
    "In each step dh becomes x - h + (1 - a) * dh, with the old h. Only then comes the new h.",
  ],
});
