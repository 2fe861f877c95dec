import type { Attempt } from "#learner/attempt.ts";
import type { Language } from "#runtime/runtime.ts";

/** What a learner has written and what came of it, by exercise. */
export interface LearnerStore {
  /** The code last written, or null if the starter was never edited. */
  loadDraft(exercise: string, language: Language): Promise<string | null>;
  saveDraft(exercise: string, language: Language, code: string): Promise<void>;
  recordAttempt(attempt: Attempt): Promise<void>;
  lastAttempt(exercise: string, language: Language): Promise<Attempt | null>;
  /** Whether any attempt at it, in either language, was correct. */
  hasSolved(exercise: string): Promise<boolean>;
}
