import { describe, expect, it, vi } from "vitest";
import { attemptSchema } from "#learner/attempt-schema.ts";
import { toRecord } from "#learner/attempt.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { openStore, withFallback } from "#learner/open-store.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { LearnerStore } from "#learner/store.ts";

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

describe("a browser that stores nothing", () => {
  it("is told apart at once", async () => {
    const unavailable = vi.fn();
    const store = await openStore(unavailable); // Node has no IndexedDB
    expect(unavailable).toHaveBeenCalledOnce();
    await store.saveDraft("scalar/square", "python", "kept in memory");
    expect(await store.loadDraft("scalar/square", "python")).toBe("kept in memory");
  });

  it("may turn out to be one later: work goes on in memory", async () => {
    const memory = createMemoryStore();
    const disk: LearnerStore = {
      ...createMemoryStore(),
      saveDraft: () => Promise.reject(new Error("disk full")),
    };
    let lost = false;
    const store = withFallback(
      disk,
      memory,
      () => lost,
      () => (lost = true),
    );
    await store.recordAttempt(attempt);
    expect(lost).toBe(false);
    await store.saveDraft("scalar/square", "python", "typed");
    expect(lost).toBe(true);
    expect(await store.loadDraft("scalar/square", "python")).toBe("typed");
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
