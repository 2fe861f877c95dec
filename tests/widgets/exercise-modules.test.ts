import { expect, test } from "vitest";
import { loadExercise } from "#widgets/exercise-modules.ts";

test("an exercise is found by its id", async () => {
  expect(await loadExercise("scalar/square")).toMatchObject({ id: "scalar/square", wrt: ["x"] });
});

test("an unknown id is named, with all that there are", async () => {
  await expect(loadExercise("scalar/sqare")).rejects.toThrow(
    /scalar\/sqare.*linear\/weight.*scalar\/square/s,
  );
});
