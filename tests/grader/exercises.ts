/** Exercises of the kinds that a course has beside scalars: recurrences, given upstream gradients, batches. */
import { loadExercise } from "#course/files.ts";
import {
  awayFromZero,
  defineExercise,
  oneHot,
  uniform,
  type Exercise,
  type ExerciseDefinition,
} from "#exercise/index.ts";
import layerDefinition from "../../exercises/batch-linear/layer.ts";
import batchLossDefinition from "../../exercises/batch-linear/mean-squared-error.ts";
import rnnDefinition from "../../exercises/recursive/rnn.ts";
import unrolledDefinition from "../../exercises/recursive/unrolled.ts";

const nothing = { python: "", javascript: "" };
const untold = { shown: nothing, solution: nothing, hints: [] };
const named = (id: string, definition: ExerciseDefinition): Exercise => ({ ...definition, id });

export const unrolled = named("recursive/unrolled", unrolledDefinition);
export const rnn = named("recursive/rnn", rnnDefinition);

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
