import type { Exercise, ExerciseDefinition } from "#exercise/index.ts";

const modules = import.meta.glob<{ default: ExerciseDefinition }>([
  "/exercises/**/*.ts",
  "!/exercises/**/*-graph.ts",
]);

const pathOf = (id: string) => `/exercises/${id}.ts`;

/** The ids of all exercises whose answer is code, in alphabetical order. */
export const exerciseIds: readonly string[] = Object.keys(modules)
  .map((path) => path.slice("/exercises/".length, -".ts".length))
  .sort();

/** Fetches one exercise's definition. Rejects if there is none of this id, or if it can't be fetched. */
export async function loadExercise(id: string): Promise<Exercise> {
  const load = Object.hasOwn(modules, pathOf(id)) ? modules[pathOf(id)] : undefined;
  if (!load) throw new Error(`There is no exercise “${id}”. There are: ${exerciseIds.join(", ")}.`);
  const { default: definition } = await load();
  return { ...definition, id };
}
