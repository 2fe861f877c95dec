import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { databaseName } from "#learner/storage-names.ts";
import type { AnswerLanguage, Attempt, AttemptRecord } from "#learner/attempt.ts";
import type { Draft } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";

/** What is kept of a draft. `revision` is another one after every save, and begins with the page that made it. */
export interface StoredDraft extends Omit<Draft, "starter"> {
  /** Absent from before it was kept. */
  starter?: string | null;
  revision: string;
}

/** Keys are [exercise, language] but for the two logs, `attempts` and `kept`. */
export interface Schema extends DBSchema {
  drafts: { key: [string, AnswerLanguage]; value: StoredDraft };
  lastAttempts: { key: [string, AnswerLanguage]; value: Attempt };
  attempts: {
    key: number;
    value: AttemptRecord;
    indexes: { verdict: [string, string]; exercise: string };
  };
  kept: { key: number; value: KeptDraft; indexes: { exercise: string } };
}

export type Database = IDBPDatabase<Schema>;

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

/**
 * The way from each version to the next. Released ones are never changed: what a browser holds was made by them.
 * `toVersion[0]` makes version 1 from nothing.
 */
const toVersion: readonly ((upgrade: Upgrade) => Promise<void> | void)[] = [
  ({ db }) => {
    db.createObjectStore("drafts"); // strings
    db.createObjectStore("lastAttempts");
    db.createObjectStore("attempts", { autoIncrement: true }).createIndex("verdict", ["exercise", "verdict"]);
  },
  // Drafts have times and revisions, what was replaced is kept, and an exercise's history can be looked up.
  async (upgrade) => {
    upgrade.db.createObjectStore("kept", { autoIncrement: true }).createIndex("exercise", "exercise");
    upgrade.objectStore("attempts").createIndex("exercise", "exercise");
    const drafts = upgrade.objectStore("drafts");
    for await (const cursor of drafts) {
      const [exercise, language] = cursor.key;
      const code: unknown = cursor.value;
      if (typeof code === "string")
        await cursor.update({ exercise, language, code, savedAt: null, revision: "version 1" });
    }
  },
];

async function upgradeFrom(version: number, upgrade: Upgrade): Promise<void> {
  for (const step of toVersion.slice(version)) await step(upgrade);
}

/** Why a database that was open is open no longer: a tab with a newer course needs it, or the browser took it away. */
export type ConnectionLoss = "replaced" | "gone";

/** A tab with an older course keeps the database open, and won't let go. */
class UpgradeBlocked extends Error {
  override readonly name = "HeldUp";
}

/** Opens the learner's database, making or upgrading it. Rejects where the browser refuses to store anything. */
export async function openDatabase(onLost: (loss: ConnectionLoss) => void): Promise<Database> {
  let isBlocked = false;
  return new Promise<Database>((resolve, reject) => {
    openDB<Schema>(databaseName, toVersion.length, {
      upgrade(_database, oldVersion, _newVersion, transaction) {
        upgradeFrom(oldVersion, transaction).catch(() => transaction.abort());
      },
      blocked: () => {
        isBlocked = true;
        reject(new UpgradeBlocked());
      },
      // A tab with a newer version of the course must not wait for this one to be closed.
      blocking: (_current, newVersion, event) => {
        (event.target as IDBDatabase).close();
        onLost(newVersion === null ? "gone" : "replaced");
      },
      terminated: () => onLost("gone"),
    }).then((database) => {
      if (isBlocked) database.close();
      else resolve(database);
    }, reject);
  });
}
