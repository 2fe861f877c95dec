import { expect, test } from "vitest";
import { loadExercise } from "#widgets/exercise-modules.ts";
import { mistakeIn } from "#widgets/graph/mistake.ts";

test("the learner's flow parts from the right one at the mistake, and stays apart from there on", async () => {
  const exercise = await loadExercise("loss/squared-error");
  const bends = [{ node: 2, input: 0, change: "taken-as-one" }] as const;
  const { wrong, yours, flow } = mistakeIn(exercise, 0, bends);
  expect(wrong).toEqual(["2:0"]);
  // At x = 1, y_actual = 10 the outer square should bring −18.
  expect(flow.edges.find(({ id }) => id === "2:0")!.contribution).toEqual([-18]);
  expect(Object.fromEntries(yours)).toEqual({
    "0:0": "yours: 2",
    "1:0": "yours: 1",
    "1:1": "yours: −1",
    "2:0": "yours: 1",
  });
});

test("a path left out is none, an array that differs says so", async () => {
  const exercise = await loadExercise("batch-linear/bias");
  const cut = mistakeIn(exercise, 0, [{ node: 1, input: 1, change: "cut" }]);
  expect(cut.yours.get("1:1")).toBe("yours: none");
  const mean = mistakeIn(exercise, 0, [{ node: 2, input: 0, change: { slip: 0 } }]);
  expect(mean.yours.get("1:1")).toBe("yours differs");
});
