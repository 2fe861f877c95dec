import { createAnnouncer } from "#learner/announcer.ts";
import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import { HeldUp } from "#learner/database.ts";
import type { Loss } from "#learner/database.ts";
import { openIndexedDbStore } from "#learner/indexed-db-store.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { samePlace, sameSubmission, standingsOf, historyOf } from "#learner/record.ts";
import type { KeptDraft, LearnerRecord } from "#learner/record.ts";
import type { Change, LearnerStore, QuietStore } from "#learner/store.ts";
import { openTabs } from "#learner/tabs.ts";

/**
 * Why work isn't being kept: the browser refuses; its storage is full; it has deleted what there was; a newer version of the
 * course has taken over, or an older one won't let go.
 */
export type StorageTrouble = "blocked" | "full" | "gone" | "replaced" | "held-up";

export type OpenDisk = (onLost: (loss: Loss) => void, now: () => Date) => Promise<QuietStore>;

interface Surroundings {
  openDisk?: OpenDisk;
  now?: () => Date;
}

/**
 * Opens what the browser keeps for the learner. Never rejects. What can't be stored is kept in memory, told to `report`,
 * and tried again with the next thing that is stored; `report(null)` says that all is stored again.
 */
export async function openStore(
  report: (trouble: StorageTrouble | null) => void,
  { openDisk = openIndexedDbStore, now = () => new Date() }: Surroundings = {},
): Promise<LearnerStore> {
  /** All that this page has written, whether it was stored or not. */
  const memory = createMemoryStore(now);
  const written = new Map<string, Write>();
  /** Those of `written` that the disk lacks, by their keys. */
  const missing = new Set<string>();
  const { announce, subscribe } = createAnnouncer();
  const tabs = openTabs(hear);
  let disk: Promise<QuietStore> | undefined;
  let trouble: StorageTrouble | null = null;
  let outdated = false;

  function hear(change: Change): void {
    if (change.what === "everything") {
      for (const key of [...written.keys()]) if (!missing.has(key)) written.delete(key);
    }
    announce(change, true);
  }

  function say(said: StorageTrouble | null): void {
    if (said === trouble) return;
    trouble = said;
    report(said);
  }

  function lose(loss: Loss): void {
    disk = undefined;
    if (loss === "replaced") outdated = true;
    else for (const key of written.keys()) missing.add(key);
    say(loss);
  }

  function connect(): Promise<QuietStore> {
    if (outdated) return Promise.reject(new Error("A newer version of the course has the database."));
    disk ??= openDisk(lose, now);
    const opening = disk;
    opening.catch(() => {
      if (disk === opening) disk = undefined;
    });
    return opening;
  }

  function fail(error: unknown): void {
    const name = error instanceof Error ? error.name : "";
    if (name === "VersionError") outdated = true;
    if (outdated) say("replaced");
    else if (error instanceof HeldUp) say("held-up");
    else if (name === "QuotaExceededError") say("full");
    else if (trouble !== "gone") say("blocked");
  }

  /** Writes to memory and to the disk, and what the disk lacks along with it. */
  async function write(key: string, task: Write): Promise<void> {
    written.set(key, task);
    await task.run(memory);
    const others = [...missing].filter((each) => each !== key);
    await store(key, task);
    if (!missing.has(key)) for (const each of others) await store(each, written.get(each)!);
    if (missing.size === 0) say(null);
    announce(task.change); // whoever reads now finds it
  }

  async function store(key: string, task: Write): Promise<void> {
    try {
      await task.run(await connect());
      if (written.get(key) === task) missing.delete(key);
      tabs.tell(task.change);
    } catch (error) {
      if (written.get(key) === task) missing.add(key);
      fail(error);
    }
  }

  /** What the disk says, or if it can't be asked, what is in memory. */
  async function ask<Answer>(question: (asked: QuietStore) => Promise<Answer>): Promise<Answer> {
    try {
      return await question(await connect());
    } catch (error) {
      fail(error);
      return question(memory);
    }
  }

  /** What is on the disk, and what it lacks. */
  async function readAll(): Promise<LearnerRecord> {
    const stored = await ask((asked) => asked.readAll());
    if (missing.size === 0) return stored;
    const unstored = await memory.readAll();
    return joined(stored, {
      ...unstored,
      drafts: unstored.drafts.filter((draft) => missing.has(draftKey(draft.exercise, draft.language))),
    });
  }

  await connect().catch(fail);

  return {
    subscribe,

    loadDraft: (exercise, language) =>
      missing.has(draftKey(exercise, language))
        ? memory.loadDraft(exercise, language)
        : ask((asked) => asked.loadDraft(exercise, language)),

    saveDraft: (exercise, language, code) =>
      write(draftKey(exercise, language), {
        change: { what: "draft", exercise, language },
        run: (into) => into.saveDraft(exercise, language, code),
      }),

    keepDraft: (kept) =>
      write(keptKey(kept), {
        change: { what: "history", exercise: kept.exercise, language: kept.language },
        run: (into) => into.keepDraft(kept),
      }),

    recordAttempt: (attempt) =>
      write(attemptKey(attempt), {
        change: { what: "attempt", exercise: attempt.exercise, language: attempt.language },
        run: (into) => into.recordAttempt(attempt),
      }),

    async lastAttempt(exercise, language) {
      const unstored = missing.size > 0 ? await memory.lastAttempt(exercise, language) : null;
      return unstored ?? (await ask((asked) => asked.lastAttempt(exercise, language)));
    },

    hasSolved: async (exercise) =>
      (missing.size > 0 && (await memory.hasSolved(exercise))) ||
      (await ask((asked) => asked.hasSolved(exercise))),

    standings: async () =>
      missing.size === 0 ? await ask((asked) => asked.standings()) : standingsOf((await readAll()).attempts),

    history: async (exercise) =>
      missing.size === 0
        ? await ask((asked) => asked.history(exercise))
        : historyOf(await readAll(), exercise),

    readAll,

    async apply(changes) {
      await (trouble === "blocked" ? memory : await connect()).apply(changes);
      announce({ what: "everything" });
      tabs.tell({ what: "everything" });
    },

    grade: (attempt) =>
      write(attemptKey(attempt), {
        change: { what: "attempt", exercise: attempt.exercise, language: attempt.language },
        run: (into) => into.grade(attempt),
      }),

    async clear() {
      if (trouble !== "blocked") await (await connect()).clear();
      written.clear();
      missing.clear();
      await memory.clear();
      announce({ what: "everything" });
      tabs.tell({ what: "everything" });
    },
  };
}

/** Something to store: said again, it leads to the same. */
interface Write {
  change: Change;
  run: (into: QuietStore) => Promise<void>;
}

const draftKey = (exercise: string, language: AnswerLanguage) => `draft ${language} ${exercise}`;

const keptKey = ({ exercise, language, code }: KeptDraft) => `kept ${language} ${exercise} ${code}`;

const attemptKey = ({ exercise, language, submittedAt, code }: Attempt) =>
  `attempt ${language} ${exercise} ${submittedAt} ${code}`;

/** `stored` with what only `memory` has; of two drafts, the one in memory is the later. */
function joined(stored: LearnerRecord, memory: LearnerRecord): LearnerRecord {
  return {
    drafts: [
      ...stored.drafts.filter((draft) => !memory.drafts.some((each) => samePlace(each, draft))),
      ...memory.drafts,
    ],
    attempts: [
      ...stored.attempts,
      ...memory.attempts.filter((each) => !stored.attempts.some((one) => sameSubmission(one, each))),
    ],
    kept: [...stored.kept, ...memory.kept],
  };
}
