import type { DiagnosisKind, Grade, Verdict } from "#grader/verdict.ts";
import { languages } from "#reading/language.ts";

/** What an answer is written in; gradients filled in on a graph are kept as JSON. */
export const answerLanguages = [...languages, "graph"] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** Where something is written: each exercise has a place for each language. */
export interface Slot {
  /** The exercise's id, such as `scalar/square`. */
  exercise: string;
  language: AnswerLanguage;
}

/** A text in its place. */
export interface Written extends Slot {
  code: string;
}

export interface Submission extends Written {
  /** ISO 8601, in UTC. */
  submittedAt: string;
}

/** A submission and what the grader said. */
export interface Attempt extends Submission {
  grade: Grade;
}

/** What is kept of every attempt: enough to export it and to tell how it went. */
export interface AttemptRecord extends Submission {
  /** Null for an imported answer that hasn't been graded yet. */
  verdict: Verdict | null;
  diagnosis: DiagnosisKind | null;
}
