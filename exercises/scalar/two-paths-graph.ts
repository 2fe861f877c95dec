import { defineGraphExercise } from "#exercise/index.ts";

export default defineGraphExercise({
  title: "Two paths, edge by edge",
  inputs: { x: [-6, -5, -4, -3, 2, 3, 4, 5, 6] },
  forward: ({ x }) => x.pow(2).mul(x.add(1)),
  hints: [
    "Start at the result with 1. The product comes first: each factor gets the gradient that arrives, times the other factor.",
    "Two paths go on from there, one through the square and one through the sum. Take each back to x by itself.",
    "The square multiplies what arrives by 2 · x. The sum passes it on as it is.",
    "Both paths end in x. What they bring is added up.",
  ],
});
