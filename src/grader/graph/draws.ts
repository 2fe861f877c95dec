/** The numbers that a graph exercise is set with. */
import type { GraphExercise } from "#exercise/index.ts";
import { randomFor } from "#grader/cases.ts";

/** A number for each input. */
export type Draw = Readonly<Record<string, number>>;

/** All draws there are, in an order that looks random and is the same everywhere and every time. */
export function drawsOf({ id, inputs, accepts }: GraphExercise): Draw[] {
  const combinations = Object.entries(inputs).reduce<Draw[]>(
    (draws, [name, choices]) =>
      draws.flatMap((draw) => choices.map((choice) => ({ ...draw, [name]: choice }))),
    [{}],
  );
  const draws = combinations.filter((draw) => accepts?.(draw) ?? true);
  const random = randomFor(id);
  for (let i = draws.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [draws[i], draws[j]] = [draws[j]!, draws[i]!];
  }
  return draws;
}

/** The place of these inputs among the draws; -1 if the exercise never sets them. */
export const drawIndex = (draws: readonly Draw[], inputs: Draw): number =>
  draws.findIndex(
    (draw) =>
      Object.keys(inputs).length === Object.keys(draw).length &&
      Object.entries(draw).every(([name, value]) => inputs[name] === value),
  );
