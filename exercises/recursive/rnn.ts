import type { Tensor } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Back-propagation through time",
  sizes: { steps: [1, 6] },
  inputs: { w: uniform(-2, 2), u: uniform(-2, 2), h0: uniform(-1, 1), xs: uniform(-1, 1, ["steps"]) },
  edgeCases: [
    { w: 0.5, u: 1, h0: -0.5, xs: [1, -0.5, 0.25, 0.5, -1, 0.75] },
    { w: -1.5, u: 0.5, h0: 1, xs: [0.75] },
    { w: 0, u: 1, h0: 0.5, xs: [0.5, -1] },
    { w: 1, u: 0, h0: 0.75, xs: [-0.5, 0, 1] },
    { w: 2, u: -1, h0: 0, xs: [0.5, -0.25] },
  ],
  forward: ({ w, u, h0, xs }) => {
    let h: Tensor = h0;
    for (let t = 0; t < xs.shape[0]!; t++)
      h = w
        .mul(h)
        .add(u.mul(xs.select(0, t)))
        .tanh();
    return h;
  },
  wrt: ["w", "u"],
  asks: { name: "d_rnn", params: ["w", "u", "h0", "xs"] },
  shown: {
    python: `import numpy as np

def rnn(w, u, h0, xs):
    h = h0
    for x in xs:
        h = np.tanh(w * h + u * x)
    return h
`,
    javascript: `function rnn(w, u, h0, xs) {
  let h = h0;
  for (const x of xs) {
    h = Math.tanh(w * h + u * x);
  }
  return h;
}
`,
  },
  solution: {
    python: `import numpy as np

def d_rnn(w, u, h0, xs):
    hs = [h0]
    for x in xs:
        hs.append(np.tanh(w * hs[-1] + u * x))
    dh = 1
    dw = 0
    du = 0
    for t in range(len(xs), 0, -1):
        dz = dh * (1 - hs[t] ** 2)
        dw = dw + dz * hs[t - 1]
        du = du + dz * xs[t - 1]
        dh = dz * w
    return dw, du
`,
    javascript: `function dRnn(w, u, h0, xs) {
  const hs = [h0];
  for (const x of xs) {
    hs.push(Math.tanh(w * hs.at(-1) + u * x));
  }
  let dh = 1;
  let dw = 0;
  let du = 0;
  for (let t = hs.length - 1; t > 0; t--) {
    const dz = dh * (1 - hs[t] ** 2);
    dw = dw + dz * hs[t - 1];
    du = du + dz * xs[t - 1];
    dh = dz * w;
  }
  return [dw, du];
}
`,
  },
  hints: [
    "First walk forward and keep every state: the way back needs h[0] up to h[T].",
    "Then walk back from the last step. Carry dh, the gradient that arrives at the state. It starts at 1.",
    "In a step, go through tanh first: dz = dh * (1 - h[t]**2). From z the gradient goes to w, to u and to the state before.",
    "Each step adds dz * h[t-1] to dw and dz * x[t] to du, and hands dz * w on as the next dh. The list xs counts from 0: the input of step t is xs[t-1].",
  ],
  notes: [
    {
      kind: "missing-path",
      at: "every step, d(w*h[t-1])/d(h[t-1])",
      says: "`dh` is what one step hands on to the one before. What is it when the next pass begins?",
    },
  ],
});
