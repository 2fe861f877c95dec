import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import type { Draft, KeptDraft } from "#learner/record.ts";
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
export const draftKey = ({ exercise, language }: Pick<Draft, "exercise" | "language">): string =>
  `draft ${language} ${exercise}`;

/** One for each exercise, language and text. */
export const keptKey = ({ exercise, language, code }: Omit<KeptDraft, "keptAt" | "why">): string =>
  `kept ${language} ${exercise} ${code}`;

/** One for each exercise, language, time and text. */
export const attemptKey = ({ exercise, language, submittedAt, code }: Omit<Attempt, "grade">): string =>
  `attempt ${language} ${exercise} ${submittedAt} ${code}`;

/** What listeners are told of a write once it is made. */
export function changeOf(write: Write): StoreChange {
  const at = ({ exercise, language }: { exercise: string; language: AnswerLanguage }) => ({
    exercise,
    language,
  });
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
