import type { GraphExercise } from "#exercise/index.ts";
import definition from "../../../exercises/recursive/two-steps-graph.ts";

/** A recurrence of two steps: the weight is used twice, so two paths meet in it. */
export const twoSteps: GraphExercise = { ...definition, id: "recursive/two-steps-graph" };
