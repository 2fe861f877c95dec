import { toRecord } from "#learner/attempt.ts";
import type { AnswerLanguage, Attempt, AttemptRecord } from "#learner/attempt.ts";
import type { LearnerStore } from "#learner/store.ts";

/** Lasts as long as the page does: for browsers that refuse to store anything. */
export function createMemoryStore(): LearnerStore {
  const drafts = new Map<string, string>();
  const lastAttempts = new Map<string, Attempt>();
  const attempts: AttemptRecord[] = [];
  const key = (exercise: string, language: AnswerLanguage) => `${language} ${exercise}`;

  return {
    loadDraft: (exercise, language) => Promise.resolve(drafts.get(key(exercise, language)) ?? null),
    saveDraft: (exercise, language, code) => {
      drafts.set(key(exercise, language), code);
      return Promise.resolve();
    },
    recordAttempt: (attempt) => {
      attempts.push(toRecord(attempt));
      lastAttempts.set(key(attempt.exercise, attempt.language), attempt);
      return Promise.resolve();
    },
    lastAttempt: (exercise, language) => Promise.resolve(lastAttempts.get(key(exercise, language)) ?? null),
    hasSolved: (exercise) =>
      Promise.resolve(attempts.some((made) => made.exercise === exercise && made.verdict === "correct")),
  };
}
