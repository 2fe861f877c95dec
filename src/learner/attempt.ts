import type { DiagnosisKind, Grade, Verdict } from "#grader/verdict.ts";
import { languages } from "#reading/language.ts";

/** What an answer is written in; gradients filled in on a graph are kept as JSON. */
export const answerLanguages = [...languages, "graph"] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** A submission and what the grader said. */
export interface Attempt {
  /** The exercise's id. */
  exercise: string;
  language: AnswerLanguage;
  code: string;
  /** ISO 8601, in UTC. */
  submittedAt: string;
  grade: Grade;
}

/** What is kept of every attempt: enough to export it and to tell how it went. */
export interface AttemptRecord {
  exercise: string;
  language: AnswerLanguage;
  code: string;
  submittedAt: string;
  /** Null for an imported answer that hasn't been graded yet. */
  verdict: Verdict | null;
  diagnosis: DiagnosisKind | null;
}
