import { describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "#learner/memory-store.ts";
import { parseAnswers } from "#learner/answers.ts";
import { gradeGraphAnswer } from "#grader/graph/index.ts";
import { loadGraphExercise } from "#course/definitions.ts";
import { loadGraphGrader } from "#widgets/graph-exercise/graph-grader.ts";
import {
  createGraphExerciseSession,
  type GraphExerciseSession,
} from "#widgets/graph-exercise/graph-exercise-session.ts";
import { variantFor } from "#widgets/graph-exercise/graph-variant.ts";
import { draftOf as draftAt } from "../../learner/draft.ts";
import type { LearnerStore } from "#learner/store.ts";

const id = "loss/squared-error-graph";
const exercise = await loadGraphExercise(id);
// The gradients are -10 on the difference, -10, 10 and -40.
const first = variantFor(exercise, { x: 2, y: 9 });
const right = { "2:0": "-10", "1:0": "-20/2", "1:1": "10.0", "0:0": "−40" };

const draftOf = (code: string) => draftAt(code, { exercise: id, language: "graph" });

interface Options {
  store?: LearnerStore;
  loadGrader?: typeof loadGraphGrader;
}

const open = ({ store = createMemoryStore(), loadGrader = loadGraphGrader }: Options = {}) =>
  createGraphExerciseSession(id, first, {
    loadGrader,
    store: () => store,
    now: () => new Date("2026-11-23T08:00:00Z"),
  });

function writeAll(session: GraphExerciseSession, entries: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(entries)) session.write(key, text);
}

const verdict = (session: GraphExerciseSession) => session.attempt.value?.grade.verdict ?? null;
const states = (session: GraphExerciseSession) =>
  Object.fromEntries([...session.marks.value].map(([key, { state }]) => [key, state]));

describe("the exercise as it is set", () => {
  it("shows the way forward and none of the answers", () => {
    const { snapshot } = first;
    expect(snapshot.nodes.find(({ text }) => text === "x**2 - y")?.value).toEqual([-5]);
    expect(JSON.stringify(first)).not.toMatch(/-?40|-10/);
  });
});

describe("checking", () => {
  it("marks every gradient and counts the exercise as solved", async () => {
    const session = open();
    writeAll(session, right);
    await session.check();
    expect(verdict(session)).toBe("correct");
    expect(new Set(Object.values(states(session)))).toEqual(new Set(["right"]));
    expect(session.solved.value).toBe(true);
  });

  it("grades nothing while a number can't be read, and keeps what was written", async () => {
    const session = open();
    writeAll(session, { ...right, "1:0": "2x", "0:0": "" });
    await session.check();
    expect([...session.complaints.value.keys()]).toEqual(["1:0", "0:0"]);
    expect(session.attempt.value).toBeNull();
    expect(session.entries.value["1:0"]).toBe("2x");
    session.write("1:0", "-10");
    expect([...session.complaints.value.keys()]).toEqual(["0:0"]);
  });

  it("says what follows from an error, until the error is mended", async () => {
    const session = open();
    writeAll(session, { "2:0": "-5", "1:0": "-5", "1:1": "5", "0:0": "-20" });
    await session.check();
    expect(verdict(session)).toBe("incorrect");
    expect(states(session)).toEqual({ "2:0": "wrong", "1:0": "follows", "1:1": "follows", "0:0": "follows" });
    session.write("2:0", "-10");
    expect(states(session)).toEqual({ "0:0": "follows" });
    expect(session.edited.value).toBe(true);
    session.write("2:0", "-5.0");
    expect(Object.keys(states(session))).toHaveLength(4);
    expect(session.edited.value).toBe(false);
  });

  it("says so when the grader can't be fetched, and works at the next try", async () => {
    const loadGrader = vi.fn(loadGraphGrader).mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const session = open({ loadGrader });
    await session.renew();
    expect(session.trouble.value).toMatch(/could not be fetched/);
    writeAll(session, right);
    await session.check();
    expect(session.trouble.value).toBeNull();
    expect(verdict(session)).toBe("correct");
  });
});

