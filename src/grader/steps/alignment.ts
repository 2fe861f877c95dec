/** Which pass of a line's loop is about which step of a recurrence. */
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";

/**
 * The passes go through the steps from the first on, or from the last back; with an offset of 1 they leave out the one that they
 * would begin with. Or the line is about one step alone, and counts as it stands after its last pass.
 */
export type Alignment =
  | { readonly direction: "forward" | "backward"; readonly offset: 0 | 1 }
  | { readonly only: "first" | "last" };

/** For each of so many passes the step that it is about, counted from 0, or null for none. Null if there are steps too few. */
export function stepsOfPasses(
  alignment: Alignment,
  passes: number,
  steps: number,
): readonly (number | null)[] | null {
  if (passes === 0) return [];
  if ("only" in alignment) {
    if (steps === 0) return null;
    const step = alignment.only === "first" ? 0 : steps - 1;
    return Array.from({ length: passes }, (_, pass) => (pass === passes - 1 ? step : null));
  }
  const { direction, offset } = alignment;
  if (passes + offset > steps) return null;
  return Array.from({ length: passes }, (_, pass) =>
    direction === "forward" ? pass + offset : steps - 1 - pass - offset,
  );
}

const inStep: readonly Alignment[] = [
  { direction: "forward", offset: 0 },
  { direction: "backward", offset: 0 },
  { direction: "forward", offset: 1 },
  { direction: "backward", offset: 1 },
];
const alone: readonly Alignment[] = [{ only: "last" }, { only: "first" }];

/** The ways in which a line may be about a place. */
export function alignmentsOf({ passes }: RecordedLine, repeated: boolean): readonly Alignment[] {
  if (!repeated) return [{ only: "last" }];
  return passes.some(({ length }) => length > 1) ? [...inStep, { only: "last" }] : [...alone, ...inStep];
}
