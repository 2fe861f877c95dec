import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Mean 0 and variance 1",
  sizes: { rows: [2, 6], columns: [1, 4] },
  inputs: {
    x: uniform(-3, 3, ["rows", "columns"]),
    dxhat: uniform(-3, 3, ["rows", "columns"]),
    eps: uniform(0.01, 0.5),
  },
  edgeCases: [
    {
      x: [
        [1, 2],
        [3, 0],
        [2, -2],
        [6, 4],
      ],
      dxhat: [
        [1, 0],
        [0, 0],
        [0, 2],
        [0, 0],
      ],
      eps: 0.00001,
    },
    { x: [[1.5], [-0.5]], dxhat: [[2], [0.5]], eps: 0.25 },
    { x: [[1.5, -2, 0.5]], dxhat: [[2, 1, -3]], eps: 0.1 },
  ],
  forward: ({ x, dxhat, eps }, step) => {
    const mean = step("mean", x.mean(0, true));
    const centered = step("centered", x.sub(mean));
    const variance = step("var", centered.pow(2).mean(0, true));
    const std = step("std", variance.add(eps).sqrt());
    const xhat = step("xhat", centered.div(std));
    return dxhat.mul(xhat).sum();
  },
  wrt: ["x"],
  asks: { name: "d_normalize", params: ["x", "dxhat", "eps"] },
  shown: {
    python: `import numpy as np

def normalize(x, eps):
    mean = x.mean(axis=0)
    centered = x - mean
    var = (centered**2).mean(axis=0)
    std = (var + eps)**0.5
    return centered / std

# A loss whose gradient with respect to xhat is dxhat.
def loss(x, dxhat, eps):
    xhat = normalize(x, eps)
    return (dxhat * xhat).sum()
`,
    javascript: `function normalize(x, eps) {
  const mean = x.mean(0);
  const centered = x.sub(mean);
  const variance = centered.pow(2).mean(0);
  const std = variance.add(eps).sqrt();
  return centered.div(std);
}

// A loss whose gradient with respect to xhat is dxhat.
function loss(x, dxhat, eps) {
  const xhat = normalize(x, eps);
  return dxhat.mul(xhat).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_normalize(x, dxhat, eps):
    n = x.shape[0]
    centered = x - x.mean(axis=0)
    std = np.sqrt((centered**2).mean(axis=0) + eps)

    dstd = -(dxhat * centered).sum(axis=0) / std**2
    dvar = dstd / (2 * std)
    dcentered = dxhat / std + 2 / n * centered * dvar
    return dcentered - dcentered.mean(axis=0)
`,
    javascript: `function dNormalize(x, dxhat, eps) {
  const n = x.shape[0];
  const centered = x.sub(x.mean(0));
  const std = centered.pow(2).mean(0).add(eps).sqrt();

  const dstd = dxhat.mul(centered).sum(0).neg().div(std.pow(2));
  const dvar = dstd.div(std.mul(2));
  const dcentered = dxhat.div(std).add(centered.mul(dvar).mul(2 / n));
  return dcentered.sub(dcentered.mean(0));
}
`,
  },
  hints: [
    "Compute centered and std as the function does. Then go back from xhat: a quotient has an upper and a lower part, and both depend on x.",
    "To centered goes dxhat / std directly. To std goes -centered / std**2 times dxhat, summed over the rows, since one std divides all rows of its column.",
    "From std back to var is 1 / (2 * std), and from var back to centered is what d_variance does: 2/n * centered * dvar. At centered the two paths meet.",
    "What has met at centered goes back through the centring, as in d_center: take away its mean over each column.",
  ],
  notes: [
    {
      kind: "missing-path",
      at: "d(mean)/d(x)",
      says: "Add the same number to a whole column of `x`: `xhat` stays as it was. What must a column of the gradient then add up to?",
    },
  ],
});
