/** All that it takes to set and grade a graph exercise, fetched when it is first needed. */
import { loadGraphExercise } from "#course/definitions.ts";
import { drawsOf, gradeGraphAnswer, placeAmong, type Draw, type GraphGrade } from "#grader/graph/index.ts";
import { settingFor, type Setting } from "#widgets/graph-exercise/setting.ts";

export interface GraphBench {
  /** The exercise with these numbers, or null if it is never set with them. */
  set: (draw: Draw) => Setting | null;
  /** The numbers that come after these. */
  next: (draw: Draw) => Draw;
  grade: (answer: string) => GraphGrade;
}

/** The bench of one exercise. Rejects if there is no such exercise, or if it can't be fetched. */
export async function loadGraphBench(id: string): Promise<GraphBench> {
  const exercise = await loadGraphExercise(id);
  const draws = drawsOf(exercise);
  return {
    set: (draw) => (placeAmong(draws, draw) === -1 ? null : settingFor(exercise, draw)),
    next: (draw) => draws[(placeAmong(draws, draw) + 1) % draws.length]!,
    grade: (answer) => gradeGraphAnswer(exercise, answer),
  };
}
