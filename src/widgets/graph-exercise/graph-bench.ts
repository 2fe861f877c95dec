/** All that it takes to set and grade a graph exercise, fetched when it is first needed. */
import type { GraphExercise, GraphExerciseDefinition } from "#exercise/index.ts";
import { drawsOf, gradeGraphAnswer, placeAmong, type Draw, type GraphGrade } from "#grader/graph/index.ts";
import { settingFor, type Setting } from "#widgets/graph-exercise/setting.ts";

const modules = import.meta.glob<{ default: GraphExerciseDefinition }>("/exercises/**/*-graph.ts");

const pathOf = (id: string) => `/exercises/${id}.ts`;

/** The ids of all graph exercises. */
export const graphExerciseIds: readonly string[] = Object.keys(modules).map((path) =>
  path.slice("/exercises/".length, -".ts".length),
);

/** Fetches one exercise's definition. Rejects if there is none of this id, or if it can't be fetched. */
export async function loadGraphExercise(id: string): Promise<GraphExercise> {
  const load = Object.hasOwn(modules, pathOf(id)) ? modules[pathOf(id)] : undefined;
  if (!load) {
    throw new Error(`There is no graph exercise “${id}”. There are: ${graphExerciseIds.join(", ")}.`);
  }
  const { default: definition } = await load();
  return { ...definition, id };
}

export interface GraphBench {
  /** The exercise with these numbers, or null if it is never set with them. */
  set: (draw: Draw) => Setting | null;
  /** The numbers that come after these. */
  next: (draw: Draw) => Draw;
  grade: (answer: string) => GraphGrade;
}

export async function loadGraphBench(id: string): Promise<GraphBench> {
  const exercise = await loadGraphExercise(id);
  const draws = drawsOf(exercise);
  return {
    set: (draw) => (placeAmong(draws, draw) === -1 ? null : settingFor(exercise, draw)),
    next: (draw) => draws[(placeAmong(draws, draw) + 1) % draws.length]!,
    grade: (answer) => gradeGraphAnswer(exercise, answer),
  };
}
