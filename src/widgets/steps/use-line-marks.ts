import { useMemo } from "preact/hooks";
import type { LearnerSteps } from "#grader/verdict.ts";
import { lineMarks, type LineMark } from "#widgets/steps/line-marks.ts";

/** The marks beside the lines of an answer: the same ones for as long as its steps are the same. */
export const useLineMarks = (steps: LearnerSteps | null | undefined): readonly LineMark[] =>
  useMemo(() => (steps ? lineMarks(steps) : []), [steps]);
