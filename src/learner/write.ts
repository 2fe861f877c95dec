import type { Attempt, Slot, Submission, Written } from "#learner/attempt.ts";
import { slotKey, type Draft } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";
import type { StoreChange, StoreOperations } from "#learner/store.ts";

/** Something to keep, as data. Said again, it leads to the same. */
export type Write =
  | { what: "draft"; draft: Draft; over: string | null; page: string }
  | { what: "kept"; kept: KeptDraft }
  | { what: "attempt" | "verdict"; attempt: Attempt };

/** Of two writes with one key, only the later has to be made. */
export function keyOf(write: Write): string {
  if (write.what === "draft") return draftKey(write.draft);
  return write.what === "kept" ? keptKey(write.kept) : attemptKey(write.attempt);
}

/** One for each exercise and language. */
export const draftKey = (slot: Slot): string => `draft ${slotKey(slot)}`;

/** One for each exercise, language and text. */
export const keptKey = (text: Written): string => `kept ${slotKey(text)} ${text.code}`;

/** One for each exercise, language, time and text. */
export const attemptKey = (submission: Submission): string =>
  `attempt ${slotKey(submission)} ${submission.submittedAt} ${submission.code}`;

/** What listeners are told of a write once it is made. */
export function changeOf(write: Write): StoreChange {
  const at = ({ exercise, language }: Slot) => ({ exercise, language });
  if (write.what === "draft") return { what: "draft", ...at(write.draft) };
  if (write.what === "kept") return { what: "history", ...at(write.kept) };
  return { what: "attempt", ...at(write.attempt) };
}

/** Makes a write in a store. Rejects if the store can't. */
export function perform(write: Write, store: StoreOperations): Promise<void> {
  switch (write.what) {
    case "draft":
      return store.saveDraft(write.draft, write.over, write.page);
    case "kept":
      return store.keepDraft(write.kept);
    case "attempt":
      return store.recordAttempt(write.attempt);
    case "verdict":
      return store.grade(write.attempt);
  }
}
