import { tensor } from "#autodiff/index.ts";
import { defineGraphExercise } from "#exercise/index.ts";

export default defineGraphExercise({
  title: "A line inside a square, edge by edge",
  inputs: { x: [-6, -5, -4, -3, -2, 2, 4, 5, 6] },
  forward: ({ x }) => tensor(3, { dtype: "float64" }).mul(x).add(1).pow(2),
  hints: [
    "Start at the result with 1, and go back one edge at a time: the gradient that arrives times the step's own slope.",
    "The slope of a square is twice what is squared. That number stands on the edge into it.",
    "Adding a constant passes the gradient on as it is.",
    "Multiplying by 3 makes the result move three times as far. The gradient that arrives is multiplied by 3 too.",
  ],
});
