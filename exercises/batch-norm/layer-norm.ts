import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The same for every row",
  sizes: { rows: [1, 5], columns: [2, 5] },
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
        [1, 3, 2, 6],
        [2, 0, -2, 4],
      ],
      gamma: [2, 0.5, -1, 1],
      beta: [1, -1, 0, 0.5],
      eps: 0.00001,
      dY: [
        [1, 0, 0, 0],
        [0, 0, 2, 0],
      ],
    },
    { x: [[1.5, -0.5]], gamma: [-2, 1], beta: [0.5, 0], eps: 0.25, dY: [[2, 0.5]] },
    { x: [[1.5], [-2], [0.5]], gamma: [2], beta: [0], eps: 0.1, dY: [[2], [1], [-3]] },
    {
      x: [
        [1, 2, -1],
        [3, 0, 0.5],
        [-2, 1, 2],
      ],
      gamma: [2, -1, 0.5],
      beta: [0, 1, 2],
      eps: 0.1,
      dY: [
        [1, 2, -1],
        [0.5, -2, 1],
        [-1, 0, 3],
      ],
    },
  ],
  forward: ({ x, gamma, beta, eps, dY }, step) => {
    const mean = step("mean", x.mean(1, true));
    const centered = step("centered", x.sub(mean));
    const variance = step("var", centered.pow(2).mean(1, true));
    const std = step("std", variance.add(eps).sqrt());
    const xhat = step("xhat", centered.div(std));
    const y = step("y", gamma.mul(xhat).add(beta));
    return dY.mul(y).sum();
  },
  wrt: ["x", "gamma", "beta"],
  asks: { name: "layer_norm_backward", params: ["x", "gamma", "beta", "eps", "dY"] },
  shown: {
    python: `import numpy as np

def layer_norm(x, gamma, beta, eps):
    mean = x.mean(axis=1, keepdims=True)
    centered = x - mean
    var = (centered**2).mean(axis=1, keepdims=True)
    std = (var + eps)**0.5
    xhat = centered / std
    return gamma * xhat + beta

# A loss whose gradient with respect to y is dY.
def loss(x, gamma, beta, eps, dY):
    y = layer_norm(x, gamma, beta, eps)
    return (dY * y).sum()
`,
    javascript: `function layerNorm(x, gamma, beta, eps) {
  const mean = x.mean(1, true);
  const centered = x.sub(mean);
  const variance = centered.pow(2).mean(1, true);
  const std = variance.add(eps).sqrt();
  const xhat = centered.div(std);
  return gamma.mul(xhat).add(beta);
}

// A loss whose gradient with respect to y is dY.
function loss(x, gamma, beta, eps, dY) {
  const y = layerNorm(x, gamma, beta, eps);
  return dY.mul(y).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def layer_norm_backward(x, gamma, beta, eps, dY):
    centered = x - x.mean(axis=1, keepdims=True)
    std = np.sqrt((centered**2).mean(axis=1, keepdims=True) + eps)
    xhat = centered / std

    # One gamma and one beta per column, used in every row: sums over the rows.
    dbeta = dY.sum(axis=0)
    dgamma = (dY * xhat).sum(axis=0)

    # Each entry of xhat was multiplied by the gamma of its column.
    dxhat = gamma * dY
    # The entries of a row share its mean: what comes back through it is the mean of the row.
    by_mean = dxhat.mean(axis=1, keepdims=True)
    # They share its variance, too: that takes away the part along xhat.
    by_var = xhat * (dxhat * xhat).mean(axis=1, keepdims=True)
    dx = (dxhat - by_mean - by_var) / std
    return dx, dgamma, dbeta
`,
    javascript: `function layerNormBackward(x, gamma, beta, eps, dY) {
  const centered = x.sub(x.mean(1, true));
  const std = centered.pow(2).mean(1, true).add(eps).sqrt();
  const xhat = centered.div(std);

  // One gamma and one beta per column, used in every row: sums over the rows.
  const dbeta = dY.sum(0);
  const dgamma = dY.mul(xhat).sum(0);

  // Each entry of xhat was multiplied by the gamma of its column.
  const dxhat = gamma.mul(dY);
  // The entries of a row share its mean: what comes back through it is the mean of the row.
  const byMean = dxhat.mean(1, true);
  // They share its variance, too: that takes away the part along xhat.
  const byVar = xhat.mul(dxhat.mul(xhat).mean(1, true));
  const dx = dxhat.sub(byMean).sub(byVar).div(std);
  return [dx, dgamma, dbeta];
}
`,
  },
  hints: [
    "Read the function and mark for each line along which axis it works. Only some of them have changed from batch_norm.",
    "Mean and variance are now shared by the entries of a row, gamma and beta still by the rows of a column. What is shared decides what is summed.",
    "dgamma and dbeta are what they were: sums over the rows. In dx every mean is now taken along the row, axis 1, and keeps that axis so that it fits again.",
    "dx is (dxhat - mean(dxhat) - xhat * mean(dxhat * xhat)) / std with dxhat = gamma * dY, and both means over axis 1.",
  ],
  notes: [
    {
      of: "x",
      kind: "missing-path",
      at: "d(mean)/d(x)",
      says: "Add the same number to a whole row of `x`: `xhat` stays as it was. What must a row of the gradient then add up to?",
    },
  ],
});
