import { expect, test } from "vitest";
import { exerciseIds, graphExerciseIds, loadExercise } from "#course/definitions.ts";
import * as files from "#course/files.ts";

test("an exercise is found by its id", async () => {
  expect(await loadExercise("scalar/square")).toMatchObject({ id: "scalar/square", wrt: ["x"] });
});

test("an unknown id is named, with all that there are", async () => {
  await expect(loadExercise("scalar/sqare")).rejects.toThrow(
    /scalar\/sqare.*linear\/weight.*scalar\/square/s,
  );
});

test("the build knows what lies in the repository", async () => {
  expect(exerciseIds).toEqual(await files.exerciseIds());
  expect(graphExerciseIds).toEqual(await files.graphExerciseIds());
});
