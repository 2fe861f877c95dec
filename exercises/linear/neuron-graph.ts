import { defineGraphExercise } from "#exercise/index.ts";

export default defineGraphExercise({
  title: "A neuron, edge by edge",
  inputs: {
    w: [-4, -3, -2, 2, 3, 4],
    x: [-4, -3, -2, 2, 3, 4],
    b: [-13, -12, -11, -8, -7, -6, -5, 5, 6, 7, 8, 11, 12, 13],
  },
  accepts: ({ w, x, b }) => w !== x && [1, 2].includes(Math.abs(w * x + b)),
  acceptedBefore: ({ w, x, b }) => w * x + b === 0,
  digits: 3,
  forward: ({ w, x, b }) => w.mul(x).add(b).sigmoid(),
  hints: [
    "Start at the result with 1, and go back one edge at a time: the gradient that arrives times the step's own slope.",
    "The slope of the sigmoid is a · (1 − a), where a is its output, which stands on the graph.",
    "A plus sign passes the gradient on to both sides as it is.",
    "At a product each factor gets the gradient that arrives, times the other factor.",
  ],
});
