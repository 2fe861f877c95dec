import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { draftOf } from "./draft.ts";
import { createNotes } from "./notes.ts";
import { emptyChangeset } from "#learner/changeset.ts";
import { attemptSchema } from "#learner/attempt-schema.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { openIndexedDbStore } from "#learner/indexed-db-store.ts";
import { openJournal } from "#learner/journal.ts";
import { openStore } from "#learner/resilient-store.ts";
import { toRecord } from "#learner/record.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { ConnectionLoss } from "#learner/database.ts";
import type { StorageTrouble } from "#learner/resilient-store.ts";
import type { StoreChange, Disk, StoreOperations } from "#learner/store.ts";

const attempt: Attempt = {
  exercise: "scalar/square",
  language: "python",
  code: "def d_x_square(x):\n    return x",
  submittedAt: "2026-11-23T08:00:00.000Z",
  grade: {
    verdict: "incorrect",
    message: "Half the right one.",
    diagnosis: {
      kind: "constant-factor",
      where: "x**2",
      output: "x",
      bends: [{ node: 0, input: 0, change: { slip: 0 } }],
      message: "Half the right one.",
    },
    outputs: [{ wrt: "x", verdict: "incorrect", diagnosis: null }],
    cases: [
      {
        inputs: [{ name: "x", value: { kind: "array", shape: [2], data: [NaN, Infinity] } }],
        outputs: [
          {
            wrt: "x",
            yours: { kind: "tuple", items: [{ kind: "other", type: "NoneType", text: "None" }] },
            autograd: { kind: "number", value: -0, integer: false },
            agrees: false,
          },
        ],
      },
    ],
    line: null,
  },
};

const solved: Attempt = { ...attempt, grade: { ...attempt.grade, verdict: "correct", diagnosis: null } };

const now = () => new Date("2026-11-24T12:00:00Z");

/** A store on a disk of its own. */
function onDisk(): Promise<Disk> {
  globalThis.indexedDB = new IDBFactory();
  return openIndexedDbStore(() => undefined, now);
}

