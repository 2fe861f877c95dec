import { describe, expect, it, vi } from "vitest";
import { noChanges } from "#learner/changes.ts";
import { attemptSchema } from "#learner/attempt-schema.ts";
import { toRecord } from "#learner/attempt.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { openStore } from "#learner/open-store.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { Loss } from "#learner/database.ts";
import type { StorageTrouble } from "#learner/open-store.ts";
import type { Change, QuietStore } from "#learner/store.ts";

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

describe("a store in memory", () => {
  it("keeps drafts apart by exercise and language", async () => {
    const store = createMemoryStore();
    await store.saveDraft("scalar/square", "python", "first");
    await store.saveDraft("scalar/square", "python", "second");
    await store.saveDraft("scalar/square", "javascript", "third");
    expect(await store.loadDraft("scalar/square", "python")).toBe("second");
    expect(await store.loadDraft("scalar/square", "javascript")).toBe("third");
    expect(await store.loadDraft("scalar/sigmoid", "python")).toBeNull();
    expect(await store.loadDraft("scalar/square", "graph")).toBeNull();
  });

  it("gives back the last attempt, and whether any was correct", async () => {
    const store = createMemoryStore();
    await store.recordAttempt(solved);
    await store.recordAttempt(attempt);
    expect(await store.lastAttempt("scalar/square", "python")).toEqual(attempt);
    expect(await store.lastAttempt("scalar/square", "javascript")).toBeNull();
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect(await store.hasSolved("scalar/sigmoid")).toBe(false);
  });
});

describe("the history", () => {
  const kept = {
    exercise: "scalar/square",
    language: "python",
    code: "mine",
    keptAt: "2026-11-23T08:30:00.000Z",
    why: "reset",
  } as const;

  it("lists attempts and replaced drafts, the latest first, and of two at one time the one recorded later", async () => {
    const store = createMemoryStore();
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

  it("holds a text once: neither a draft that was submitted nor a submission recorded twice is added", async () => {
    const store = createMemoryStore();
    await store.recordAttempt(attempt);
    await store.recordAttempt(structuredClone(attempt));
    await store.keepDraft({ ...kept, code: attempt.code });
    await store.keepDraft(kept);
    await store.keepDraft({ ...kept, why: "restored" });
    expect(await store.history("scalar/square")).toHaveLength(2);
  });
});

/** A disk that works or fails as it is told. */
function disk() {
  const store = createMemoryStore();
  let failure: Error | null = null;
  let onLost: (loss: Loss) => void = () => undefined;
  const failing = Object.fromEntries(
    Object.entries(store).map(([name, ask]) => [
      name,
      (...args: unknown[]) => {
        if (failure) throw failure;
        return (ask as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as QuietStore;
  return {
    store,
    openDisk: (lose: (loss: Loss) => void) => {
      onLost = lose;
      return failure ? Promise.reject(failure) : Promise.resolve(failing);
    },
    breakWith: (error: Error | null) => (failure = error),
    lose: (loss: Loss) => onLost(loss),
  };
}

const full = new DOMException("no room", "QuotaExceededError");

describe("a browser that doesn't store what it should", () => {
  async function open() {
    const device = disk();
    const troubles: (StorageTrouble | null)[] = [];
    const store = await openStore((trouble) => troubles.push(trouble), { openDisk: device.openDisk });
    return { ...device, store, troubles, onDisk: device.store };
  }

  it("is told apart at once", async () => {
    const report = vi.fn();
    const store = await openStore(report); // Node has no IndexedDB
    expect(report.mock.calls).toEqual([["blocked"]]);
    await store.saveDraft("scalar/square", "python", "kept in memory");
    expect(await store.loadDraft("scalar/square", "python")).toBe("kept in memory");
    await store.recordAttempt(solved);
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect(await store.history("scalar/square")).toHaveLength(1);
  });

  it("may run full in the middle: nothing is lost, and all is stored once there is room", async () => {
    const { store, onDisk, breakWith, troubles } = await open();
    await store.saveDraft("scalar/square", "python", "early");
    breakWith(full);
    await store.saveDraft("scalar/square", "python", "late");
    await store.recordAttempt(solved);
    expect(troubles).toEqual(["full"]);
    expect(await store.loadDraft("scalar/square", "python")).toBe("late");
    expect(await store.hasSolved("scalar/square")).toBe(true);
    expect((await store.readAll()).drafts.map(({ code }) => code)).toEqual(["late"]);

    breakWith(null);
    await store.saveDraft("scalar/sigmoid", "python", "other");
    expect(troubles).toEqual(["full", null]);
    expect(await onDisk.loadDraft("scalar/square", "python")).toBe("late");
    expect(await onDisk.lastAttempt("scalar/square", "python")).toEqual(solved);
  });

  it("may delete everything under an open page: what this page wrote is stored again with the next edit", async () => {
    const { store, onDisk, lose, troubles } = await open();
    await store.saveDraft("scalar/square", "python", "mine");
    await store.recordAttempt(attempt);
    await onDisk.clear();
    lose("gone");
    expect(await store.loadDraft("scalar/square", "python")).toBe("mine");
    await store.saveDraft("scalar/sigmoid", "python", "next");
    expect(troubles).toEqual(["gone", null]);
    expect(await onDisk.loadDraft("scalar/square", "python")).toBe("mine");
    expect(await onDisk.history("scalar/square")).toHaveLength(1);
  });

  it("may have been taken over by a newer version: this page goes on in memory and leaves the disk alone", async () => {
    const { store, onDisk, lose, troubles } = await open();
    lose("replaced");
    await store.saveDraft("scalar/square", "python", "mine");
    expect(troubles).toEqual(["replaced"]);
    expect(await store.loadDraft("scalar/square", "python")).toBe("mine");
    expect(await onDisk.loadDraft("scalar/square", "python")).toBeNull();
  });

  it("doesn't claim to have deleted or taken in what it could not", async () => {
    const { store, breakWith } = await open();
    await store.saveDraft("scalar/square", "python", "mine");
    breakWith(full);
    await expect(store.clear()).rejects.toThrow("no room");
    await expect(store.apply(noChanges)).rejects.toThrow("no room");
    breakWith(null);
    expect(await store.loadDraft("scalar/square", "python")).toBe("mine");
  });

  it("tells of every change", async () => {
    const { store } = await open();
    const heard: Change["what"][] = [];
    const end = store.subscribe(({ what }) => heard.push(what));
    await store.saveDraft("scalar/square", "python", "mine");
    await store.recordAttempt(solved);
    end();
    await store.saveDraft("scalar/square", "python", "more");
    expect(heard).toEqual(["draft", "attempt"]);
  });
});

describe("a stored attempt", () => {
  it("is believed as it was written, NaN and infinities included", () => {
    expect(attemptSchema.parse(structuredClone(attempt))).toEqual(attempt);
    const onGraph = { ...attempt, language: "graph" };
    expect(attemptSchema.parse(structuredClone(onGraph))).toEqual(onGraph);
  });

  it("is believed without bends, from before a diagnosis had any", () => {
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
