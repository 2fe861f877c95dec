import { describe, expect, test } from "vitest";
import { checkGraphExercise } from "#cli/check-graph.ts";
import { graphExerciseIds, loadGraphExercise } from "#course/files.ts";
import type { GraphExercise } from "#exercise/index.ts";
import { twoSteps } from "../grader/graph/two-steps.ts";

const square: GraphExercise = {
  id: "test/square-graph",
  title: "A square",
  inputs: { x: [-7, -6, -5, -4, -3, 3, 4, 5, 6, 7] },
  forward: ({ x }) => x!.pow(2),
  hints: ["Bring the exponent down."],
};

test.each([...(await Promise.all((await graphExerciseIds()).map(loadGraphExercise))), twoSteps, square])(
  "$id is sound",
  (exercise) => {
    expect(checkGraphExercise(exercise)).toEqual([]);
  },
);

describe("what is wrong with a graph exercise is named", () => {
  test.each<[string, Partial<GraphExercise>, RegExp]>([
    ["no hints", { hints: [] }, /no hints/],
    ["too few numbers", { inputs: { x: [2, 3] } }, /leave 2 sets of numbers/],
    ["numbers that accepts refuses", { accepts: () => false }, /leave 0 sets/],
    ["an array", { forward: ({ x }) => x!.reshape([1]).pow(2) }, /computes with arrays/],
    ["an array on the way", { forward: ({ x }) => x!.reshape([1]).pow(2).sum() }, /computes with arrays/],
    ["a result of two numbers", { forward: ({ x }) => x!.expand([2]) }, /computes with arrays/],
    ["a result without a graph", { forward: ({ x }) => x!.detach().pow(2) }, /does not depend on its inputs/],
    [
      "another graph for other numbers",
      { forward: ({ x }) => (x!.item() > 0 ? x!.pow(2) : x!.mul(x!)) },
      /other steps/,
    ],
    ["an input that isn't used", { inputs: { ...square.inputs, b: [1] } }, /does not use b/],
    [
      "a mistake that passes",
      { inputs: { x: [1, ...square.inputs.x!] } },
      /At {"x":1} a mistake gives the right gradient/,
    ],
    ["a gradient of 0", { inputs: { x: [0, ...square.inputs.x!] } }, /is 0\. Choose/],
    ["long values", { inputs: { x: [1 / 3, ...square.inputs.x!] } }, /a value on the way is 0\.1111/],
    [
      "long gradients",
      { forward: ({ x }) => x!.reciprocal().pow(0).mul(x!.div(3)).mul(3) },
      /Choose numbers/,
    ],
  ])("%s", (_what, changes, complaint) => {
    expect(checkGraphExercise({ ...square, ...changes }).join("\n")).toMatch(complaint);
  });
});
