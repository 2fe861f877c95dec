import { openDB } from "idb";
import type { DBSchema } from "idb";
import * as z from "zod/mini";
import { toRecord } from "#learner/attempt.ts";
import type { AnswerLanguage, Attempt, AttemptRecord } from "#learner/attempt.ts";
import { attemptSchema } from "#learner/attempt-schema.ts";
import type { LearnerStore } from "#learner/store.ts";

/** Keys are [exercise, language] but for `attempts`, the log of every submission. */
interface Schema extends DBSchema {
  drafts: { key: [string, AnswerLanguage]; value: string };
  lastAttempts: { key: [string, AnswerLanguage]; value: Attempt };
  attempts: { key: number; value: AttemptRecord; indexes: { verdict: [string, string] } };
}

const draftSchema = z.string();

/**
 * Opens the database, making it on the first visit. Rejects where the browser refuses to store anything.
 * `onLost` is called if the browser takes it away later, as when site data is cleared.
 */
export async function openIndexedDbStore(onLost: () => void): Promise<LearnerStore> {
  const database = await openDB<Schema>("handgrad", 1, {
    upgrade(created) {
      created.createObjectStore("drafts");
      created.createObjectStore("lastAttempts");
      created
        .createObjectStore("attempts", { autoIncrement: true })
        .createIndex("verdict", ["exercise", "verdict"]);
    },
    // A tab with a newer version of the course must not wait for this one to be closed.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });

  return {
    async loadDraft(exercise, language) {
      const draft = draftSchema.safeParse(await database.get("drafts", [exercise, language]));
      return draft.success ? draft.data : null;
    },
    async saveDraft(exercise, language, code) {
      await database.put("drafts", code, [exercise, language]);
    },
    async recordAttempt(attempt) {
      const transaction = database.transaction(["attempts", "lastAttempts"], "readwrite");
      await Promise.all([
        transaction.objectStore("attempts").add(toRecord(attempt)),
        transaction.objectStore("lastAttempts").put(attempt, [attempt.exercise, attempt.language]),
        transaction.done,
      ]);
    },
    async lastAttempt(exercise, language) {
      const attempt = attemptSchema.safeParse(await database.get("lastAttempts", [exercise, language]));
      return attempt.success ? attempt.data : null;
    },
    async hasSolved(exercise) {
      return (await database.countFromIndex("attempts", "verdict", [exercise, "correct"])) > 0;
    },
  };
}
