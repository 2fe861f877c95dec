import { defineGraph } from "#graph/graph-definition.ts";

export default defineGraph({
  title: "A bias for five rows",
  inputs: {
    X: {
      value: [
        [0.5, -1],
        [2, 0.25],
        [-1.5, 3],
        [0, 1],
        [1, -2],
      ],
    },
    W: {
      value: [
        [0.5, -1, 2],
        [1.5, 0, -0.5],
      ],
    },
    B: { value: [[1, 0.25, -1.5]] },
  },
  forward: ({ X, W, B }) => X.matmul(W).add(B).sum(),
  wrt: ["X", "W", "B"],
  result: "O",
});
