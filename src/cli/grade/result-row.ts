import type { Grade } from "#grader/index.ts";
import type { LearnerSteps } from "#grader/verdict.ts";
import type { Answer } from "#learner/answers.ts";

/** What is told of an answer's worth. */
export interface AnswerResult extends Pick<Grade, "verdict" | "message" | "printed"> {
  diagnosis: { kind: string; where: string | null; output: string | null } | null;
  /** The answer's own lines, or null where nothing can be said of any. Absent unless they were asked for. */
  steps?: LearnerSteps | null;
}

/** What of a grade is told. */
export type BriefGrade = Pick<Grade, "verdict" | "diagnosis" | "message" | "printed" | "steps">;

/** What is told of one answer: the keys of a line of JSON, in their order. */
export interface ResultRow extends AnswerResult {
  file: string;
  learner: string;
  exercise: string;
  language: Answer["language"];
}

/**
 * A grade as it is told: of its diagnosis the kind, the step and the output.
 * @param withSteps whether the answer's lines were asked for
 */
export const resultOf = (
  { verdict, diagnosis, message, printed, steps }: BriefGrade,
  withSteps: boolean,
): AnswerResult => ({
  verdict,
  diagnosis: diagnosis && { kind: diagnosis.kind, where: diagnosis.where, output: diagnosis.output },
  message,
  ...(printed && { printed }),
  ...(withSteps && { steps: steps ?? null }),
});
