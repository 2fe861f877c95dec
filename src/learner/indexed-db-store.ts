import type { IDBPObjectStore, StoreNames } from "idb";
import type * as z from "zod/mini";
import { attemptSchema } from "#learner/attempt-schema.ts";
import type { Attempt, AttemptRecord, Slot } from "#learner/attempt.ts";
import { openDatabase, type ConnectionLoss, type Schema, type StoredDraft } from "#learner/database.ts";
import { attemptRecordSchema, validEntries, draftSchema, keptDraftSchema } from "#learner/record-schema.ts";
import { historyOf, isLater, sameAnswer, sameSubmission, standingsOf, toRecord } from "#learner/record.ts";
import type { Draft } from "#learner/record.ts";
import { replacedDraft, type KeptDraft } from "#learner/replacement.ts";
import type { Disk } from "#learner/store.ts";

type Writable<Name extends StoreNames<Schema>> = IDBPObjectStore<
  Schema,
  StoreNames<Schema>[],
  Name,
  "readwrite"
>;

/** All that the database holds, as a change sees it. */
type Writables = { [Name in StoreNames<Schema>]: Writable<Name> };

const storeNames: StoreNames<Schema>[] = ["drafts", "lastAttempts", "attempts", "kept"];

/**
 * Opens the database as a store. Rejects where the browser refuses to store anything; `onLost` is called if the database
 * goes away later.
 */
export async function openIndexedDbStore(
  onLost: (loss: ConnectionLoss) => void,
  now: () => Date,
): Promise<Disk> {
  const database = await openDatabase(onLost);
  const thisPage = newRevision();

  /** Makes a change as one transaction: the whole of it, or nothing. */
  async function change(work: (stores: Writables) => Promise<void>): Promise<void> {
    const transaction = database.transaction(storeNames, "readwrite");
    const stores = Object.fromEntries(storeNames.map((name) => [name, transaction.objectStore(name)]));
    await Promise.all([work(stores as unknown as Writables), transaction.done]);
  }

  /** Puts the draft in its place, and of it and what stood there the one that gives way into the history. */
  async function putDraft(stores: Writables, draft: Draft, over: string | null, page: string): Promise<void> {
    const present = readDraft(await stores.drafts.get(keyOf(draft)));
    const isOwn = present?.revision.startsWith(page) === true;
    const giveWay = async (text: Omit<StoredDraft, "revision">) => {
      if (text.code !== text.starter) await keep(stores, replacedDraft(text, "elsewhere", now()));
    };
    if (present && isLater(present.savedAt, draft.savedAt, now().getTime())) {
      if (present.code !== draft.code && !isOwn) await giveWay(draft);
      return;
    }
    if (present && !isOwn && present.code !== draft.code && present.code !== over) await giveWay(present);
    await stores.drafts.put({ ...draft, revision: `${page} ${newRevision()}` }, keyOf(draft));
  }

  async function putLast({ lastAttempts }: Writables, attempt: Attempt): Promise<void> {
    const present = attemptSchema.safeParse(await lastAttempts.get(keyOf(attempt))).data;
    if (!isLater(present?.submittedAt ?? null, attempt.submittedAt, now().getTime()))
      await lastAttempts.put(attempt, keyOf(attempt));
  }

  return {
    async loadDraft(exercise, language) {
      const draft = draftSchema.safeParse(await database.get("drafts", [exercise, language]));
      return draft.success ? draft.data : null;
    },

    saveDraft: (draft, over, page = thisPage) => change((stores) => putDraft(stores, draft, over, page)),

    keepDraft: (draft) => change((stores) => keep(stores, draft)),

    recordAttempt: (attempt) =>
      change(async (stores) => {
        const { attempts } = stores;
        const records = await attempts.index("exercise").getAll(attempt.exercise);
        if (!validEntries(attemptRecordSchema, records).some((each) => sameSubmission(each, attempt)))
          await attempts.add(toRecord(attempt));
        await putLast(stores, attempt);
      }),

    async lastAttempt(exercise, language) {
      const attempt = attemptSchema.safeParse(await database.get("lastAttempts", [exercise, language]));
      return attempt.success ? attempt.data : null;
    },

    async hasSolved(exercise) {
      return (await database.countFromIndex("attempts", "verdict", [exercise, "correct"])) > 0;
    },

    async standings() {
      const transaction = database.transaction("attempts");
      const pairs: { exercise: string; verdict: AttemptRecord["verdict"] }[] = [];
      const byVerdict = transaction.store.index("verdict");
      for (let at = await byVerdict.openKeyCursor(null, "nextunique"); at; at = await at.continue()) {
        const [exercise, verdict] = at.key;
        pairs.push({ exercise, verdict: verdict as AttemptRecord["verdict"] });
      }
      return standingsOf(pairs);
    },

    async history(exercise) {
      const [attempts, kept] = await Promise.all([
        database.getAllFromIndex("attempts", "exercise", exercise),
        database.getAllFromIndex("kept", "exercise", exercise),
      ]);
      return historyOf(
        { attempts: validEntries(attemptRecordSchema, attempts), kept: validEntries(keptDraftSchema, kept) },
        exercise,
      );
    },

    async readAll() {
      const transaction = database.transaction(["drafts", "attempts", "kept"]);
      const [drafts, attempts, kept] = await Promise.all([
        transaction.objectStore("drafts").getAll(),
        transaction.objectStore("attempts").getAll(),
        transaction.objectStore("kept").getAll(),
      ]);
      return {
        drafts: validEntries(draftSchema, drafts),
        attempts: validEntries(attemptRecordSchema, attempts),
        kept: validEntries(keptDraftSchema, kept),
      };
    },

    apply: (changes) =>
      change(async (stores) => {
        const { drafts, lastAttempts, attempts, kept } = stores;
        await removeFrom(attempts, attemptRecordSchema, changes.removeAttempts, sameSubmission);
        await removeFrom(kept, keptDraftSchema, changes.removeKept, sameAnswer);
        for (const attempt of changes.addAttempts) await attempts.add(attempt);
        for (const draft of changes.addKept) await keep(stores, draft);
        for (const slot of changes.removeDrafts) await drafts.delete(keyOf(slot));
        for (const { over, ...draft } of changes.putDrafts) {
          const present = readDraft(await drafts.get(keyOf(draft)));
          if ((present?.code ?? null) === over)
            await drafts.put({ ...draft, revision: newRevision() }, keyOf(draft));
          else await keep(stores, replacedDraft(draft, "elsewhere", now()));
        }
        for (const removed of changes.removeAttempts) {
          const present = attemptSchema.safeParse(await lastAttempts.get(keyOf(removed))).data;
          if (present && sameSubmission(present, removed)) await lastAttempts.delete(keyOf(removed));
        }
        for (const attempt of changes.putLast) {
          const key = keyOf(attempt);
          if ((await lastAttempts.get(key)) === undefined) await lastAttempts.put(attempt, key);
        }
      }),

    grade: (attempt) =>
      change(async (stores) => {
        for await (const cursor of stores.attempts.index("exercise").iterate(attempt.exercise)) {
          const record = attemptRecordSchema.safeParse(cursor.value);
          if (record.success && sameSubmission(record.data, attempt)) await cursor.update(toRecord(attempt));
        }
        await putLast(stores, attempt);
      }),

    clear: () =>
      change(async (stores) => {
        await Promise.all(storeNames.map((name) => stores[name].clear()));
      }),

    close: () => database.close(),
  };
}

