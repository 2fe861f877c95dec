import { describe, expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { casesFor, separability } from "#grader/index.ts";

const ids = await exerciseIds();

describe.each(ids)("%s", (id) => {
  test("has the same cases every time, its edge cases first and at least eight more", async () => {
    const exercise = await loadExercise(id);
    const cases = casesFor(exercise);
    const edges = exercise.edgeCases ?? [];
    expect(cases).toEqual(casesFor(await loadExercise(id)));
    expect(cases.slice(0, edges.length).map(({ inputs }) => inputs)).toEqual(edges);
    expect(cases.length - edges.length).toBeGreaterThanOrEqual(8);
  });

  test("varies the shapes of its arrays", async () => {
    const exercise = await loadExercise(id);
    for (const [place, param] of exercise.asks.params.entries()) {
      if (!exercise.inputs[param]?.axes.some((axis) => typeof axis === "string")) continue;
      const shapes = casesFor(exercise).map(({ args }) =>
        [args[place]!].map((value) => (value.kind === "array" ? String(value.shape) : "")).join(),
      );
      expect(new Set(shapes).size).toBeGreaterThan(1);
    }
  });
});

describe("separability", () => {
  test.each(ids)("%s is sound", async (id) => {
    expect(separability(await loadExercise(id)).problems).toEqual([]);
  });

  test("finds cases at which a wrong answer would pass", async () => {
    const exercise = await loadExercise("scalar/square");
    const { uniform } = await import("#exercise/index.ts");
    const always = { ...exercise, inputs: { x: uniform(2, 2) }, edgeCases: [{ x: 2 }] };
    expect(separability(always).problems.join("\n")).toMatch(/equals the forward value/);
    const zero = { ...exercise, inputs: { x: uniform(0, 0) }, edgeCases: [{ x: 0 }] };
    expect(separability(zero).problems.join("\n")).toMatch(/is 0 in every case/);
  });
});
