import { defineShapes } from "#graph/shape-definition.ts";

export default defineShapes({
  title: "A linear layer, entry by entry",
  sizes: {
    rows: { name: "Rows", value: 5, min: 1, max: 6 },
    features: { name: "Features", value: 2, min: 1, max: 3 },
    outputs: { name: "Outputs", value: 3, min: 1, max: 4 },
  },
  inputs: {
    X: {
      axes: ["rows", "features"],
      value: [
        [0.5, -1],
        [2, 0.25],
        [-1.5, 3],
        [0, 1],
        [1, -2],
      ],
    },
    W: {
      axes: ["features", "outputs"],
      value: [
        [0.5, -1, 2],
        [1.5, 0, -0.5],
      ],
    },
    B: { axes: [1, "outputs"], value: [[1, 0.25, -1.5]] },
  },
  forward: ({ X, W, B }) => ({ Z: X.matmul(W).add(B) }),
  wrt: ["X", "W", "B"],
  upstream: [
    [1, -0.5, 2],
    [0, 1.5, -1],
    [0.5, 0.25, -2],
    [-1, 2, 0],
    [3, -1.5, 0.75],
  ],
  begin: "dW[0, 2]",
});
