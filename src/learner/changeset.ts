import type { Attempt, AttemptRecord, Slot } from "#learner/attempt.ts";
import type { Draft } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";

/** Many changes to a learner's record, to be made at once or not at all. */
export interface Changeset {
  addAttempts: readonly AttemptRecord[];
  removeAttempts: readonly AttemptRecord[];
  addKept: readonly KeptDraft[];
  removeKept: readonly KeptDraft[];
  /** Each goes in the place of the text `over`, null for none; into the history where another stands there by now. */
  putDrafts: readonly (Draft & { over: string | null })[];
  removeDrafts: readonly Slot[];
  /** Last attempts to put back where the present one is among `removeAttempts`. */
  putLast: readonly Attempt[];
}

export const emptyChangeset: Changeset = {
  addAttempts: [],
  removeAttempts: [],
  addKept: [],
  removeKept: [],
  putDrafts: [],
  removeDrafts: [],
  putLast: [],
};
