import { describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "#learner/memory-store.ts";
import { openStore, StoreCodeMissing } from "#learner/resilient-store.ts";
import { draftOf } from "../learner/draft.ts";
import { createExerciseSession } from "#widgets/exercise-session.ts";
import type { Grade, Verdict } from "#grader/verdict.ts";
import type { LearnerStore } from "#learner/store.ts";
import type { ExerciseSession } from "#widgets/exercise-session.ts";
import type { GradeCode } from "#widgets/grading.ts";

const starters = { python: "def f(x):\n    pass", javascript: "function f(x) {}" };

const graded = (verdict: Verdict): Grade => ({
  verdict,
  message: "",
  diagnosis: null,
  outputs: [],
  cases: [],
  line: null,
});

interface Options {
  grade?: GradeCode;
  store?: LearnerStore;
  loadGrading?: () => Promise<GradeCode>;
}

function open({
  grade = () => Promise.resolve(graded("correct")),
  store = createMemoryStore(),
  loadGrading,
}: Options = {}) {
  return createExerciseSession("scalar/square", starters, {
    loadGrading: loadGrading ?? (() => Promise.resolve(grade)),
    store: () => store,
    now: () => new Date("2026-11-23T08:00:00Z"),
  });
}

const code = (session: ExerciseSession) => session.work.python.code.value;
const verdict = (session: ExerciseSession) => session.work.python.attempt.value?.grade.verdict ?? null;

describe("drafts", () => {
  it("are there again in the next session, by language", async () => {
    const store = createMemoryStore();
    const before = open({ store });
    before.edit("python", "def f(x):\n    return 2*x");
    await vi.waitFor(async () => expect(await store.loadDraft("scalar/square", "python")).not.toBeNull());

    const after = open({ store });
    await after.restore();
    expect(code(after)).toBe("def f(x):\n    return 2*x");
    expect(after.work.javascript.code.value).toBe(starters.javascript);
  });

  it("don't overwrite what was typed before they arrived", async () => {
    const store = createMemoryStore();
    await store.saveDraft(draftOf("old"), null);
    const session = open({ store });
    const restoring = session.restore();
    session.edit("python", "new");
    await restoring;
    expect(code(session)).toBe("new");
  });

  it("move to the other language, and what stood there comes back", async () => {
    const store = createMemoryStore();
    const session = open({ store });
    await session.restore();
    session.edit("javascript", "mine");
    session.edit("python", "function f(x) { return 2 * x; }");
    session.move("python");
    expect(code(session)).toBe(starters.python);
    const { javascript } = session.work;
    expect(javascript.code.value).toBe("function f(x) { return 2 * x; }");
    expect(javascript.replaced.value).toMatchObject({ code: "mine", why: "moved" });
    const kept = (await store.history("scalar/square")).flatMap((entry) =>
      entry.kind === "kept" ? [entry.kept.code] : [],
    );
    expect(kept.toSorted()).toEqual(["function f(x) { return 2 * x; }", "mine"]);
    session.undo("javascript");
    expect(javascript.code.value).toBe("mine");
    session.undo("python");
    expect(code(session)).toBe("function f(x) { return 2 * x; }");
  });

  it("that were written for another starter are told of, with both at hand", async () => {
    const store = createMemoryStore();
    const older = "def g(x):\n    pass";
    await store.saveDraft(draftOf("mine", { starter: older }), null);
    const session = open({ store });
    const { outdated } = session.work.python;
    await session.restore();
    expect([code(session), outdated.value]).toEqual(["mine", true]);
    session.edit("python", "mine, longer");
    expect(outdated.value).toBe(true);

    session.reset("python");
    expect([code(session), outdated.value]).toEqual([starters.python, false]);
    session.undo("python");
    expect([code(session), outdated.value]).toEqual(["mine, longer", true]);
    session.keepOutdated("python");
    expect([code(session), outdated.value]).toEqual(["mine, longer", false]);

    const next = open({ store });
    await next.restore();
    expect([code(next), next.work.python.outdated.value]).toEqual(["mine, longer", false]);
  });

  it.each([
    [
      "is still the older starter",
      { code: "def g(x):\n    pass", starter: "def g(x):\n    pass" },
      starters.python,
    ],
    ["is from before starters were kept", { code: "mine", starter: null }, "mine"],
  ])("hide nothing new where the draft %s", async (_what, { code: text, starter }, shown) => {
    const store = createMemoryStore();
    await store.saveDraft(draftOf(text, { starter }), null);
    const session = open({ store });
    await session.restore();
    expect([code(session), session.work.python.outdated.value]).toEqual([shown, false]);
  });

  it("stay in the editor if the store's code can't be fetched", async () => {
    const store = openStore(() => undefined, { openDisk: () => Promise.reject(new StoreCodeMissing()) });
    const session = open({ store });
    await session.restore();
    session.edit("python", "typed");
    await session.submit("python");
    expect(code(session)).toBe("typed");
    expect(verdict(session)).toBe("correct");
  });
});

describe("submitting", () => {
  it("grades the code as it stood, and remembers", async () => {
    const store = createMemoryStore();
    const grade = vi.fn<GradeCode>(() => Promise.resolve(graded("incorrect")));
    const session = open({ grade, store });
    session.edit("python", "first");
    const submitting = session.submit("python");
    session.edit("python", "second");
    await submitting;

    expect(grade.mock.calls.map(([submission]) => submission)).toEqual([
      { language: "python", code: "first" },
    ]);
    expect(verdict(session)).toBe("incorrect");
    expect(session.work.python.edited.value).toBe(true);
    expect(session.solved.value).toBe(false);
    expect(await store.lastAttempt("scalar/square", "python")).toMatchObject({ code: "first" });
  });

  it("shows the last verdict again in the next session, and that the exercise is solved", async () => {
    const store = createMemoryStore();
    const before = open({ store });
    await before.submit("python");
    const after = open({ store });
    await after.restore();
    expect(verdict(after)).toBe("correct");
    expect(after.solved.value).toBe(true);
    expect(after.work.javascript.attempt.value).toBeNull();
  });

  it("goes once, however often it is asked for", async () => {
    const grade = vi.fn<GradeCode>(() => Promise.resolve(graded("correct")));
    const session = open({ grade });
    await Promise.all([session.submit("python"), session.submit("python")]);
    expect(grade).toHaveBeenCalledOnce();
  });

  it("says so when the grader can't be fetched, and can be tried again", async () => {
    let offline = true;
    const session = open({
      loadGrading: () =>
        offline
          ? Promise.reject(new TypeError("Failed to fetch"))
          : Promise.resolve(() => Promise.resolve(graded("correct"))),
    });
    session.edit("python", "typed");
    await session.submit("python");
    expect(session.trouble.value?.kind).toBe("offline");
    expect(code(session)).toBe("typed");
    expect(session.phase.value).toBe("idle");

    offline = false;
    await session.submit("python");
    expect(session.trouble.value).toBeNull();
    expect(verdict(session)).toBe("correct");
  });

  it("fetches the grader as soon as something is edited, and once", async () => {
    const loadGrading = vi.fn(() => Promise.resolve<GradeCode>(() => Promise.resolve(graded("correct"))));
    const session = open({ loadGrading });
    expect(loadGrading).not.toHaveBeenCalled();
    session.edit("python", "a");
    session.edit("python", "ab");
    await session.submit("python");
    expect(loadGrading).toHaveBeenCalledOnce();
  });

  it("says so when grading breaks off, and fetches the grader anew", async () => {
    const loadGrading = vi
      .fn<() => Promise<GradeCode>>()
      .mockResolvedValueOnce(() => Promise.reject(new Error("the frame is gone")))
      .mockResolvedValueOnce(() => Promise.resolve(graded("correct")));
    const session = open({ loadGrading });
    await session.submit("python");
    expect(session.trouble.value?.kind).toBe("failed");
    expect(session.trouble.value?.message).toContain("the frame is gone");
    await session.submit("python");
    expect(verdict(session)).toBe("correct");
  });

  it("ends at Stop without a verdict, and the next submission works", async () => {
    const seen: AbortSignal[] = [];
    const grade: GradeCode = (_, signal) => {
      seen.push(signal);
      if (seen.length > 1) return Promise.resolve(graded("correct"));
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(graded("invalid"))));
    };
    const session = open({ grade });
    const stopped = session.submit("python");
    await vi.waitFor(() => expect(session.phase.value).toBe("grading"));
    session.stop();
    expect(session.phase.value).toBe("idle");
    await stopped;
    expect(seen[0]?.aborted).toBe(true);
    expect(verdict(session)).toBeNull();
    expect(session.trouble.value?.kind).toBe("stopped");

    await session.submit("python");
    expect(verdict(session)).toBe("correct");
    expect(session.trouble.value).toBeNull();
  });
});

describe("Reset", () => {
  it("brings the starter back and can be undone", () => {
    const session = open();
    session.edit("python", "mine");
    session.reset("python");
    expect(code(session)).toBe(starters.python);
    session.undo("python");
    expect(code(session)).toBe("mine");
    expect(session.work.python.replaced.value).toBeNull();
  });

  it("can be undone until the next edit only", () => {
    const session = open();
    session.edit("python", "mine");
    session.reset("python");
    session.edit("python", "anew");
    session.undo("python");
    expect(code(session)).toBe("anew");
  });

  it("does nothing to a starter", () => {
    const session = open();
    session.reset("python");
    expect(session.work.python.replaced.value).toBeNull();
  });
});
