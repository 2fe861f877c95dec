import { steps as strings } from "#strings/index.ts";
import type { LearnerStep, LearnerSteps, StepState } from "#grader/verdict.ts";

/** What stands beside a line of code: a sign for the worst that there is to say of the line. */
export interface LineMark {
  /** Counted from 1. */
  line: number;
  state: MarkedState;
  /** What is to be said of the line, in words. */
  text: string;
}

/** A line of which nothing can be said has no mark. */
export type MarkedState = Exclude<StepState, "unknown">;

/** The worst first. */
export const markedStates: readonly MarkedState[] = ["wrong", "follows", "right"];

/** The state that counts where several meet; null where none of them has a sign. */
export const worstState = (steps: readonly Pick<LearnerStep, "state">[]): MarkedState | null =>
  markedStates.find((each) => steps.some(({ state }) => state === each)) ?? null;

/** What is said of a step in a few words: `line 5, dstd: goes wrong here`. */
export const stepText = ({ line, name, state }: LearnerStep): string =>
  strings.about(line, name, strings.states[state]);

/** The marks beside the lines of an answer, in the order of the lines. */
export function lineMarks({ lines }: LearnerSteps): LineMark[] {
  const byLine = Map.groupBy(lines, ({ line }) => line);
  return [...byLine].flatMap(([line, steps]) => {
    const state = worstState(steps);
    return state === null ? [] : [{ line, state, text: steps.map(stepText).join("; ") }];
  });
}

/** All marks in words, for those who don't see them: the worst first. */
export const marksText = (marks: readonly LineMark[]): string =>
  markedStates
    .flatMap((each) => {
      const lines = marks.filter(({ state }) => state === each).map(({ line }) => line);
      return lines.length === 0 ? [] : [strings.marks[each](strings.lines(lines))];
    })
    .join(" ");
