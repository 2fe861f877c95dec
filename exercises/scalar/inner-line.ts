import { tensor } from "#autodiff/index.ts";
import { defineExercise, uniform } from "#exercise/index.ts";

export default defineExercise({
  title: "A line inside a square",
  inputs: { x: uniform(-3, 3) },
  edgeCases: [{ x: 1 }, { x: 0 }, { x: -2 }],
  forward: ({ x }, step) => step("u", tensor(3).mul(x).add(1)).pow(2),
  wrt: ["x"],
  asks: { name: "d_inner_line", params: ["x"] },
  shown: {
    python: `def inner_line(x):
    u = 3 * x + 1
    return u**2
`,
    javascript: `function innerLine(x) {
  const u = 3 * x + 1;
  return u ** 2;
}
`,
  },
  solution: {
    python: `def d_inner_line(x):
    u = 3 * x + 1
    du = 2 * u  # the square: twice what is squared
    return du * 3  # the line: u moves three times as far as x
`,
    javascript: `function dInnerLine(x) {
  const u = 3 * x + 1;
  const du = 2 * u; // the square: twice what is squared
  return du * 3; // the line: u moves three times as far as x
}
`,
  },
  hints: [
    "Name the two steps: u = 3x + 1, then y = u².",
    "Each step has a local derivative. For the square, it depends on u. For the line, it is the same everywhere.",
    "The square contributes 2u. How far does u move when x moves by 1?",
    "Multiply the two, with u = 3x + 1 put in.",
  ],
  notes: [
    {
      answer: ({ x }) => x.mul(3).add(1).mul(8),
      says: "The line brings `3 + 1` in yours. How much of that reacts to `x`?",
    },
  ],
});
