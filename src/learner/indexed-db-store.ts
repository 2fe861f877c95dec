import type * as z from "zod/mini";
import { attemptSchema } from "#learner/attempt-schema.ts";
import type { AnswerLanguage, Attempt, AttemptRecord } from "#learner/attempt.ts";
import { openDatabase } from "#learner/database.ts";
import type { ConnectionLoss, StoredDraft } from "#learner/database.ts";
import { attemptRecordSchema, validEntries, draftSchema, keptDraftSchema } from "#learner/record-schema.ts";
import { historyOf, isLater, sameAnswer, sameSubmission, standingsOf, toRecord } from "#learner/record.ts";
import type { Draft, KeptDraft } from "#learner/record.ts";
import type { Disk } from "#learner/store.ts";
import type { IDBPObjectStore, StoreNames } from "idb";
import type { Schema } from "#learner/database.ts";

type Writable<Name extends StoreNames<Schema>> = IDBPObjectStore<
  Schema,
  StoreNames<Schema>[],
  Name,
  "readwrite"
>;

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

  /** Puts the draft in its place, and of it and what stood there the one that gives way into the history. */
  async function putDraft(
    drafts: Writable<"drafts">,
    attempts: Writable<"attempts">,
    kept: Writable<"kept">,
    draft: Draft,
    over: string | null,
    page: string,
  ): Promise<void> {
    const { exercise, language, code } = draft;
    const present = readDraft(await drafts.get([exercise, language]));
    const isOwn = present?.revision.startsWith(page) === true;
    const giveWay = ({ code: text, starter }: Pick<StoredDraft, "code" | "starter">) =>
      text === starter
        ? Promise.resolve()
        : keep(attempts, kept, {
            exercise,
            language,
            code: text,
            keptAt: now().toISOString(),
            why: "elsewhere",
          });
    if (present && isLater(present.savedAt, draft.savedAt, now().getTime())) {
      if (present.code !== code && !isOwn) await giveWay(draft);
      return;
    }
    if (present && !isOwn && present.code !== code && present.code !== over) await giveWay(present);
    await drafts.put({ ...draft, revision: `${page} ${newRevision()}` }, [exercise, language]);
  }

  async function putLast(last: Writable<"lastAttempts">, attempt: Attempt): Promise<void> {
    const key: [string, AnswerLanguage] = [attempt.exercise, attempt.language];
    const present = attemptSchema.safeParse(await last.get(key)).data;
    if (!isLater(present?.submittedAt ?? null, attempt.submittedAt, now().getTime()))
      await last.put(attempt, key);
  }

  return {
    async loadDraft(exercise, language) {
      const draft = draftSchema.safeParse(await database.get("drafts", [exercise, language]));
      return draft.success ? draft.data : null;
    },

    async saveDraft(draft, over, page = thisPage) {
      const transaction = database.transaction(["drafts", "attempts", "kept"], "readwrite");
      const [drafts, attempts, kept] = [
        transaction.objectStore("drafts"),
        transaction.objectStore("attempts"),
        transaction.objectStore("kept"),
      ];
      await Promise.all([putDraft(drafts, attempts, kept, draft, over, page), transaction.done]);
    },

    async keepDraft(draft) {
      const transaction = database.transaction(["attempts", "kept"], "readwrite");
      const [attempts, kept] = [transaction.objectStore("attempts"), transaction.objectStore("kept")];
      await Promise.all([keep(attempts, kept, draft), transaction.done]);
    },

    async recordAttempt(attempt) {
      const transaction = database.transaction(["attempts", "lastAttempts"], "readwrite");
      const [attempts, last] = [transaction.objectStore("attempts"), transaction.objectStore("lastAttempts")];
      const record = async () => {
        const records = validEntries(
          attemptRecordSchema,
          await attempts.index("exercise").getAll(attempt.exercise),
        );
        if (!records.some((each) => sameSubmission(each, attempt))) await attempts.add(toRecord(attempt));
        await putLast(last, attempt);
      };
      await Promise.all([record(), transaction.done]);
    },

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

    async apply(changes) {
      const transaction = database.transaction(["drafts", "lastAttempts", "attempts", "kept"], "readwrite");
      const [drafts, last, attempts, kept] = [
        transaction.objectStore("drafts"),
        transaction.objectStore("lastAttempts"),
        transaction.objectStore("attempts"),
        transaction.objectStore("kept"),
      ];
      const change = async () => {
        await removeFrom(attempts, attemptRecordSchema, changes.removeAttempts, sameSubmission);
        await removeFrom(kept, keptDraftSchema, changes.removeKept, sameAnswer);
        for (const attempt of changes.addAttempts) await attempts.add(attempt);
        for (const draft of changes.addKept) await keep(attempts, kept, draft);
        for (const { exercise, language } of changes.removeDrafts) await drafts.delete([exercise, language]);
        for (const { over, ...draft } of changes.putDrafts) {
          const { exercise, language, code } = draft;
          const present = readDraft(await drafts.get([exercise, language]));
          if ((present?.code ?? null) === over)
            await drafts.put({ ...draft, revision: newRevision() }, [exercise, language]);
          else
            await keep(attempts, kept, {
              exercise,
              language,
              code,
              keptAt: now().toISOString(),
              why: "elsewhere",
            });
        }
        for (const { exercise, language, ...removed } of changes.removeAttempts) {
          const present = attemptSchema.safeParse(await last.get([exercise, language])).data;
          if (present && sameSubmission(present, { exercise, language, ...removed }))
            await last.delete([exercise, language]);
        }
        for (const attempt of changes.putLast) {
          const key: [string, AnswerLanguage] = [attempt.exercise, attempt.language];
          if ((await last.get(key)) === undefined) await last.put(attempt, key);
        }
      };
      await Promise.all([change(), transaction.done]);
    },

    async grade(attempt) {
      const transaction = database.transaction(["attempts", "lastAttempts"], "readwrite");
      const [attempts, last] = [transaction.objectStore("attempts"), transaction.objectStore("lastAttempts")];
      const change = async () => {
        for await (const cursor of attempts.index("exercise").iterate(attempt.exercise)) {
          const record = attemptRecordSchema.safeParse(cursor.value);
          if (record.success && sameSubmission(record.data, attempt)) await cursor.update(toRecord(attempt));
        }
        await putLast(last, attempt);
      };
      await Promise.all([change(), transaction.done]);
    },

    async clear() {
      const names = ["drafts", "lastAttempts", "attempts", "kept"] as const;
      const transaction = database.transaction(names, "readwrite");
      await Promise.all([...names.map((each) => transaction.objectStore(each).clear()), transaction.done]);
    },

    close: () => database.close(),
  };
}

const newRevision = (): string => Math.random().toString(36).slice(2);

function readDraft(stored: StoredDraft | undefined): StoredDraft | null {
  const draft = draftSchema.safeParse(stored);
  return draft.success ? { ...draft.data, revision: stored!.revision } : null;
}

/** Adds to the history, unless the same text is there already. */
async function keep(attempts: Writable<"attempts">, kept: Writable<"kept">, draft: KeptDraft): Promise<void> {
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
