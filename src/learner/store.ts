import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import type { Changes } from "#learner/changes.ts";
import type { HistoryEntry, KeptDraft, LearnerRecord, Standing } from "#learner/record.ts";

/** What a learner has written and what came of it, by exercise. */
export interface LearnerStore {
  /** What was last written, or null if nothing ever was. */
  loadDraft(exercise: string, language: AnswerLanguage): Promise<string | null>;
  /** A draft from another tab that this page hasn't read goes into the history. */
  saveDraft(exercise: string, language: AnswerLanguage, code: string): Promise<void>;
  /** Puts a draft that is being replaced into the history, unless the same text is there already. */
  keepDraft(kept: KeptDraft): Promise<void>;
  /** Recording the same submission again changes nothing. */
  recordAttempt(attempt: Attempt): Promise<void>;
  lastAttempt(exercise: string, language: AnswerLanguage): Promise<Attempt | null>;
  /** Whether any attempt at it, in any language, was correct. */
  hasSolved(exercise: string): Promise<boolean>;
  /** How each exercise stands that was submitted at least once. */
  standings(): Promise<ReadonlyMap<string, Standing>>;
  /** Attempts and kept drafts, the latest first. */
  history(exercise: string): Promise<HistoryEntry[]>;
  readAll(): Promise<LearnerRecord>;
  /** Makes all of these changes, or rejects and makes none. */
  apply(changes: Changes): Promise<void>;
  /** Gives an imported answer its verdict. It becomes the last attempt if no later one is known. */
  grade(attempt: Attempt): Promise<void>;
  /** Deletes everything. */
  clear(): Promise<void>;
  /** Calls back after each change, made in this tab or in another. Returns a function that ends that. */
  subscribe(listener: Listener): () => void;
}

export type Change =
  | { what: "draft" | "attempt" | "history"; exercise: string; language: AnswerLanguage }
  | { what: "everything" };

export type Listener = (change: Change, elsewhere: boolean) => void;

/** What a store does apart from telling of it. */
export type QuietStore = Omit<LearnerStore, "subscribe">;
