import { describe, expect, test } from "vitest";
import { casesFor } from "#grader/index.ts";
import { loadExercise } from "#course/definitions.ts";
import { caseToDraw } from "#widgets/graph/case-to-draw.ts";
import { drawMistake } from "#widgets/graph/drawn-mistake.ts";
import { gradeAnswer, type Derivative } from "../../grader/answer.ts";
import type { Fault } from "#graph/fault.ts";

const mistakeIn = async (id: string, output: string, ...bends: readonly Fault[]) => {
  const exercise = await loadExercise(id);
  return drawMistake(exercise, casesFor(exercise)[0]!, { bends, output });
};

test("the learner's flow parts from the right one at the mistake, and stays apart from there on", async () => {
  const { wrong, yours, snapshot } = await mistakeIn("loss/squared-error", "x", {
    node: 2,
    input: 0,
    change: "taken-as-one",
  });
  expect(wrong).toEqual(["2:0"]);
  // At x = 1, y_actual = 10 the outer square should bring −18.
  expect(snapshot.edges.find(({ id }) => id === "2:0")!.contribution).toEqual([-18]);
  expect(Object.fromEntries(yours)).toEqual({
    "0:0": "yours: 2",
    "1:0": "yours: 1",
    "1:1": "yours: −1",
    "2:0": "yours: 1",
  });
});

test("a path left out is none, an array that differs says so", async () => {
  const cut = await mistakeIn("batch-linear/bias", "B", { node: 1, input: 1, change: "cut" });
  expect(cut.yours.get("1:1")).toBe("yours: none");
  const mean = await mistakeIn("batch-linear/bias", "B", { node: 2, input: 0, change: { slip: 0 } });
  expect(mean.yours.get("1:1")).toBe("yours differs");
});

describe("two mistakes at once", () => {
  const lossOf = (local: (difference: number, x: number) => number) => (y: number, p: number, x: number) =>
    local(p - y, x);

  test.each<[string, string, number, Derivative]>([
    ["a factor and the sign lost", "loss/squared-error", 2, lossOf((d) => -4 * d)],
    ["a factor lost, another doubled", "loss/squared-error", 2, lossOf((d) => 8 * d)],
    ["two slips", "scalar/polynomial", 2, (x: number) => 3 * x ** 2 + 2],
    ["one exponent kept and one raised", "loss/squared-error", 2, lossOf((d, x) => 4 * d ** 2 * x ** 3)],
  ])("%s: both are drawn, and what is drawn adds up to the answer", async (_, id, count, derivative) => {
    const exercise = await loadExercise(id);
    const grade = gradeAnswer(exercise, derivative);
    expect(grade.message).toContain("two things wrong at once");
    const index = caseToDraw(grade)!;
    const { snapshot, wrong, yours } = drawMistake(exercise, casesFor(exercise)[index]!, grade.diagnosis!);
    expect(wrong).toHaveLength(count);
    for (const id of wrong) {
      const marked = snapshot.edges.filter((edge) => edge.id === id || edge.from === id);
      expect([id, marked.some((edge) => yours.has(edge.id))]).toEqual([id, true]);
    }
    const drawn = snapshot.edges
      .filter(({ from }) => from === "x")
      .map((edge) =>
        Number(yours.get(edge.id)?.replace("yours: ", "").replace("−", "-") ?? edge.contribution),
      );
    const answer = grade.cases[index]!.outputs[0]!.yours;
    expect(drawn.reduce((sum, each) => sum + each, 0)).toBeCloseTo(
      answer?.kind === "number" ? answer.value : NaN,
      1,
    );
  });
});