describe.each<[where: string, open: () => StoreOperations | Promise<StoreOperations>]>([
  ["in memory", () => createMemoryStore(now)],
  ["in IndexedDB", onDisk],
])("a store %s", (_where, open) => {
  it("keeps drafts apart by exercise and language", async () => {
    const store = await open();
    await store.saveDraft(draftOf("first"), null);
    await store.saveDraft(draftOf("second"), null);
    await store.saveDraft(draftOf("third", { language: "javascript" }), null);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("second");
    expect((await store.loadDraft("scalar/square", "javascript"))?.code).toBe("third");
    expect(await store.loadDraft("scalar/sigmoid", "python")).toBeNull();
    expect(await store.loadDraft("scalar/square", "graph")).toBeNull();
  });

  it("gives back the last attempt, and whether any was correct", async () => {
    const store = await open();
    await store.recordAttempt(solved);
    await store.recordAttempt(attempt);
    expect(await store.lastAttempt("scalar/square", "python")).toEqual(attempt);
    expect(await store.lastAttempt("scalar/square", "javascript")).toBeNull();
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect(await store.hasSolved("scalar/sigmoid")).toBe(false);
  });

  const kept = {
    exercise: "scalar/square",
    language: "python",
    code: "mine",
    keptAt: "2026-11-23T08:30:00.000Z",
    why: "reset",
  } as const;

  it("lists in the history attempts and replaced drafts, the latest first, and of two at one time the one recorded later", async () => {
    const store = await open();
    const later = { ...attempt, code: "later", submittedAt: "2026-11-23T09:00:00.000Z" };
    const alike = { ...attempt, code: "alike" };
    for (const each of [later, attempt, alike]) await store.recordAttempt(each);
    await store.keepDraft(kept);
    const history = await store.history("scalar/square");
    expect(history.map((entry) => (entry.kind === "kept" ? entry.kept.code : entry.attempt.code))).toEqual([
      "later",
      "mine",
      "alike",
      attempt.code,
    ]);
    expect(await store.history("scalar/sigmoid")).toEqual([]);
  });

  it("holds a text in the history once: neither a draft that was submitted nor a submission recorded twice is added", async () => {
    const store = await open();
    await store.recordAttempt(attempt);
    await store.recordAttempt(structuredClone(attempt));
    await store.keepDraft({ ...kept, code: attempt.code });
    await store.keepDraft(kept);
    await store.keepDraft({ ...kept, why: "restored" });
    expect(await store.history("scalar/square")).toHaveLength(2);
  });

  it("lets no older draft, and no older attempt, take the place of a newer one", async () => {
    const store = await open();
    await store.saveDraft(draftOf("newer", { savedAt: "2026-11-24T11:00:00Z" }), null);
    await store.saveDraft(draftOf("older", { savedAt: "2026-11-24T10:00:00Z" }), null);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("newer");
    const later = { ...solved, submittedAt: "2026-11-24T11:00:00.000Z" };
    await store.recordAttempt(later);
    await store.recordAttempt(attempt);
    expect(await store.lastAttempt("scalar/square", "python")).toEqual(later);
    expect(await store.history("scalar/square")).toHaveLength(2);
  });

  it("believes no time in the future: a clock that was put right doesn't lock a place", async () => {
    const store = await open();
    await store.saveDraft(draftOf("in 2030", { savedAt: "2030-01-01T00:00:00Z" }), null);
    await store.saveDraft(draftOf("today"), null);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("today");
    await store.recordAttempt({ ...solved, submittedAt: "2030-01-01T00:00:00.000Z" });
    await store.recordAttempt(attempt);
    expect(await store.lastAttempt("scalar/square", "python")).toEqual(attempt);
  });

  it("gives an imported answer its verdict", async () => {
    const store = await open();
    await store.recordAttempt(attempt);
    const { grade: _, ...submission } = { ...attempt, code: "imported" };
    const { grade: __, ...early } = { ...attempt, code: "early", submittedAt: "2026-11-20T00:00:00.000Z" };
    const ungraded = { verdict: null, diagnosis: null };
    await store.apply({
      ...emptyChangeset,
      addAttempts: [
        { ...submission, ...ungraded },
        { ...early, ...ungraded },
      ],
    });
    await store.grade({ ...solved, ...submission });
    await store.grade({ ...attempt, ...early });
    expect(await store.lastAttempt("scalar/square", "python")).toMatchObject({ code: "imported" });
    expect((await store.readAll()).attempts.map(({ code, verdict }) => [code, verdict])).toEqual([
      [attempt.code, "incorrect"],
      ["imported", "correct"],
      ["early", "incorrect"],
    ]);
  });

  it("puts an imported draft into the history where another was written since", async () => {
    const store = await open();
    await store.saveDraft(draftOf("mine"), null);
    await store.apply({
      ...emptyChangeset,
      putDrafts: [{ ...draftOf("theirs"), over: "what was there before" }],
    });
    await store.apply({ ...emptyChangeset, putDrafts: [{ ...draftOf("theirs too"), over: "mine" }] });
    const { drafts, kept: replaced } = await store.readAll();
    expect([drafts.map(({ code }) => code), replaced.map(({ code }) => code)]).toEqual([
      ["theirs too"],
      ["theirs"],
    ]);
  });
});

