import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Grade } from "#grader/verdict.ts";
import type { Attempt, Slot } from "#learner/attempt.ts";
import { createLiveQuery } from "#learner/live-query.ts";
import { sameAnswer, sameSubmission, type Draft } from "#learner/record.ts";
import { replacedDraft, type Replacement } from "#learner/replacement.ts";
import type { LearnerStore } from "#learner/store.ts";

/** One exercise in one language, and the store that keeps the work on it. */
interface SyncedSlot extends Slot {
  /** Asked for when there is something to keep, or perhaps to read. */
  store: () => LearnerStore;
  now: () => Date;
}

/** What is shown of a draft that was found or that another tab has changed, and what is written here. */
export interface DraftSync {
  /** Shows the draft that the store has, and from then on what other tabs make of it. Rejects if the store can't be read. */
  follow: () => Promise<void>;
  /** Keeps what was written over what stood there. */
  save: (code: string, over: string, starter: string | null) => void;
  /** Keeps what is replaced in the history. */
  keep: (code: string, why: Replacement) => void;
}

/** @param ready what has to be there before a draft can be shown */
export function followDraft(
  { exercise, language, store, now }: SyncedSlot,
  show: (draft: Draft | null) => void,
  ready?: () => Promise<unknown>,
): DraftSync {
  const query = createLiveQuery<Draft | null>(null, {
    store,
    concerns: (change, elsewhere) =>
      change.what === "everything" ||
      (change.what === "draft" && elsewhere && change.exercise === exercise && change.language === language),
    async load() {
      const draft = await store().loadDraft(exercise, language);
      if (draft && ready) await ready();
      return draft;
    },
    same: (a, b) => a === b || (a !== null && b !== null && sameAnswer(a, b) && a.starter === b.starter),
    show,
  });
  return {
    follow: query.follow,
    save(code, over, starter) {
      const draft = { exercise, language, code, savedAt: now().toISOString(), starter };
      void store().saveDraft(draft, over);
      query.wrote(draft);
    },
    keep: (code, why) => void store().keepDraft(replacedDraft({ exercise, language, code }, why, now())),
  };
}

/** What came of the submissions: the last, and whether any was ever correct. */
export interface Submissions {
  attempt: ReadonlySignal<Attempt | null>;
  solved: ReadonlySignal<boolean>;
  follow: () => Promise<void>;
  /** Keeps a submission, then shows it: the page may be left at once. */
  record: (code: string, grade: Grade) => void;
}

interface Results {
  attempt: Attempt | null;
  solved: boolean;
}

/** @param ready what has to be there before an attempt can be shown */
export function followSubmissions(
  { exercise, language, store, now }: SyncedSlot,
  ready?: () => Promise<unknown>,
): Submissions {
  const none: Results = { attempt: null, solved: false };
  const results = signal(none);
  const query = createLiveQuery(none, {
    store,
    concerns: (change, elsewhere) =>
      change.what === "everything" ||
      (change.what === "attempt" && elsewhere && change.exercise === exercise),
    async load() {
      const attempt = await store().lastAttempt(exercise, language);
      if (attempt && ready) await ready();
      return { attempt, solved: await store().hasSolved(exercise) };
    },
    same: (a, b) =>
      a.solved === b.solved &&
      (a.attempt === b.attempt ||
        (a.attempt !== null && b.attempt !== null && sameSubmission(a.attempt, b.attempt))),
    show: (latest) => (results.value = latest),
  });
  return {
    attempt: computed(() => results.value.attempt),
    solved: computed(() => results.value.solved),
    follow: query.follow,
    record(code, grade) {
      const attempt = { exercise, language, code, submittedAt: now().toISOString(), grade };
      void store().recordAttempt(attempt);
      const next = { attempt, solved: results.peek().solved || grade.verdict === "correct" };
      query.wrote(next);
      results.value = next;
    },
  };
}
