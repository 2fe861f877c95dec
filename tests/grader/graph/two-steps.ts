import { defineGraphExercise, type GraphExercise } from "#exercise/index.ts";

/** A recurrence of two steps: the weight is used twice, so two paths meet in it. */
export const twoSteps: GraphExercise = {
  id: "recursive/two-steps-graph",
  ...defineGraphExercise({
    title: "Two steps, edge by edge",
    inputs: { w_h: [-4, -3, -2, 2, 3, 4], h0: [-5, -3, -1.5, 1.5, 3, 5] },
    accepts: ({ w_h, h0 }) => w_h !== h0,
    forward: ({ w_h, h0 }) => w_h.mul(w_h.mul(h0)),
    hints: ["The weight is used in both steps. What each use brings is added up."],
  }),
};
