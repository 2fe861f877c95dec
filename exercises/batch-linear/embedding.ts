import { tensor, type Tensor } from "#autodiff/index.ts";
import { defineExercise, integer, uniform } from "#exercise/index.ts";

/** A row for each word: 1 at the last place where it is looked up, 0 elsewhere. */
function lastUses(ids: Tensor, words: number): Tensor {
  const places = ids.entries();
  const rows = Array.from({ length: words }, (_, word) =>
    places.map((_, i) => Number(i === places.lastIndexOf(word))),
  );
  return tensor(rows, { dtype: "float64" });
}

/** `ids` name rows 0 to 3, so that the last rows of a longer table are often not looked up at all. */
export default defineExercise({
  title: "Rows looked up in a table",
  sizes: { words: [4, 6], features: [1, 4], count: [1, 7] },
  inputs: {
    E: uniform(-3, 3, ["words", "features"]),
    ids: integer(0, 3, ["count"]),
    dX: uniform(-3, 3, ["count", "features"]),
  },
  edgeCases: [
    {
      E: [
        [0.5, -1],
        [2, 0.25],
        [-1.5, 3],
        [0, 1],
      ],
      ids: [2, 0, 2],
      dX: [
        [1, -0.5],
        [2, 0],
        [0.5, 3],
      ],
    },
    { E: [[1], [-2], [0.5], [3]], ids: [3], dX: [[-1.5]] },
    {
      E: [
        [1, -1, 2],
        [0.5, 0, -2],
        [3, 1.5, -0.5],
        [-1, 2, 0.25],
        [2, -3, 1],
      ],
      ids: [4, 1, 1, 4, 1],
      dX: [
        [1, 0, 2],
        [-1, 0.5, 0],
        [2, -2, 1],
        [0.25, 3, -1],
        [0.5, 1, -3],
      ],
    },
  ],
  forward: ({ E, ids, dX }, step) =>
    step("X", E.indexWith(ids.detach().to("int64")))
      .mul(dX)
      .sum(),
  wrt: ["E"],
  asks: { name: "d_embedding", params: ["E", "ids", "dX"] },
  shown: {
    python: `import numpy as np

def embedding(E, ids):
    return E[ids]

def stand_in_loss(E, ids, dX):
    X = embedding(E, ids)
    return (X * dX).sum()
`,
    javascript: `function embedding(E, ids) {
  return NdArray.from([...ids].map((id) => E[id]));
}

function standInLoss(E, ids, dX) {
  const X = embedding(E, ids);
  return X.mul(dX).sum();
}
`,
  },
  solution: {
    python: `import numpy as np

def d_embedding(E, ids, dX):
    # A row that is never looked up moves nothing: its gradient stays 0.
    dE = np.zeros(E.shape)
    for i in range(len(ids)):
        # X[i] is a copy of E[ids[i]], with slope 1: dX[i] goes back there as it is.
        # Where several copies of one row were taken, their paths meet, so they add up.
        dE[ids[i]] = dE[ids[i]] + dX[i]
    return dE
`,
    javascript: `function dEmbedding(E, ids, dX) {
  // A row that is never looked up moves nothing: its gradient stays 0.
  const dE = [...E].map(([...row]) => row.map(() => 0));
  for (let i = 0; i < ids.length; i++) {
    // X[i] is a copy of E[ids[i]], with slope 1: dX[i] goes back there as it is.
    // Where several copies of one row were taken, their paths meet, so they add up.
    dE[ids[i]] = dE[ids[i]].map((entry, k) => entry + dX[i][k]);
  }
  return dE;
}
`,
  },
  hints: [
    "The gradient has the shape of E. Which rows of E have a part in X at all?",
    "Row i of X is a copy of row ids[i] of E. A copy has the slope 1, so dX[i] goes back to that row as it is.",
    "A row that was looked up twice has two copies in X. A gradient comes back from each, and the two meet in one row.",
    "Start with zeros in the shape of E. Go through the places i, and add dX[i] to row ids[i] of the result.",
  ],
  notes: [
    {
      answer: ({ E, ids, dX }) => lastUses(ids, E.shape[0]!).matmul(dX),
      kind: "missing-path",
      says: "Of a row that `ids` names more than once, only the last place counts: what was written there before is replaced. What becomes of the gradients of its other places?",
    },
  ],
});
