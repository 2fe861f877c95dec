import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "Absolute error, on both sides of the kink",
  inputs: { y_actual: uniform(-3, 3), x: uniform(-3, 3) },
  edgeCases: [
    { y_actual: 10, x: 1 },
    { y_actual: 2.5, x: -0.5 },
    { y_actual: 1, x: 3 },
    { y_actual: -2, x: -1.5 },
    // Close to the kink, on either side, for x² smaller and larger than 1.
    { y_actual: 0.4, x: 0.5 },
    { y_actual: 0.1, x: -0.5 },
    { y_actual: 3, x: 1.5 },
    { y_actual: 3.5, x: -2 },
  ],
  // The kink is where x² = y_actual.
  accepts: ({ y_actual, x }) => Math.abs(Number(x) ** 2 - Number(y_actual)) > 0.1,
  forward: ({ y_actual, x }) => x.pow(2).sub(y_actual).abs(),
  wrt: ["x"],
  asks: { name: "d_absolute_error", params: ["y_actual", "x"] },
  shown: {
    python: `def absolute_error(y_actual, x):
    return abs(x**2 - y_actual)
`,
    javascript: `function absoluteError(yActual, x) {
  return Math.abs(x ** 2 - yActual);
}
`,
  },
  solution: {
    python: `def d_absolute_error(y_actual, x):
    du = 1 if x**2 > y_actual else -1  # the slope of abs(u): the sign of u
    return du * 2 * x  # u = x**2 - y_actual reacts to x as the square does
`,
    javascript: `function dAbsoluteError(yActual, x) {
  const du = x ** 2 > yActual ? 1 : -1; // the slope of |u|: the sign of u
  return du * 2 * x; // u = x² - yActual reacts to x as the square does
}
`,
  },
  hints: [
    "The local derivative of |u| does not depend on how large u is, only on which side of 0 it lies.",
    "It is 1 where u > 0 and -1 where u < 0. Here u = x² - y_actual.",
    "Multiply that sign by the derivative of u with respect to x.",
  ],
  notes: [
    {
      kind: "missing-factor",
      at: "d(abs(x**2 - y_actual))/d(x**2 - y_actual)",
      says: "On one side of 0 the bars change nothing. What do they do on the other?",
    },
  ],
});
