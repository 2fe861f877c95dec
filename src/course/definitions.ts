/** What the course defines, one a file and fetched by its name, as the site's build knows it. */
import {
  isGraphExercise,
  type Exercise,
  type ExerciseDefinition,
  type GraphExercise,
  type GraphExerciseDefinition,
} from "#exercise/index.ts";
import type { GraphDefinition } from "#graph/graph-definition.ts";
import type { ShapeDefinition } from "#graph/shape-definition.ts";
import type { StagedDefinition } from "#graph/staged-definition.ts";

interface Module<Definition> {
  default: Definition;
}

/** The names in alphabetical order. Loading rejects if there is none of the name, or if it can't be fetched. */
function definitionsIn<Definition>(
  folder: string,
  modules: Record<string, () => Promise<Module<Definition>>>,
) {
  const names: readonly string[] = Object.keys(modules)
    .map((path) => path.slice(`/${folder}/`.length, -".ts".length))
    .sort();
  const load = async (name: string): Promise<Definition> => {
    if (!names.includes(name)) {
      throw new Error(`There is no ${folder}/${name}.ts. There are: ${names.join(", ")}.`);
    }
    return (await modules[`/${folder}/${name}.ts`]!()).default;
  };
  return { names, load };
}

const exercises = definitionsIn(
  "exercises",
  import.meta.glob<Module<ExerciseDefinition>>(["/exercises/**/*.ts", "!/exercises/**/*-graph.ts"]),
);
const graphExercises = definitionsIn(
  "exercises",
  import.meta.glob<Module<GraphExerciseDefinition>>("/exercises/**/*-graph.ts"),
);

export const exerciseIds = exercises.names;
export const graphExerciseIds = graphExercises.names;

/** Fetches an exercise whose answer is code. Rejects with an Error that lists the ids, if it isn't one of them. */
export const loadExercise = async (id: string): Promise<Exercise> => ({ ...(await exercises.load(id)), id });

/** Fetches a graph exercise. Rejects likewise. */
export const loadGraphExercise = async (id: string): Promise<GraphExercise> => ({
  ...(await graphExercises.load(id)),
  id,
});

/** Fetches one of either kind. */
export const loadAnyExercise = (id: string): Promise<Exercise | GraphExercise> =>
  isGraphExercise(id) ? loadGraphExercise(id) : loadExercise(id);

/** Functions to draw. */
export const { names: graphNames, load: loadGraph } = definitionsIn(
  "content/graphs",
  import.meta.glob<Module<GraphDefinition>>("/content/graphs/*.ts"),
);

/** Functions to look at entry by entry. */
export const { names: shapeNames, load: loadShapes } = definitionsIn(
  "content/shapes",
  import.meta.glob<Module<ShapeDefinition>>("/content/shapes/*.ts"),
);

/** Computations in stages. */
export const { load: loadStaged } = definitionsIn(
  "content/staged",
  import.meta.glob<Module<StagedDefinition>>("/content/staged/*.ts"),
);