describe("what is kept", () => {
  it("is there again in the next session: numbers, entries, marks, and that it was solved", async () => {
    const store = createMemoryStore();
    const before = open({ store });
    await before.renew();
    const { draw, blanks } = before.variant.value;
    expect(draw).not.toEqual(first.draw);
    for (const { key } of blanks) before.write(key, "1/2");
    await before.check();
    before.write("2:0", "half");
    await vi.waitFor(async () => expect((await store.loadDraft(id, "graph"))?.code).toContain("half"));

    const after = open({ store });
    await after.restore();
    expect(after.variant.value.draw).toEqual(draw);
    expect(after.entries.value).toEqual(before.entries.value);
    expect(states(after)).toEqual(states(before));
    expect(verdict(after)).toBe("incorrect");
    expect(after.solved.value).toBe(false);
  });

  it("stays solved when new numbers are set", async () => {
    const store = createMemoryStore();
    const before = open({ store });
    writeAll(before, right);
    await before.check();
    await before.renew();
    const after = open({ store });
    await after.restore();
    expect(after.solved.value).toBe(true);
    expect(after.attempt.value).toBeNull();
    expect(after.entries.value).toEqual({});
  });

  it("doesn't overwrite what was written before it arrived", async () => {
    const store = createMemoryStore();
    await store.saveDraft(
      draftOf(JSON.stringify({ inputs: { x: 3, y: 5 }, gradients: { "2:0": "8" } })),
      null,
    );
    const session = open({ store });
    const restoring = session.restore();
    session.write("2:0", "7");
    await restoring;
    expect([session.variant.value.draw, session.entries.value]).toEqual([first.draw, { "2:0": "7" }]);
  });

  it.each([
    ["text", "def f(x):"],
    ["null", "null"],
    ["numbers that it is never set with", JSON.stringify({ inputs: { x: 1, y: 1 }, gradients: {} })],
    ["entries that are no text", JSON.stringify({ inputs: { x: 3, y: 5 }, gradients: { "2:0": [8] } })],
  ])("is left alone if it is %s", async (_what, draft) => {
    const store = createMemoryStore();
    await store.saveDraft(draftOf(draft), null);
    const session = open({ store });
    await session.restore();
    expect([session.variant.value.draw, session.entries.value]).toEqual([first.draw, {}]);
  });

  it("can be exported, read and graded again to the same verdict", async () => {
    const session = open();
    writeAll(session, { ...right, "1:1": "-10" });
    await session.check();
    const { grade, ...submission } = session.attempt.value!;
    const exported = { format: "handgrad-answers", version: 1, learner: "", answers: [submission] };
    const { answers, problems } = parseAnswers(JSON.stringify(exported));
    expect(problems).toEqual([]);
    expect(answers).toEqual([
      { exercise: id, language: "graph", code: submission.code, submittedAt: "2026-11-23T08:00:00.000Z" },
    ]);
    expect(gradeGraphAnswer(exercise, answers[0]!.code)).toMatchObject(grade);
  });
});

describe("new numbers", () => {
  it("are others each time, come round, and are the same for everyone", async () => {
    const walk = async () => {
      const session = open();
      const seen = [JSON.stringify(session.variant.value.draw)];
      for (;;) {
        await session.renew();
        const next = JSON.stringify(session.variant.value.draw);
        if (next === seen[0]) return seen;
        seen.push(next);
      }
    };
    const seen = await walk();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(8);
    expect(await walk()).toEqual(seen);
  });

  it("clear the entries, which can be brought back until the next one is written", async () => {
    const session = open();
    writeAll(session, right);
    await session.renew();
    expect(session.entries.value).toEqual({});
    session.goBack();
    expect([session.variant.value.draw, session.entries.value]).toEqual([first.draw, right]);
    await session.renew();
    session.write("2:0", "1");
    expect(session.replaced.value).toBeNull();
  });
});
