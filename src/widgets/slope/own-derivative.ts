/** The learner's derivative beside autograd's, over the whole axis. Fetched once there is a submission. */
import { callOwnAnswer } from "#widgets/own-answer/call-own-answer.ts";
import { curveOf, definitions } from "#widgets/slope/slope-engine.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import type { FunctionName } from "#widgets/slope/course-functions.ts";

/** Agreement as far as an eye can see; the exercise itself asks for more. */
const visible = 1e-9;

export interface Comparison {
  /** What it returned at each place of the curve; null where that was no number. */
  values: readonly (number | null)[];
  /** At how many places it was called, and at how many it differs. */
  places: number;
  differing: number;
  /** Where it differs most. */
  worst: { x: number; own: number | null; truth: number } | null;
}

/** Compares what was returned with the truth, at places where there is one. */
export function compareValues(
  x: readonly number[],
  truth: readonly number[],
  values: readonly (number | null)[],
): Comparison {
  const scale = Math.max(...truth.filter(Number.isFinite).map(Math.abs));
  let places = 0;
  let differing = 0;
  let worst: Comparison["worst"] = null;
  let furthest = visible * scale;
  for (const [i, right] of truth.entries()) {
    if (Number.isNaN(right)) continue;
    places++;
    const own = values[i] ?? null;
    const distance = own === null ? Infinity : Math.abs(own - right);
    if (distance > visible * scale) differing++;
    if (distance <= furthest) continue;
    furthest = distance;
    worst = { x: x[i]!, own, truth: right };
  }
  return { values, places, differing, worst };
}

/** Runs the submission at every place of the curve that has a derivative. Rejects with the reason if it can't be run. */
export async function compareOwn(
  of: FunctionName,
  answer: OwnAnswer,
  signal: AbortSignal,
): Promise<Comparison | { message: string }> {
  const { x, slope } = curveOf(of);
  const called = x.flatMap((at, i) => (Number.isNaN(slope[i]) ? [] : [{ at, i }]));
  const result = await callOwnAnswer(
    definitions[of],
    answer,
    called.map(({ at }) => [at]),
    signal,
  );
  if (!result.ok) return { message: result.message };
  const values: (number | null)[] = x.map(() => null);
  for (const [k, { i }] of called.entries()) values[i] = result.numbers[k]![0]!;
  return compareValues(x, slope, values);
}