const keyOf = ({ exercise, language }: Slot): [string, Slot["language"]] => [exercise, language];

const newRevision = (): string => Math.random().toString(36).slice(2);

function readDraft(stored: StoredDraft | undefined): StoredDraft | null {
  const draft = draftSchema.safeParse(stored);
  return draft.success ? { ...draft.data, revision: stored!.revision } : null;
}

/** Adds to the history, unless the same text is there already. */
async function keep({ attempts, kept }: Writables, draft: KeptDraft): Promise<void> {
  const there = [
    ...validEntries(attemptRecordSchema, await attempts.index("exercise").getAll(draft.exercise)),
    ...validEntries(keptDraftSchema, await kept.index("exercise").getAll(draft.exercise)),
  ];
  if (!there.some((entry) => sameAnswer(entry, draft))) await kept.add(draft);
}

/** Deletes the records that are the same as one of `unwanted`. */
async function removeFrom<Name extends "attempts" | "kept", Entry extends { exercise: string }>(
  records: Writable<Name>,
  schema: z.ZodMiniType<Entry>,
  unwanted: readonly Entry[],
  same: (a: Entry, b: Entry) => boolean,
): Promise<void> {
  if (unwanted.length === 0) return;
  const byExercise = Map.groupBy(unwanted, ({ exercise }) => exercise);
  for await (const cursor of records) {
    const { data } = schema.safeParse(cursor.value);
    if (data && byExercise.get(data.exercise)?.some((each) => same(each, data))) await cursor.delete();
  }
}
