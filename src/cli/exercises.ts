import { glob } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { meant, nearestFirst } from "#cli/nearest.ts";
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

/** So many ids are listed in a message about one that doesn't exist. */
const listedIds = 8;

/** "There is no exercise …", with the ids that are spelt most like it. */
export function unknownExercise(id: string, ids: readonly string[]): string {
  const near = meant(id, ids);
  const guess = near === null ? "" : ` Did you mean ${near}?`;
  const listed = nearestFirst(id, ids).slice(0, listedIds);
  const all = listed.length === ids.length;
  return `There is no exercise ${JSON.stringify(id)}.${guess} There are${all ? "" : ", the nearest first"}: ${listed.join(", ")}${all ? "" : ", …"}.`;
}

/** The names that a command was given, or all there are. Throws a UsageError that lists what exists, the nearest first. */
export function choose(wanted: readonly string[], all: readonly string[]): string[] {
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    const complaints = unknown.map((name) => {
      const near = meant(name, all);
      return `There is no ${JSON.stringify(name)}.${near === null ? "" : ` Did you mean ${near}?`}`;
    });
    const listed = nearestFirst(unknown[0]!, all).map((name) => `  ${name}\n`);
    throw new UsageError(`${complaints.join("\n")}\nThere are:\n${listed.join("").trimEnd()}`);
  }
  return wanted.length > 0 ? [...wanted] : [...all];
}
