import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";

/** What a learner has written and what came of it, by exercise. */
export interface LearnerStore {
  /** What was last written, or null if nothing ever was. */
  loadDraft(exercise: string, language: AnswerLanguage): Promise<string | null>;
  saveDraft(exercise: string, language: AnswerLanguage, code: string): Promise<void>;
  recordAttempt(attempt: Attempt): Promise<void>;
  lastAttempt(exercise: string, language: AnswerLanguage): Promise<Attempt | null>;
  /** Whether any attempt at it, in any language, was correct. */
  hasSolved(exercise: string): Promise<boolean>;
}
