import { knownSeed, type Grade } from "#grader/index.ts";
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

/** The seeds that the cases were drawn with: those that everybody meets, and the fresh ones that were added, if any were. */
export interface CaseSeeds {
  known: number;
  fresh: number | null;
}

/** What is told of one answer: the keys of a line of JSON, in their order. */
export interface ResultRow extends AnswerResult {
  file: string;
  learner: string;
  exercise: string;
  language: Answer["language"];
  /** Null for an answer on the graph, which brings its own numbers. */
  seeds: CaseSeeds | null;
}

/** The seeds for an answer in this language, where the fresh cases are of this seed. */
export const seedsFor = (language: Answer["language"], seed: number): CaseSeeds | null =>
  language === "graph" ? null : { known: knownSeed, fresh: seed === knownSeed ? null : seed };

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
