/** An exercise whose lengths depend on each other, and which takes slices: a valid one-dimensional correlation. */
import { zeros } from "#autodiff/index.ts";
import { defineExercise, uniform, type Exercise } from "#exercise/index.ts";

const definition = defineExercise({
  title: "A convolution",
  sizes: { n: [2, 7], k: [1, 4], m: ({ n, k }) => n - k + 1 },
  inputs: { x: uniform(-3, 3, ["n"]), w: uniform(-3, 3, ["k"]), target: uniform(-3, 3, ["m"]) },
  edgeCases: [
    { x: [1, -2, 0.5, 3, -1], w: [0.5, -1, 2], target: [1, 0, -0.5] },
    { x: [2, -1, 0.5], w: [1.5], target: [0, 1, -1] },
    { x: [1, 2], w: [-0.5, 1], target: [2] },
    { x: [1, -1, 2, 0.5], w: [0.5, -1, 1.5, 2], target: [1] },
  ],
  forward: ({ x, w, target }, step) => {
    const m = target.shape[0]!;
    let y = step("y0", zeros([m], { dtype: "float64" }));
    for (let j = 0; j < w.shape[0]!; j++) y = y.add(w.select(0, j).mul(x.slice(0, j, j + m)));
    return y.sub(target).pow(2).sum();
  },
  wrt: ["x", "w"],
  asks: { name: "d_convolution", params: ["x", "w", "target"] },
  shown: {
    python: `import numpy as np

def convolution_loss(x, w, target):
    m = len(target)
    y = np.zeros(m)
    for j in range(len(w)):
        y = y + w[j] * x[j:j + m]
    return np.sum((y - target) ** 2)
`,
    javascript: `function convolutionLoss(x, w, target) {
  const m = target.length;
  let y = NdArray.zeros([m]);
  for (let j = 0; j < w.length; j++) {
    y = y.add(x.slice(0, j, j + m).mul(w[j]));
  }
  return y.sub(target).pow(2).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_convolution(x, w, target):
    m = len(target)
    y = np.zeros(m)
    for j in range(len(w)):
        y = y + w[j] * x[j:j + m]
    dy = 2 * (y - target)
    dx = np.zeros(len(x))
    dw = np.zeros(len(w))
    for j in range(len(w)):
        dx[j:j + m] += w[j] * dy
        dw[j] = np.sum(x[j:j + m] * dy)
    return dx, dw
`,
    javascript: `function dConvolution(x, w, target) {
  const m = target.length;
  let y = NdArray.zeros([m]);
  for (let j = 0; j < w.length; j++) {
    y = y.add(x.slice(0, j, j + m).mul(w[j]));
  }
  const dy = y.sub(target).mul(2);
  const dx = Array(x.length).fill(0);
  const dw = Array(w.length).fill(0);
  for (let j = 0; j < w.length; j++) {
    for (let i = 0; i < m; i++) {
      dx[i + j] += w[j] * dy[i];
      dw[j] += x[i + j] * dy[i];
    }
  }
  return [dx, dw];
}
`,
  },
  hints: ["Every entry of w meets m entries of x in a row.", "Where do the windows of two entries overlap?"],
});

export const convolution: Exercise = { ...definition, id: "test/convolution" };
