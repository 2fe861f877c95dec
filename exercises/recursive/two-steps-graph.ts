import { defineGraphExercise } from "#exercise/index.ts";

/** A recurrence of two steps: the weight is used twice, so two paths meet in it. */
export default defineGraphExercise({
  title: "Two steps, edge by edge",
  inputs: { w_h: [-4, -3, -2, 2, 3, 4], h0: [-5, -3, -1.5, 1.5, 3, 5] },
  // Where adding comes to the same as multiplying, an answer shows nothing.
  accepts: ({ w_h, h0 }) => w_h !== h0 && w_h !== 2 && w_h + h0 !== w_h * h0,
  acceptedBefore: ({ w_h, h0 }) => w_h !== h0,
  forward: ({ w_h, h0 }) => w_h.mul(w_h.mul(h0)),
  hints: [
    "Start at the result with 1, and go back one edge at a time: the gradient that arrives times the step's own slope.",
    "At a product each factor gets the gradient that arrives, times the other factor.",
    "The weight is used in both steps. What each use brings is added up.",
  ],
});
