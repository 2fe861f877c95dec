import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Less the mean of the column",
  sizes: { rows: [2, 6], columns: [1, 4] },
  inputs: { x: uniform(-3, 3, ["rows", "columns"]), dY: uniform(-3, 3, ["rows", "columns"]) },
  edgeCases: [
    {
      x: [
        [1, 2],
        [3, 0],
        [2, -2],
        [6, 4],
      ],
      dY: [
        [1, 0],
        [0, 0],
        [0, 2],
        [0, 0],
      ],
    },
    { x: [[1.5], [-0.5]], dY: [[2], [0.5]] },
    { x: [[1.5, -2, 0.5]], dY: [[2, 1, -3]] },
  ],
  forward: ({ x, dY }, step) => {
    const mean = step("mean", x.mean(0, true));
    const y = step("y", x.sub(mean));
    return dY.mul(y).sum();
  },
  wrt: ["x"],
  asks: { name: "d_center", params: ["dY"] },
  shown: {
    python: `import numpy as np

def center(x):
    mean = x.mean(axis=0)
    return x - mean

# A loss whose gradient with respect to y is dY.
def loss(x, dY):
    y = center(x)
    return (dY * y).sum()
`,
    javascript: `function center(x) {
  const mean = x.mean(0);
  return x.sub(mean);
}

// A loss whose gradient with respect to y is dY.
function loss(x, dY) {
  const y = center(x);
  return dY.mul(y).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_center(dY):
    return dY - dY.mean(axis=0)
`,
    javascript: `function dCenter(dY) {
  return dY.sub(dY.mean(0));
}
`,
  },
  hints: [
    "Every entry of x acts in two ways: on its own row of y directly, and on all rows of its column through the mean. What comes back along each of the two paths?",
    "The direct path hands dY on as it is. Through the mean, an entry of x lowers every y of its column by 1/n of its own change.",
    "The mean was subtracted from each of the n rows, so what arrives at it is the negative sum of its column of dY. The mean then divides by n. Which well-known quantity of the column is that?",
  ],
  notes: [
    {
      kind: "missing-path",
      at: "d(mean)/d(x)",
      says: "Add the same number to a whole column of `x`: `y` stays as it was. What must a column of the gradient then add up to?",
    },
    {
      answer: ({ dY }) => dY.sub(dY.mean()),
      says: "You take one mean away from everything. Each column was centred by a mean of its own: which entries of `dY` are behind that one?",
    },
  ],
});
