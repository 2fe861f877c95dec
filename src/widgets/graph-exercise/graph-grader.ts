/** All that it takes to vary and grade a graph exercise, fetched when it is first needed. */
import { loadGraphExercise } from "#course/definitions.ts";
import {
  drawIndex,
  drawsOf,
  gradeGraphAnswer,
  wasDrawn,
  type Draw,
  type GraphGrade,
} from "#grader/graph/index.ts";
import { variantFor, type GraphVariant } from "#widgets/graph-exercise/graph-variant.ts";

export interface GraphGrader {
  /** The exercise with these numbers, or null if it is never set with them. */
  variant: (draw: Draw) => GraphVariant | null;
  /** The numbers that come after these. */
  next: (draw: Draw) => Draw;
  grade: (answer: string) => GraphGrade;
}

/** The grader of one exercise. Rejects if there is no such exercise, or if it can't be fetched. */
export async function loadGraphGrader(id: string): Promise<GraphGrader> {
  const exercise = await loadGraphExercise(id);
  const draws = drawsOf(exercise);
  return {
    variant: (draw) => (wasDrawn(exercise, draw) ? variantFor(exercise, draw) : null),
    next: (draw) => draws[(drawIndex(draws, draw) + 1) % draws.length]!,
    grade: (answer) => gradeGraphAnswer(exercise, answer),
  };
}
