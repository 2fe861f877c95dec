import type { Tensor } from "#autodiff/index.ts";

/**
 * What an author of a graph exercise writes; `exercises/<lesson>/<slug>-graph.ts` exports one as its default. The learner sees
 * the graph of `forward` with its values, and fills in every gradient from the result back to each input.
 */
export interface GraphExerciseDefinition<Input extends string = string> {
  /** A few words, in sentence case, without the lesson's name. */
  title: string;
  /**
   * The numbers that each input can have, in all combinations: such that the gradients can be worked out in the head, unless `digits`
   * lets them be rounded.
   */
  inputs: Readonly<Record<Input, readonly number[]>>;
  /** False for combinations to leave out, such as those where a wrong rule gives the right number. */
  accepts?: (inputs: Readonly<Record<Input, number>>) => boolean;
  /** True for combinations that are not set any more, and once were: answers to them are graded. */
  acceptedBefore?: (inputs: Readonly<Record<Input, number>>) => boolean;
  /** The function on the graph: from numbers to a number, in as many steps as the learner is to see. */
  forward: (inputs: Readonly<Record<Input, Tensor>>) => Tensor;
  /** So many significant digits of a gradient are enough; all of them where this is left out. */
  digits?: number;
  /** From a nudge to nearly the answer. */
  hints: readonly string[];
}

/** A definition together with its id, the path below `exercises/`. */
export interface GraphExercise extends GraphExerciseDefinition {
  id: string;
}

/** Whether an id is that of a graph exercise: its name says so. */
export const isGraphExercise = (id: string): boolean => id.endsWith("-graph");

/** Types a definition: the names in `forward` and `accepts` must be names of `inputs`. */
export function defineGraphExercise<const Input extends string>(
  definition: GraphExerciseDefinition<Input>,
): GraphExerciseDefinition {
  return definition;
}
