import { createChangeEmitter } from "#learner/change-emitter.ts";
import type { ConnectionLoss } from "#learner/database.ts";
import { openJournal, type Journal } from "#learner/journal.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { historyOf, isLater, sameSlot, sameSubmission, standingsOf } from "#learner/record.ts";
import type { LearnerRecord } from "#learner/record.ts";
import { replacedDraft } from "#learner/replacement.ts";
import type { StoreChange, Disk, PageStore, StoreOperations } from "#learner/store.ts";
import { openTabs } from "#learner/tabs.ts";
import { attemptKey, changeOf, draftKey, keptKey, keyOf, perform, type Write } from "#learner/write.ts";

/**
 * Why work isn't being kept: the browser refuses; its storage is full; it has deleted what there was; a newer version of the
 * course has taken over, or an older one won't let go.
 */
export type StorageTrouble = "blocked" | "full" | "gone" | "replaced" | "held-up";

export type OpenDisk = (onLost: (loss: ConnectionLoss) => void, now: () => Date) => Promise<Disk>;

/** How long a browser may take to open its storage, in milliseconds: some never answer where they forbid it. */
const patience = 10_000;

export interface StoreDependencies {
  openDisk?: OpenDisk;
  journal?: Journal;
  tabs?: typeof openTabs;
  now?: () => Date;
}

/** The code of the disk could not be fetched: nothing is known of what is kept there. */
export class StoreCodeMissing extends Error {}

class OpenTimeout extends Error {}

/** A rejection after so many milliseconds. */
const openTimeout = (milliseconds: number): Promise<never> => {
  const rejection = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new OpenTimeout("The browser doesn't answer.")), milliseconds),
  );
  rejection.catch(() => undefined); // whoever waits for it hears of it
  return rejection;
};

const throwCodeMissing = () => {
  throw new StoreCodeMissing("What is kept can't be read: its code could not be fetched.");
};

const fetchDisk: OpenDisk = async (onLost, now) => {
  const { openIndexedDbStore } = await import("#learner/indexed-db-store.ts").catch(throwCodeMissing);
  return openIndexedDbStore(onLost, now);
};

/**
 * What the browser keeps for the learner; it is fetched and opened when it is first asked or written to. What is written is in
 * memory and noted in the journal at once, and never rejects. What can't be stored is told to `report`, and tried again with the
 * next thing that is stored; `report(null)` says that all is stored again. Where what is kept can't be read, what this page has
 * written is the answer, but for `standings`, `history` and `readAll`, which reject while the code of the disk is missing.
 */
