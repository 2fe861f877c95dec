import { defineGraphExercise } from "#exercise/index.ts";

export default defineGraphExercise({
  title: "Squared error, edge by edge",
  inputs: { x: [-3, -2, 2, 3], y: [1, 4, 5, 6, 7, 9, 12, 13, 14] },
  accepts: ({ x, y }) => y !== 1 && [3, 4, 5].includes(Math.abs(x * x - y)),
  acceptedBefore: ({ x, y }) => y === 1 && x * x === 4,
  forward: ({ x, y }) => x.pow(2).sub(y).pow(2),
  hints: [
    "Start at the result with 1, and go back one edge at a time: the gradient that arrives times the step's own slope.",
    "The slope of a square is twice what is squared. For the outer square that is the difference.",
    "A minus sign passes a gradient on as it is to what stands before it, and with the opposite sign to what stands behind it.",
    "The last edge takes the gradient that has arrived at the inner square, times 2 · x.",
  ],
});
