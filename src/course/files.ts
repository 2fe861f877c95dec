/** The course as it lies in the repository, for whoever runs outside the site's build. */
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  isGraphExercise,
  type Exercise,
  type ExerciseDefinition,
  type GraphExercise,
  type GraphExerciseDefinition,
} from "#exercise/index.ts";
import type { GraphDefinition } from "#graph/graph-definition.ts";

/** The folder that holds `exercises` and `content`, with a slash at its end. */
export const courseRoot = fileURLToPath(new URL("../../", import.meta.url));

/** The paths of the files below a folder of the course that end so, without that ending, sorted. */
export async function pathsIn(folder: string, ending: string, root = courseRoot): Promise<string[]> {
  const paths = await Array.fromAsync(glob(`**/*${ending}`, { cwd: root + folder }));
  return paths.map((path) => path.replaceAll("\\", "/").slice(0, -ending.length)).sort();
}

/** The ids of all exercises of both kinds: the paths below `exercises/`. */
export const allIds = (): Promise<string[]> => pathsIn("exercises", ".ts");

/** The ids of the exercises whose answer is code. */
export const exerciseIds = async (): Promise<string[]> =>
  (await allIds()).filter((id) => !isGraphExercise(id));

/** The ids of the graph exercises. */
export const graphExerciseIds = async (): Promise<string[]> => (await allIds()).filter(isGraphExercise);

/** The file that defines an exercise. */
export const exerciseFile = (id: string): string => `${courseRoot}exercises/${id}.ts`;

const definitionIn = async <Definition>(file: string): Promise<Definition> =>
  ((await import(pathToFileURL(file).href)) as { default: Definition }).default;

/** Loads one exercise. The id must be one of `exerciseIds`. */
export const loadExercise = async (id: string): Promise<Exercise> => ({
  id,
  ...(await definitionIn<ExerciseDefinition>(exerciseFile(id))),
});

/** Loads one graph exercise. The id must be one of `graphExerciseIds`. */
export const loadGraphExercise = async (id: string): Promise<GraphExercise> => ({
  id,
  ...(await definitionIn<GraphExerciseDefinition>(exerciseFile(id))),
});

/** Loads one of either kind. */
export const loadAnyExercise = (id: string): Promise<Exercise | GraphExercise> =>
  isGraphExercise(id) ? loadGraphExercise(id) : loadExercise(id);

/** Loads a function to draw. */
export const loadGraph = (name: string): Promise<GraphDefinition> =>
  definitionIn(`${courseRoot}content/graphs/${name}.ts`);

export interface Page {
  /** Its path below `content/`, without its ending. */
  name: string;
  source: string;
}

/** The sources of all pages, in alphabetical order. */
export const pages = async (): Promise<Page[]> =>
  Promise.all(
    (await pathsIn("content", ".mdx")).map(async (name) => ({
      name,
      source: await readFile(`${courseRoot}content/${name}.mdx`, "utf8"),
    })),
  );