export function openStore(
  report: (trouble: StorageTrouble | null) => void,
  {
    openDisk = fetchDisk,
    journal = openJournal(() => localStorage),
    tabs: reachTabs = openTabs,
    now = () => new Date(),
  }: StoreDependencies = {},
): PageStore {
  /** All that this page has written or taken over, whether it was stored or not. */
  const memory = createMemoryStore(now);
  /** By their keys; what other pages noted, by where it was noted. */
  const written = new Map<string, Write>();
  /** Those of `written` that the disk lacks. */
  const missing = new Set<string>();
  /** Those of them that are being written to it. */
  const underWay = new Map<string, Write>();
  const page = Math.random().toString(36).slice(2);
  const { emit, subscribe } = createChangeEmitter();
  const tabs = reachTabs(onTabChange);
  let disk: Promise<Disk> | undefined;
  let waited = new Promise<never>(() => undefined);
  let trouble: StorageTrouble | null = null;
  let outdated = false;

  function onTabChange(change: StoreChange): void {
    if (change.what === "everything") {
      for (const key of [...written.keys()]) if (!missing.has(key)) written.delete(key);
    }
    emit(change, true);
  }

  function setTrouble(next: StorageTrouble | null): void {
    if (next === trouble) return;
    trouble = next;
    report(next);
  }

  function onDiskLost(loss: ConnectionLoss): void {
    disk = undefined;
    if (loss === "replaced") outdated = true;
    else for (const key of written.keys()) missing.add(key);
    setTrouble(loss);
  }

  function connect(): Promise<Disk> {
    if (outdated) return Promise.reject(new Error("A newer version of the course has the database."));
    if (!disk) {
      let late = false;
      waited = openTimeout(patience);
      waited.catch(() => (late = true));
      disk = open();
      // Whoever asked meanwhile was answered from memory.
      void disk.then(
        () => late && emit({ what: "everything" }, true),
        () => undefined,
      );
    }
    const opening = disk;
    opening.catch(() => {
      if (disk === opening) disk = undefined;
    });
    return Promise.race([opening, waited]);
  }

  /** Opens the disk. What other pages could not store any more is this page's to store. */
  async function open(): Promise<Disk> {
    for (const [place, write] of await journal.read().catch(throwCodeMissing)) {
      await perform(write, memory);
      written.set(place, write);
      missing.add(place);
    }
    const opened = await openDisk(onDiskLost, now);
    await storeMissing(opened);
    return opened;
  }

  async function storeMissing(opened: StoreOperations): Promise<void> {
    for (const key of [...missing]) {
      const write = written.get(key);
      if (!write || underWay.has(key)) continue;
      if (await store(key, write, opened)) emit(changeOf(write), true); // Another tab may have written something later.
    }
    if (missing.size === 0) setTrouble(null);
  }

  function fail(error: unknown): void {
    const name = error instanceof Error ? error.name : "";
    if (error instanceof StoreCodeMissing) return; // That says nothing of the disk.
    if (name === "InvalidStateError" && !disk) return; // It was let go of: what is missing is stored when it is opened again.
    if (name === "VersionError") outdated = true;
    if (outdated) setTrouble("replaced");
    else if (name === "HeldUp") setTrouble("held-up");
    else if (name === "QuotaExceededError") setTrouble("full");
    else if (trouble !== "gone") setTrouble("blocked");
  }

  /** Writes to memory and to the disk, and what the disk lacks along with it. */
  async function write(entry: Write): Promise<void> {
    const key = keyOf(entry);
    if (missing.has(key)) keepReplaced(written.get(key)!, entry);
    written.set(key, entry);
    missing.add(key);
    underWay.set(key, entry);
    journal.note(key, entry);
    await perform(entry, memory);
    emit(changeOf(entry)); // whoever reads now finds it
    try {
      const opened = await connect();
      if (await store(key, entry, opened)) await storeMissing(opened);
    } catch (error) {
      fail(error);
    }
    if (underWay.get(key) === entry) underWay.delete(key);
  }

  /** A draft that gave way to another tab's before it was stored is in no history yet, and now never will be stored. */
  function keepReplaced(before: Write, entry: Write): void {
    if (before.what !== "draft" || entry.what !== "draft" || entry.over === before.draft.code) return;
    void write({ what: "kept", kept: replacedDraft(before.draft, "elsewhere", now()) });
  }

  /** Writes to the disk. False if that fails. */
  async function store(key: string, entry: Write, opened: StoreOperations): Promise<boolean> {
    underWay.set(key, entry);
    try {
      await perform(entry, opened);
      if (written.get(key) === entry) {
        missing.delete(key);
        journal.strike(key);
      }
      tabs.notify(changeOf(entry));
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      if (underWay.get(key) === entry) underWay.delete(key);
    }
  }

  /** What the disk says, or if it can't be asked, what is in memory. */
  async function ask<Answer>(query: (source: StoreOperations) => Promise<Answer>): Promise<Answer> {
    try {
      return await query(await connect());
    } catch (error) {
      fail(error);
      return query(memory);
    }
  }

  /** The same, for what makes no sense without the disk. */
  async function askForAll<Answer>(query: (source: StoreOperations) => Promise<Answer>): Promise<Answer> {
    try {
      await connect();
    } catch (error) {
      if (error instanceof StoreCodeMissing) throw error;
    }
    return ask(query);
  }

  const isMissing = (key: string) => [...missing].some((each) => keyOf(written.get(each)!) === key);

  /** What is stored, unless this page has something of its own that nothing stored is later than. */
  const laterOf = <Entry>(
    stored: Entry | null,
    own: Entry | null,
    time: (entry: Entry) => string | null,
  ): Entry | null => (own && !isLater(stored && time(stored), time(own), now().getTime()) ? own : stored);

  /** What this page has written and the disk lacks. */
  async function unstored(): Promise<LearnerRecord> {
    if (missing.size === 0) return { drafts: [], attempts: [], kept: [] };
    const { drafts, attempts, kept } = await memory.readAll();
    return {
      drafts: drafts.filter((each) => isMissing(draftKey(each))),
      attempts: attempts.filter((each) => isMissing(attemptKey(each))),
      kept: kept.filter((each) => isMissing(keptKey(each))),
    };
  }

  /** What is on the disk, and what it lacks. */
  async function readAll(): Promise<LearnerRecord> {
    const own = await unstored(); // before the disk is asked: what is stored meanwhile is in neither else
    return joined(await askForAll((source) => source.readAll()), own, now());
  }

  return {
    subscribe,

    async loadDraft(exercise, language) {
      const isOwn = isMissing(draftKey({ exercise, language }));
      const own = isOwn ? await memory.loadDraft(exercise, language) : null;
      const stored = await ask((source) => source.loadDraft(exercise, language));
      return laterOf(stored, own, ({ savedAt }) => savedAt);
    },

    saveDraft: (draft, over) => write({ what: "draft", draft, over, page }),

    keepDraft: (kept) => write({ what: "kept", kept }),

    recordAttempt: (attempt) => write({ what: "attempt", attempt }),

    async lastAttempt(exercise, language) {
      const last = await memory.lastAttempt(exercise, language);
      const own = last && isMissing(attemptKey(last)) ? last : null;
      const stored = await ask((source) => source.lastAttempt(exercise, language));
      return laterOf(stored, own, ({ submittedAt }) => submittedAt);
    },

    async hasSolved(exercise) {
      const own = standingsOf((await unstored()).attempts).get(exercise);
      return own === "solved" || (await ask((source) => source.hasSolved(exercise)));
    },

    standings: async () =>
      missing.size === 0
        ? await askForAll((source) => source.standings())
        : standingsOf((await readAll()).attempts),

    history: async (exercise) =>
      missing.size === 0
        ? await askForAll((source) => source.history(exercise))
        : historyOf(await readAll(), exercise),

    readAll,

    async apply(changes) {
      await (trouble === "blocked" ? memory : await connect()).apply(changes);
      emit({ what: "everything" });
      tabs.notify({ what: "everything" });
    },

    grade: (attempt) => write({ what: "verdict", attempt }),

    async clear() {
      if (trouble !== "blocked") await (await connect()).clear();
      for (const key of written.keys()) journal.strike(key);
      written.clear();
      missing.clear();
      await memory.clear();
      emit({ what: "everything" });
      tabs.notify({ what: "everything" });
    },

    rest() {
      void disk?.then((opened) => opened.close()).catch(() => undefined);
      disk = undefined;
    },

    wake: () => emit({ what: "everything" }, true),
  };
}

/** `stored` with what only this page has; of two drafts the later. */
function joined(stored: LearnerRecord, own: LearnerRecord, now: Date): LearnerRecord {
  const drafts = own.drafts.filter((draft) => {
    const other = stored.drafts.find((each) => sameSlot(each, draft));
    return !isLater(other?.savedAt ?? null, draft.savedAt, now.getTime());
  });
  return {
    drafts: [...stored.drafts.filter((draft) => !drafts.some((each) => sameSlot(each, draft))), ...drafts],
    attempts: [
      ...stored.attempts,
      ...own.attempts.filter((each) => !stored.attempts.some((one) => sameSubmission(one, each))),
    ],
    kept: [...stored.kept, ...own.kept],
  };
}
