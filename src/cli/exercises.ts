import { glob } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { closest, distance } from "fastest-levenshtein";
import { UsageError } from "#cli/usage.ts";
import {
  isGraphExercise,
  type Exercise,
  type ExerciseDefinition,
  type GraphExercise,
  type GraphExerciseDefinition,
} from "#exercise/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}exercises/`;

/** Where the course's own files are: the folder that holds `exercises` and `content`. */
export const courseRoot = root;

/** The ids of all exercises of both kinds, sorted: the paths below `exercises/`. */
export async function allIds(): Promise<string[]> {
  const paths = await Array.fromAsync(glob("**/*.ts", { cwd: folder }));
  return paths.map((path) => path.replaceAll("\\", "/").replace(/\.ts$/, "")).sort();
}

/** The ids of the exercises whose answer is code. */
export const exerciseIds = async (): Promise<string[]> =>
  (await allIds()).filter((id) => !isGraphExercise(id));

/** The ids of the graph exercises. */
export const graphExerciseIds = async (): Promise<string[]> => (await allIds()).filter(isGraphExercise);

/** The file that defines an exercise. */
export const exerciseFile = (id: string): string => `${folder}${id}.ts`;

const definitionOf = async <Definition>(id: string): Promise<Definition> =>
  ((await import(pathToFileURL(exerciseFile(id)).href)) as { default: Definition }).default;

/** Loads one exercise. The id must be one of `exerciseIds`. */
export const loadExercise = async (id: string): Promise<Exercise> => ({
  id,
  ...(await definitionOf<ExerciseDefinition>(id)),
});

/** Loads one graph exercise. The id must be one of `graphExerciseIds`. */
export const loadGraphExercise = async (id: string): Promise<GraphExercise> => ({
  id,
  ...(await definitionOf<GraphExerciseDefinition>(id)),
});

/** "There is no exercise …", with the nearest id or all that there are. */
export function unknownExercise(id: string, ids: readonly string[]): string {
  const nearest = ids.length > 0 ? closest(id, [...ids]) : null;
  const near = nearest !== null && distance(id, nearest) <= 4 ? ` Did you mean ${nearest}?` : "";
  return `There is no exercise ${JSON.stringify(id)}.${near}`;
}

/** The ids that a command was given, or all there are. Throws a UsageError that lists what exists. */
export function choose(wanted: readonly string[], ids: readonly string[]): string[] {
  const unknown = wanted.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    const complaints = unknown.map((id) => unknownExercise(id, ids)).join("\n");
    throw new UsageError(`${complaints}\nThere are:\n${ids.map((id) => `  ${id}`).join("\n")}`);
  }
  return wanted.length > 0 ? [...wanted] : [...ids];
}
