import { glob } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { closest, distance } from "fastest-levenshtein";
import { UsageError } from "#cli/usage.ts";
import type { Exercise, ExerciseDefinition } from "#exercise/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}exercises/`;

/** Where the course's own files are: the folder that holds `exercises` and `content`. */
export const courseRoot = root;

/** The ids of all exercises, sorted: the paths below `exercises/`. */
export async function exerciseIds(): Promise<string[]> {
  const paths = await Array.fromAsync(glob("**/*.ts", { cwd: folder }));
  return paths.map((path) => path.replaceAll("\\", "/").replace(/\.ts$/, "")).sort();
}

/** Loads one exercise. The id must be one of `exerciseIds`. */
export async function loadExercise(id: string): Promise<Exercise> {
  const module = (await import(pathToFileURL(`${folder}${id}.ts`).href)) as { default: ExerciseDefinition };
  return { id, ...module.default };
}

/** "There is no exercise …", with the nearest id or all that there are. */
export function unknownExercise(id: string, ids: readonly string[]): string {
  const nearest = ids.length > 0 ? closest(id, [...ids]) : null;
  const near = nearest !== null && distance(id, nearest) <= 4 ? ` Did you mean ${nearest}?` : "";
  return `There is no exercise ${JSON.stringify(id)}.${near}`;
}

/** The ids that a command was given, or all. Throws a UsageError that lists what exists. */
export async function chosenIds(wanted: readonly string[]): Promise<string[]> {
  const ids = await exerciseIds();
  const unknown = wanted.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    const complaints = unknown.map((id) => unknownExercise(id, ids)).join("\n");
    throw new UsageError(`${complaints}\nThere are:\n${ids.map((id) => `  ${id}`).join("\n")}`);
  }
  return wanted.length > 0 ? [...wanted] : ids;
}
