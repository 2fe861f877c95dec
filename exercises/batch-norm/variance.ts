import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "The variance of the column",
  sizes: { rows: [2, 6], columns: [1, 4] },
  inputs: { x: uniform(-3, 3, ["rows", "columns"]), dvar: uniform(-3, 3, ["columns"]) },
  edgeCases: [
    {
      x: [
        [1, 2],
        [3, 0],
        [2, -2],
        [6, 4],
      ],
      dvar: [1, -0.5],
    },
    { x: [[1.5], [-0.5]], dvar: [2] },
    { x: [[1.5, -2, 0.5]], dvar: [2, 1, -3] },
  ],
  forward: ({ x, dvar }, step) => {
    const mean = step("mean", x.mean(0, true));
    const centered = step("centered", x.sub(mean));
    const variance = step("var", centered.pow(2).mean(0));
    return dvar.mul(variance).sum();
  },
  wrt: ["x"],
  asks: { name: "d_variance", params: ["x", "dvar"] },
  shown: {
    python: `import numpy as np

def variance(x):
    mean = x.mean(axis=0)
    centered = x - mean
    return (centered**2).mean(axis=0)

# A loss whose gradient with respect to var is dvar.
def loss(x, dvar):
    var = variance(x)
    return (dvar * var).sum()
`,
    javascript: `function variance(x) {
  const mean = x.mean(0);
  const centered = x.sub(mean);
  return centered.pow(2).mean(0);
}

// A loss whose gradient with respect to var is dvar.
function loss(x, dvar) {
  const spread = variance(x);
  return dvar.mul(spread).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_variance(x, dvar):
    n = x.shape[0]
    centered = x - x.mean(axis=0)
    return 2 / n * centered * dvar
`,
    javascript: `function dVariance(x, dvar) {
  const n = x.shape[0];
  const centered = x.sub(x.mean(0));
  return centered.mul(dvar).mul(2 / n);
}
`,
  },
  hints: [
    "Go back one step at a time: the mean of the squares, the square, the centring. One entry of dvar belongs to a whole column of x.",
    "The mean hands 1/n of dvar to every row, and the square multiplies by twice what was squared.",
    "What has arrived at centered still has to go back through the centring, which takes away its mean over each column. What is the mean of a column of centered?",
  ],
});
