import type { PageNames } from "#lesson/page-names.ts";

/** An exercise that a page holds, and where its tag stands. */
export interface ExerciseUse {
  id: string;
  line: number;
  column: number;
}

/** Whether a tag is that of an exercise, of either kind. */
export const isExercise = (tag: string | null): boolean => tag === "Exercise" || tag === "GraphExercise";

/** The exercises of a page, in its order. */
export const exercisesIn = ({ elements }: PageNames): ExerciseUse[] =>
  elements.flatMap(({ name, attributes, line, column }) => {
    const id = attributes.get("id");
    return isExercise(name) && typeof id === "string" ? [{ id, line, column }] : [];
  });
