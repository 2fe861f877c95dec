/** Exercises of the kinds that a course has beside scalars: recurrences, given upstream gradients, batches. */
import type { Tensor } from "#autodiff/index.ts";
import { loadExercise } from "#cli/exercises.ts";
import {
  awayFromZero,
  defineExercise,
  integer,
  oneHot,
  uniform,
  type Exercise,
  type ExerciseDefinition,
} from "#exercise/index.ts";
import layerDefinition from "../../exercises/batch-linear/layer.ts";
import batchLossDefinition from "../../exercises/batch-linear/mean-squared-error.ts";

const nothing = { python: "", javascript: "" };
const untold = { shown: nothing, solution: nothing, hints: [] };
const named = (id: string, definition: ExerciseDefinition): Exercise => ({ ...definition, id });

export const unrolled = named(
  "test/unrolled",
  defineExercise({
    ...untold,
    title: "The weight of an unrolled recurrence",
    inputs: { w_h: awayFromZero(uniform(-2, 2)), h0: awayFromZero(uniform(-3, 3)), T: integer(0, 8) },
    edgeCases: [0, 1, 2, 3, 4, 8].map((T) => ({ w_h: 2, h0: 0.5, T })),
    forward: ({ w_h, h0, T }) => {
      let h: Tensor = h0;
      for (let t = 0; t < T.item(); t++) h = w_h.mul(h);
      return h;
    },
    wrt: ["w_h"],
    asks: { name: "d_w_unrolled", params: ["w_h", "h0", "T"] },
  }),
);

export const rnn = named(
  "test/rnn",
  defineExercise({
    ...untold,
    title: "Back-propagation through time",
    sizes: { steps: [1, 6] },
    inputs: { w: uniform(-2, 2), u: uniform(-2, 2), h0: uniform(-1, 1), xs: uniform(-1, 1, ["steps"]) },
    edgeCases: [{ w: 0.5, u: 1, h0: -0.5, xs: [1, -0.5, 0.25, 0.5, -1, 0.75] }],
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
  }),
);

export const layer = named("batch-linear/layer", layerDefinition);

/** As many rows as columns, always: no wrong axis shows in the shape. */
export const squareLayer = named("test/square-layer", {
  ...layer,
  inputs: {
    X: uniform(-3, 3, [3, 3]),
    W: uniform(-3, 3, [3, 3]),
    B: uniform(-3, 3, [3]),
    dZ: uniform(-3, 3, [3, 3]),
  },
  edgeCases: [],
});

export const batchLoss = named("batch-linear/mean-squared-error", batchLossDefinition);

export const crossEntropy = named(
  "test/cross-entropy",
  defineExercise({
    ...untold,
    title: "Softmax and cross entropy",
    sizes: { classes: [2, 6] },
    inputs: { z: uniform(-3, 3, ["classes"]), y: oneHot(["classes"]) },
    forward: ({ z, y }) => {
      const e = z.exp();
      return y.mul(e.div(e.sum()).log()).sum().neg();
    },
    wrt: ["z"],
    asks: { name: "d_softmax_cross_entropy", params: ["z", "y"] },
  }),
);

export const norm = named(
  "test/norm",
  defineExercise({
    ...untold,
    title: "The length of a vector",
    sizes: { n: [2, 6] },
    inputs: { x: awayFromZero(uniform(-3, 3, ["n"])) },
    forward: ({ x }) => x.pow(2).sum().sqrt(),
    wrt: ["x"],
    asks: { name: "d_norm", params: ["x"] },
  }),
);

export const center = await loadExercise("batch-norm/mean");
export const variance = await loadExercise("batch-norm/variance");
export const normalize = await loadExercise("batch-norm/normalize");
export const batchNorm = await loadExercise("batch-norm/layer");
