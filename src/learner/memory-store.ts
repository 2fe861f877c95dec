import { toRecord } from "#learner/attempt.ts";
import type { AnswerLanguage, Attempt, AttemptRecord } from "#learner/attempt.ts";
import { historyOf, moment, sameAnswer, sameSubmission, standingsOf } from "#learner/record.ts";
import type { Draft, KeptDraft } from "#learner/record.ts";
import { createAnnouncer } from "#learner/announcer.ts";
import type { LearnerStore } from "#learner/store.ts";

/** Lasts as long as the page does: for browsers that refuse to store anything. */
export function createMemoryStore(now: () => Date = () => new Date()): LearnerStore {
  const drafts = new Map<string, Draft>();
  const lastAttempts = new Map<string, Attempt>();
  let attempts: AttemptRecord[] = [];
  let kept: KeptDraft[] = [];
  const { announce, subscribe } = createAnnouncer();
  const key = (exercise: string, language: AnswerLanguage) => `${language} ${exercise}`;

  function keep(draft: KeptDraft): void {
    if (![...attempts, ...kept].some((entry) => sameAnswer(entry, draft))) kept.push(draft);
  }

  const store: LearnerStore = {
    subscribe,
    loadDraft: (exercise, language) => Promise.resolve(drafts.get(key(exercise, language))?.code ?? null),
    saveDraft: (exercise, language, code) => {
      drafts.set(key(exercise, language), { exercise, language, code, savedAt: now().toISOString() });
      announce({ what: "draft", exercise, language });
      return Promise.resolve();
    },
    keepDraft: (draft) => {
      keep(draft);
      announce({ what: "history", exercise: draft.exercise, language: draft.language });
      return Promise.resolve();
    },
    recordAttempt: (attempt) => {
      if (!attempts.some((each) => sameSubmission(each, attempt))) attempts.push(toRecord(attempt));
      lastAttempts.set(key(attempt.exercise, attempt.language), attempt);
      announce({ what: "attempt", exercise: attempt.exercise, language: attempt.language });
      return Promise.resolve();
    },
    lastAttempt: (exercise, language) => Promise.resolve(lastAttempts.get(key(exercise, language)) ?? null),
    hasSolved: (exercise) =>
      Promise.resolve(attempts.some((made) => made.exercise === exercise && made.verdict === "correct")),
    standings: () => Promise.resolve(standingsOf(attempts)),
    history: (exercise) => Promise.resolve(historyOf({ attempts, kept }, exercise)),
    readAll: () =>
      Promise.resolve({ drafts: [...drafts.values()], attempts: [...attempts], kept: [...kept] }),
    apply: (changes) => {
      const removed = (entry: AttemptRecord | Attempt) =>
        changes.removeAttempts.some((each) => sameSubmission(each, entry));
      attempts = [...attempts.filter((entry) => !removed(entry)), ...changes.addAttempts];
      kept = kept.filter((entry) => !changes.removeKept.some((each) => sameAnswer(each, entry)));
      changes.addKept.forEach(keep);
      for (const { exercise, language } of changes.removeDrafts) drafts.delete(key(exercise, language));
      for (const draft of changes.putDrafts) drafts.set(key(draft.exercise, draft.language), draft);
      for (const [at, attempt] of [...lastAttempts]) if (removed(attempt)) lastAttempts.delete(at);
      for (const attempt of changes.putLast) {
        const at = key(attempt.exercise, attempt.language);
        if (!lastAttempts.has(at)) lastAttempts.set(at, attempt);
      }
      announce({ what: "everything" });
      return Promise.resolve();
    },
    grade: (attempt) => {
      attempts = attempts.map((each) => (sameSubmission(each, attempt) ? toRecord(attempt) : each));
      const at = key(attempt.exercise, attempt.language);
      const last = lastAttempts.get(at);
      if (!last || moment(last.submittedAt) <= moment(attempt.submittedAt)) lastAttempts.set(at, attempt);
      announce({ what: "attempt", exercise: attempt.exercise, language: attempt.language });
      return Promise.resolve();
    },
    clear: () => {
      drafts.clear();
      lastAttempts.clear();
      attempts = [];
      kept = [];
      announce({ what: "everything" });
      return Promise.resolve();
    },
  };
  return store;
}