/** A disk that works or fails as it is told. */
function disk() {
  const store = createMemoryStore();
  let failure: Error | null = null;
  let onLost: (loss: ConnectionLoss) => void = () => undefined;
  const failing = Object.fromEntries(
    Object.entries({ ...store, close: () => undefined }).map(([name, ask]) => [
      name,
      (...args: unknown[]) => {
        if (failure) throw failure;
        return (ask as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as Disk;
  return {
    store,
    openDisk: (lose: (loss: ConnectionLoss) => void) => {
      onLost = lose;
      return failure ? Promise.reject(failure) : Promise.resolve(failing);
    },
    breakWith: (error: Error | null) => (failure = error),
    lose: (loss: ConnectionLoss) => onLost(loss),
  };
}

const refusing = (): Storage => {
  throw new DOMException("denied", "SecurityError");
};

const full = new DOMException("no room", "QuotaExceededError");

describe("a browser that doesn't store what it should", () => {
  async function open() {
    const device = disk();
    const troubles: (StorageTrouble | null)[] = [];
    const store = openStore((trouble) => troubles.push(trouble), {
      openDisk: device.openDisk,
      journal: openJournal(createNotes),
    });
    await store.readAll();
    return { ...device, store, troubles, onDisk: device.store };
  }

  it("is told apart at once", async () => {
    const report = vi.fn();
    const store = openStore(report, {
      openDisk: () => Promise.reject(new DOMException("denied", "SecurityError")),
      journal: openJournal(refusing),
    });
    await store.saveDraft(draftOf("kept in memory"), null);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("kept in memory");
    expect(report.mock.calls).toEqual([["blocked"]]);
    await store.recordAttempt(solved);
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect(await store.history("scalar/square")).toHaveLength(1);
  });

  it("may run full in the middle: nothing is lost, and all is stored once there is room", async () => {
    const { store, onDisk, breakWith, troubles } = await open();
    await store.saveDraft(draftOf("early"), null);
    breakWith(full);
    await store.saveDraft(draftOf("late"), null);
    await store.recordAttempt(solved);
    expect(troubles).toEqual(["full"]);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("late");
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect((await store.readAll()).drafts.map(({ code }) => code)).toEqual(["late"]);

    breakWith(null);
    await store.saveDraft(draftOf("other", { exercise: "scalar/sigmoid" }), null);
    expect(troubles).toEqual(["full", null]);
    expect((await onDisk.loadDraft("scalar/square", "python"))?.code).toBe("late");
    expect(await onDisk.lastAttempt("scalar/square", "python")).toEqual(solved);
  });

  it("may delete everything under an open page: what this page wrote is stored again with the next edit", async () => {
    const { store, onDisk, lose, troubles } = await open();
    await store.saveDraft(draftOf("mine"), null);
    await store.recordAttempt(attempt);
    await onDisk.clear();
    lose("gone");
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("mine");
    await store.saveDraft(draftOf("next", { exercise: "scalar/sigmoid" }), null);
    expect(troubles).toEqual(["gone", null]);
    expect((await onDisk.loadDraft("scalar/square", "python"))?.code).toBe("mine");
    expect(await onDisk.history("scalar/square")).toHaveLength(1);
  });

  it("may have been taken over by a newer version: this page goes on in memory and leaves the disk alone", async () => {
    const { store, onDisk, lose, troubles } = await open();
    lose("replaced");
    await store.saveDraft(draftOf("mine"), null);
    expect(troubles).toEqual(["replaced"]);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("mine");
    expect(await onDisk.loadDraft("scalar/square", "python")).toBeNull();
  });

  it("doesn't claim to have deleted or taken in what it could not", async () => {
    const { store, breakWith } = await open();
    await store.saveDraft(draftOf("mine"), null);
    breakWith(full);
    await expect(store.clear()).rejects.toThrow("no room");
    await expect(store.apply(emptyChangeset)).rejects.toThrow("no room");
    breakWith(null);
    expect((await store.loadDraft("scalar/square", "python"))?.code).toBe("mine");
  });

  it("tells of every change", async () => {
    const { store } = await open();
    const heard: StoreChange["what"][] = [];
    const end = store.subscribe(({ what }) => heard.push(what));
    await store.saveDraft(draftOf("mine"), null);
    await store.recordAttempt(solved);
    end();
    await store.saveDraft(draftOf("more"), null);
    expect(heard).toEqual(["draft", "attempt"]);
  });
});

describe("a page that rests", () => {
  beforeEach(() => {
    indexedDB = new IDBFactory();
  });

  const open = () => {
    const report = vi.fn();
    return {
      report,
      store: openStore(report, { openDisk: openIndexedDbStore, journal: openJournal(createNotes) }),
    };
  };

  it("keeps no newer version of the course waiting", async () => {
    const { report, store } = open();
    await store.saveDraft(draftOf("before"), null);
    store.rest();
    const changed = vi.fn();
    const newer = indexedDB.open("handgrad", 1000);
    newer.onblocked = changed;
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();
    expect(changed).not.toHaveBeenCalled();
    expect(report).not.toHaveBeenCalled();
  });

  it("loses nothing that was under way, and goes on as before", async () => {
    const { report, store } = open();
    await store.readAll();
    const writing = [store.saveDraft(draftOf("last words"), null), store.recordAttempt(attempt)];
    store.rest();
    await Promise.all(writing);
    await store.saveDraft({ ...draftOf("and after"), language: "javascript" }, null);
    const { store: next } = open();
    expect((await next.readAll()).drafts.map(({ code }) => code).sort()).toEqual(["and after", "last words"]);
    expect(await next.lastAttempt("scalar/square", "python")).toEqual(attempt);
    expect(report.mock.calls.filter(([trouble]) => trouble !== null)).toEqual([]);
  });

  it("looks at everything again when it is shown again", () => {
    const { store } = open();
    const heard = vi.fn();
    store.subscribe(heard);
    store.wake();
    expect(heard).toHaveBeenCalledExactlyOnceWith({ what: "everything" }, true);
  });
});

it("says that nothing is kept where the browser doesn't answer, and goes on when it does after all", async () => {
  const disk = await onDisk();
  await disk.recordAttempt({ ...solved, exercise: "scalar/cube" });
  const opening = Promise.withResolvers<Disk>();
  const troubles: (StorageTrouble | null)[] = [];
  const changes: StoreChange[] = [];
  const store = openStore((trouble) => troubles.push(trouble), {
    openDisk: () => opening.promise,
    journal: openJournal(() => createNotes()),
    now,
  });
  store.subscribe((change) => changes.push(change));
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const written = store.recordAttempt(attempt);
    const read = store.lastAttempt(attempt.exercise, attempt.language);
    const foreign = store.hasSolved("scalar/cube");
    await vi.advanceTimersByTimeAsync(60_000);
    await written;
    expect(await read).toEqual(attempt);
    expect(await foreign).toBe(false);
    expect(troubles).toEqual(["blocked"]);
  } finally {
    vi.useRealTimers();
  }
  opening.resolve(disk);
  await vi.waitFor(() => expect(changes.at(-1)).toEqual({ what: "everything" }));
  expect(await store.hasSolved("scalar/cube")).toBe(true);
  expect(await disk.lastAttempt(attempt.exercise, attempt.language)).toEqual(attempt);
  expect(troubles).toEqual(["blocked", null]);
});

describe("a page that is left before its store is open", () => {
  it("leaves what it wrote to the next page: the last draft, the attempt with every number, what was replaced", async () => {
    const notes = createNotes();
    const storage = () => notes;
    const device = disk();
    const page = openStore(vi.fn(), {
      openDisk: () => new Promise(() => undefined),
      journal: openJournal(storage),
    });
    const kept = { ...draftOf("reset"), keptAt: "2026-11-23T08:30:00.000Z", why: "reset" } as const;
    void page.saveDraft(draftOf("def f"), null);
    void page.saveDraft(draftOf("def f(x)"), "def f");
    void page.recordAttempt(attempt);
    void page.keepDraft(kept);
    expect(Object.keys(storage())).toHaveLength(3);

    const next = openStore(vi.fn(), { openDisk: device.openDisk, journal: openJournal(storage) });
    expect((await next.loadDraft("scalar/square", "python"))?.code).toBe("def f(x)");
    expect(await next.lastAttempt("scalar/square", "python")).toEqual(attempt);
    expect(await device.store.lastAttempt("scalar/square", "python")).toEqual(attempt);
    expect(await device.store.history("scalar/square")).toHaveLength(2);
    expect(Object.keys(storage())).toEqual([]);
  });

  it("leaves alone what no version of the course can have noted, and what another page notes anew", async () => {
    const notes = createNotes();
    const storage = () => notes;
    storage().setItem("handgrad-unstored gone draft", "{");
    const other = openJournal(storage);
    const note = (code: string) =>
      other.note("draft", { what: "draft", draft: draftOf(code), over: null, page: "other" });
    note("early");
    const journal = openJournal(storage);
    const [[place, write]] = [...(await journal.read())] as [[string, unknown]];
    expect(write).toMatchObject({ draft: { code: "early" } });
    note("late");
    journal.strike(place);
    expect(storage().getItem(place)).toContain("late");
    other.strike("draft");
    expect(Object.keys(storage())).toEqual(["handgrad-unstored gone draft"]);
  });
});

describe("a stored attempt", () => {
  it("is believed as it was written, NaN and infinities included", () => {
    expect(attemptSchema.parse(structuredClone(attempt))).toEqual(attempt);
    const onGraph = { ...attempt, language: "graph" };
    expect(attemptSchema.parse(structuredClone(onGraph))).toEqual(onGraph);
  });

  it("is believed without faults, from before a diagnosis had any", () => {
    const { bends: _, ...diagnosis } = attempt.grade.diagnosis!;
    const older = { ...attempt, grade: { ...attempt.grade, diagnosis } };
    expect(attemptSchema.parse(older).grade.diagnosis).toEqual({ ...diagnosis, bends: [] });
  });

  it.each([
    ["an unknown verdict", { ...attempt, grade: { ...attempt.grade, verdict: "splendid" } }],
    ["no grade", { ...attempt, grade: undefined }],
    ["cases of another shape", { ...attempt, grade: { ...attempt.grade, cases: [{ inputs: 3 }] } }],
  ])("is not believed with %s", (_, damaged) => {
    expect(attemptSchema.safeParse(damaged).success).toBe(false);
  });

  it("is logged with its verdict and the kind of its diagnosis, without its table of cases", () => {
    const { grade: _, ...submission } = attempt;
    expect(toRecord(attempt)).toEqual({ ...submission, verdict: "incorrect", diagnosis: "constant-factor" });
    expect(toRecord(solved)).toMatchObject({ verdict: "correct", diagnosis: null });
  });
});
