import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import type { Changeset } from "#learner/changeset.ts";
import type { Draft, HistoryEntry, LearnerRecord, Standing } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";

/** What a learner has written and what came of it, by exercise. */
export interface LearnerStore {
  /** What was last written, or null if nothing ever was. */
  loadDraft(exercise: string, language: AnswerLanguage): Promise<Draft | null>;
  /**
   * Puts a draft in its place. One that was written later stays there, and this one goes into the history; so does one from
   * another tab that its place is taken from.
   * @param over what the page that wrote it had shown before: this may be lost
   * @param page which page wrote it, if not this one: of one page's own drafts the last is enough
   */
  saveDraft(draft: Draft, over: string | null, page?: string): Promise<void>;
  /** Puts a draft that is being replaced into the history, unless the same text is there already. */
  keepDraft(kept: KeptDraft): Promise<void>;
  /** Recording the same submission again changes nothing. */
  recordAttempt(attempt: Attempt): Promise<void>;
  /** The attempt that was submitted last, of those whose verdict is known. */
  lastAttempt(exercise: string, language: AnswerLanguage): Promise<Attempt | null>;
  /** Whether any attempt at it, in any language, was correct. */
  hasSolved(exercise: string): Promise<boolean>;
  /** How each exercise stands that was submitted at least once. */
  standings(): Promise<ReadonlyMap<string, Standing>>;
  /** Attempts and kept drafts, the latest first. */
  history(exercise: string): Promise<HistoryEntry[]>;
  readAll(): Promise<LearnerRecord>;
  /** Makes all of these changes, or rejects and makes none. */
  apply(changes: Changeset): Promise<void>;
  /** Gives an imported answer its verdict. */
  grade(attempt: Attempt): Promise<void>;
  /** Deletes everything. */
  clear(): Promise<void>;
  /** Calls back after each change, made in this tab or in another. Returns a function that ends that. */
  subscribe(listener: StoreListener): () => void;
}

export type StoreChange =
  | { what: "draft" | "attempt" | "history"; exercise: string; language: AnswerLanguage }
  | { what: "everything" };

export type StoreListener = (change: StoreChange, elsewhere: boolean) => void;

/** What a store does apart from telling of it. */
export type StoreOperations = Omit<LearnerStore, "subscribe">;

/** A store that something has to be held open for. */
export interface Disk extends StoreOperations {
  /** Lets go of it, once all that was asked of it is done. */
  close(): void;
}

/** The store of a page, which can be left and come back to. */
export interface PageStore extends LearnerStore {
  /** Holds nothing open until something is asked or written again: a page that rests must not keep others waiting. */
  rest(): void;
  /** Tells of everything as changed: whatever happened during the rest was not heard. */
  wake(): void;
}
