import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The whole layer",
  sizes: { rows: [2, 6], columns: [1, 4] },
  inputs: {
    x: uniform(-3, 3, ["rows", "columns"]),
    gamma: uniform(-3, 3, ["columns"]),
    beta: uniform(-3, 3, ["columns"]),
    eps: uniform(0.01, 0.5),
    dY: uniform(-3, 3, ["rows", "columns"]),
  },
  edgeCases: [
    {
      x: [
        [1, 2],
        [3, 0],
        [2, -2],
        [6, 4],
      ],
      gamma: [2, 0.5],
      beta: [1, -1],
      eps: 0.00001,
      dY: [
        [1, 0],
        [0, 0],
        [0, 2],
        [0, 0],
      ],
    },
    { x: [[1.5], [-0.5]], gamma: [-2], beta: [0.5], eps: 0.25, dY: [[2], [0.5]] },
    { x: [[1.5, -2, 0.5]], gamma: [2, -1, 0.5], beta: [0, 1, 2], eps: 0.1, dY: [[2, 1, -3]] },
  ],
  forward: ({ x, gamma, beta, eps, dY }, step) => {
    const mean = step("mean", x.mean(0, true));
    const centered = step("centered", x.sub(mean));
    const variance = step("var", centered.pow(2).mean(0, true));
    const std = step("std", variance.add(eps).sqrt());
    const xhat = step("xhat", centered.div(std));
    const y = step("y", gamma.mul(xhat).add(beta));
    return dY.mul(y).sum();
  },
  wrt: ["x", "gamma", "beta"],
  asks: { name: "batch_norm_backward", params: ["x", "gamma", "beta", "eps", "dY"] },
  shown: {
    python: `import numpy as np

def batch_norm(x, gamma, beta, eps):
    mean = x.mean(axis=0)
    centered = x - mean
    var = (centered**2).mean(axis=0)
    std = (var + eps)**0.5
    xhat = centered / std
    return gamma * xhat + beta

# A loss whose gradient with respect to y is dY.
def loss(x, gamma, beta, eps, dY):
    y = batch_norm(x, gamma, beta, eps)
    return (dY * y).sum()
`,
    javascript: `function batchNorm(x, gamma, beta, eps) {
  const mean = x.mean(0);
  const centered = x.sub(mean);
  const variance = centered.pow(2).mean(0);
  const std = variance.add(eps).sqrt();
  const xhat = centered.div(std);
  return gamma.mul(xhat).add(beta);
}

// A loss whose gradient with respect to y is dY.
function loss(x, gamma, beta, eps, dY) {
  const y = batchNorm(x, gamma, beta, eps);
  return dY.mul(y).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def batch_norm_backward(x, gamma, beta, eps, dY):
    centered = x - x.mean(axis=0)
    std = np.sqrt((centered**2).mean(axis=0) + eps)
    xhat = centered / std

    dbeta = dY.sum(axis=0)
    dgamma = (dY * xhat).sum(axis=0)
    dxhat = gamma * dY
    along = (dxhat * xhat).mean(axis=0)
    dx = (dxhat - dxhat.mean(axis=0) - xhat * along) / std
    return dx, dgamma, dbeta
`,
    javascript: `function batchNormBackward(x, gamma, beta, eps, dY) {
  const centered = x.sub(x.mean(0));
  const std = centered.pow(2).mean(0).add(eps).sqrt();
  const xhat = centered.div(std);

  const dbeta = dY.sum(0);
  const dgamma = dY.mul(xhat).sum(0);
  const dxhat = dY.mul(gamma);
  const along = dxhat.mul(xhat).mean(0);
  const dx = dxhat.sub(dxhat.mean(0)).sub(xhat.mul(along)).div(std);
  return [dx, dgamma, dbeta];
}
`,
  },
  hints: [
    "Begin at y, where it is easiest: beta was added to every row, gamma multiplied every row of xhat. Both are shared by all rows, so their gradients are sums over the rows.",
    "To xhat goes gamma * dY. From there on it is the exercise before, with dxhat = gamma * dY. You may call your own function: copy it in.",
    "Mind the order, and the shapes: dx has the shape of x, and dgamma and dbeta have one entry per column.",
  ],
  notes: [
    {
      of: "x",
      kind: "missing-path",
      at: "d(mean)/d(x)",
      says: "Add the same number to a whole column of `x`: `xhat` stays as it was. What must a column of the gradient then add up to?",
    },
  ],
});
