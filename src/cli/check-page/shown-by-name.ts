/** The components that show something by its name: an exercise, a graph, a file. */
import { exerciseAnchor, graphAnchor, shapesAnchor, stagedAnchor } from "#course/anchors.ts";
import { pathsIn } from "#course/files.ts";
import { isGraphExercise } from "#exercise/index.ts";

export interface ShownByName {
  /** The attribute that holds the name. */
  attribute: string;
  /** What it is a name of, with its article. */
  what: string;
  /** The names that there are. */
  names: (root: string) => Promise<string[]>;
  /** How to make one of this name. */
  remedy: (name: string) => string;
  /** The anchor that it has on the page, if a link may lead to it. */
  anchor?: (name: string) => string;
}

const filesIn = async (root: string, folder: string): Promise<string[]> =>
  (await pathsIn(folder, ".ts", root)).map((name) => `${name}.ts`);

/** Those that `content/` defines, one a file. */
const defined = (
  folder: string,
  what: string,
  definition: string,
  anchor: (name: string) => string,
): ShownByName => ({
  attribute: "of",
  what,
  names: (root) => pathsIn(`content/${folder}`, ".ts", root),
  remedy: (name) => `Write content/${folder}/${name}.ts; ${definition} says what goes into it.`,
  anchor,
});

const exerciseOf = (attribute: string, graph: boolean): ShownByName => ({
  attribute,
  what: graph ? "graph exercise" : "exercise",
  names: async (root) =>
    (await pathsIn("exercises", ".ts", root)).filter((id) => isGraphExercise(id) === graph),
  remedy: (id) =>
    isGraphExercise(id) === graph
      ? `Write it, beginning with: npm run -s handgrad -- new exercise ${id}`
      : `A name that ends in -graph is one of <GraphExercise>, any other one of <Exercise>.`,
  anchor: exerciseAnchor,
});

const { anchor: _, ...answered } = exerciseOf("exercise", false);

/** By what a page imports. */
export const shownByName: Readonly<Partial<Record<string, ShownByName>>> = {
  "#widgets/Exercise.astro": exerciseOf("id", false),
  "#widgets/graph-exercise/GraphExercise.astro": exerciseOf("id", true),
  "#widgets/GradedExample.astro": answered,
  "#widgets/graph/ComputationGraph.astro": defined(
    "graphs",
    "graph",
    "src/graph/graph-definition.ts",
    graphAnchor,
  ),
  "#widgets/staged/StagedGraph.astro": defined(
    "staged",
    "computation in stages",
    "src/graph/staged-definition.ts",
    stagedAnchor,
  ),
  "#widgets/shapes/ShapeExplorer.astro": defined(
    "shapes",
    "function to look at entry by entry",
    "src/graph/shape-definition.ts",
    shapesAnchor,
  ),
  "#site/EngineExample.astro": {
    attribute: "file",
    what: "example",
    names: (root) => filesIn(root, "content/engine"),
    remedy: (name) => `Write content/engine/${name}.`,
  },
  "#site/EngineSource.astro": {
    attribute: "file",
    what: "file of the engine",
    names: (root) => filesIn(root, "src/autodiff"),
    remedy: () => "Name a file below src/autodiff.",
  },
};
