/** The starting point of an exercise. What it leaves empty, `handgrad check` asks for. */
export const exerciseTemplate = `import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  // A few words, in sentence case, without the lesson's name.
  title: "",
  // How each input is drawn. For an array name its axes: uniform(-3, 3, ["n"]), and add sizes: { n: [2, 6] }.
  inputs: { x: uniform(-3, 3) },
  // The numbers of the lesson, a zero, both sides of a kink.
  edgeCases: [{ x: 1 }, { x: 0 }, { x: -2.5 }],
  // The function itself, one operation a step: the grader finds mistakes by injecting a fault into each of its steps.
  forward: ({ x }) => x.pow(2),
  // What to differentiate by, in the order in which the gradients are to be returned.
  wrt: ["x"],
  // The learner's function. In JavaScript its name is written in camelCase.
  asks: { name: "d_f", params: ["x"] },
  // The code of the function as the learner sees it. Its last function computes forward.
  shown: {
    python: "",
    javascript: "",
  },
  solution: {
    python: "",
    javascript: "",
  },
  // From a nudge to nearly the answer.
  hints: [],
});
`;

/** The starting point of a graph exercise. */
export const graphExerciseTemplate = `import { defineGraphExercise } from "#exercise/index.ts";

export default defineGraphExercise({
  // A few words, in sentence case, without the lesson's name.
  title: "",
  // The numbers that each input can have: such that the gradients can be worked out in the head.
  inputs: { x: [-7, -6, -5, -4, -3, 3, 4, 5, 6, 7] },
  // The function on the graph, one operation a step.
  forward: ({ x }) => x.pow(2),
  // From a nudge to nearly the answer.
  hints: [],
});
`;
