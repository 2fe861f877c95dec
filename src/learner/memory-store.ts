import type { Attempt, AttemptRecord } from "#learner/attempt.ts";
import {
  historyOf,
  isLater,
  sameAnswer,
  sameSubmission,
  slotKey,
  standingsOf,
  toRecord,
  type Draft,
} from "#learner/record.ts";
import { replacedDraft, type KeptDraft } from "#learner/replacement.ts";
import { createChangeEmitter } from "#learner/change-emitter.ts";
import type { LearnerStore } from "#learner/store.ts";

/** Lasts as long as the page does. */
export function createMemoryStore(now: () => Date = () => new Date()): LearnerStore {
  const drafts = new Map<string, Draft>();
  const lastAttempts = new Map<string, Attempt>();
  let attempts: AttemptRecord[] = [];
  let kept: KeptDraft[] = [];
  const { emit, subscribe } = createChangeEmitter();

  function keep(draft: KeptDraft): void {
    if (![...attempts, ...kept].some((entry) => sameAnswer(entry, draft))) kept.push(draft);
  }

  function put(draft: Draft): void {
    const at = slotKey(draft);
    if (!isLater(drafts.get(at)?.savedAt ?? null, draft.savedAt, now().getTime())) drafts.set(at, draft);
  }

  function putLast(attempt: Attempt): void {
    const at = slotKey(attempt);
    const last = lastAttempts.get(at)?.submittedAt ?? null;
    if (!isLater(last, attempt.submittedAt, now().getTime())) lastAttempts.set(at, attempt);
  }

  return {
    subscribe,
    loadDraft: (exercise, language) => Promise.resolve(drafts.get(slotKey({ exercise, language })) ?? null),
    saveDraft: (draft) => {
      put(draft);
      emit({ what: "draft", exercise: draft.exercise, language: draft.language });
      return Promise.resolve();
    },
    keepDraft: (draft) => {
      keep(draft);
      emit({ what: "history", exercise: draft.exercise, language: draft.language });
      return Promise.resolve();
    },
    recordAttempt: (attempt) => {
      if (!attempts.some((each) => sameSubmission(each, attempt))) attempts.push(toRecord(attempt));
      putLast(attempt);
      emit({ what: "attempt", exercise: attempt.exercise, language: attempt.language });
      return Promise.resolve();
    },
    lastAttempt: (exercise, language) =>
      Promise.resolve(lastAttempts.get(slotKey({ exercise, language })) ?? null),
    hasSolved: (exercise) =>
      Promise.resolve(attempts.some((each) => each.exercise === exercise && each.verdict === "correct")),
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
      for (const slot of changes.removeDrafts) drafts.delete(slotKey(slot));
      for (const { over, ...draft } of changes.putDrafts) {
        const at = slotKey(draft);
        if ((drafts.get(at)?.code ?? null) === over) drafts.set(at, draft);
        else keep(replacedDraft(draft, "elsewhere", now()));
      }
      for (const [at, attempt] of [...lastAttempts]) if (removed(attempt)) lastAttempts.delete(at);
      for (const attempt of changes.putLast) {
        const at = slotKey(attempt);
        if (!lastAttempts.has(at)) lastAttempts.set(at, attempt);
      }
      emit({ what: "everything" });
      return Promise.resolve();
    },
    grade: (attempt) => {
      attempts = attempts.map((each) => (sameSubmission(each, attempt) ? toRecord(attempt) : each));
      putLast(attempt);
      emit({ what: "attempt", exercise: attempt.exercise, language: attempt.language });
      return Promise.resolve();
    },
    clear: () => {
      drafts.clear();
      lastAttempts.clear();
      attempts = [];
      kept = [];
      emit({ what: "everything" });
      return Promise.resolve();
    },
  };
}
