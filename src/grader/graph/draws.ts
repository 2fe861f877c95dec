/** The numbers that a graph exercise is set with. */
import type { GraphExercise } from "#exercise/index.ts";
import { randomFor } from "#grader/cases.ts";

/** A number for each input. */
export type Draw = Readonly<Record<string, number>>;

const combinationsOf = ({ inputs }: GraphExercise): Draw[] =>
  Object.entries(inputs).reduce<Draw[]>(
    (draws, [name, choices]) =>
      draws.flatMap((draw) => choices.map((choice) => ({ ...draw, [name]: choice }))),
    [{}],
  );

/** All draws there are, in an order that looks random and is the same everywhere and every time. */
export function drawsOf(exercise: GraphExercise): Draw[] {
  const { id, accepts } = exercise;
  const draws = combinationsOf(exercise).filter((draw) => accepts?.(draw) ?? true);
  const random = randomFor(id);
  for (let i = draws.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [draws[i], draws[j]] = [draws[j]!, draws[i]!];
  }
  return draws;
}

/** Whether the exercise is set with these inputs, or once was. */
export function wasDrawn(exercise: GraphExercise, inputs: Draw): boolean {
  const { accepts = () => true, acceptedBefore = () => false } = exercise;
  if (drawIndex(combinationsOf(exercise), inputs) === -1) return false;
  return accepts(inputs) || acceptedBefore(inputs);
}

/** The place of these inputs among the draws; -1 if the exercise never sets them. */
export const drawIndex = (draws: readonly Draw[], inputs: Draw): number =>
  draws.findIndex(
    (draw) =>
      Object.keys(inputs).length === Object.keys(draw).length &&
      Object.entries(draw).every(([name, value]) => inputs[name] === value),
  );
