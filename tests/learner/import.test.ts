import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportText } from "#learner/export.ts";
import { changesAnything, changesetOf, planImport, undoChangeset } from "#learner/import.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import { emptyChangeset } from "#learner/changeset.ts";
import type { Draft, LearnerRecord } from "#learner/record.ts";

const now = new Date("2026-11-24T12:00:00Z");

const place = fc.record({
  exercise: fc.constantFrom("scalar/square", "loss/difference"),
  language: fc.constantFrom("python" as const, "javascript" as const),
  code: fc.constantFrom("a", "b", "c", "d", "e"),
});
/** Of any clock: long ago, today, a year ahead. */
const time = fc
  .date({ noInvalidDate: true, min: new Date("2025-01-01"), max: new Date("2027-12-31") })
  .map((date) => date.toISOString());

const verdict = fc.constantFrom("correct" as const, "incorrect" as const, null);

const record: fc.Arbitrary<LearnerRecord> = fc.record({
  drafts: fc.uniqueArray(
    fc.tuple(place, fc.option(time)).map(([at, savedAt]): Draft => ({ ...at, savedAt, starter: null })),
    { selector: ({ exercise, language }) => `${exercise} ${language}` },
  ),
  attempts: fc.array(
    fc.tuple(place, time, verdict).map(([at, submittedAt, given]) => ({
      ...at,
      submittedAt,
      verdict: given,
      diagnosis: null,
    })),
  ),
  kept: fc.uniqueArray(
    fc.tuple(place, time).map(([at, keptAt]) => ({ ...at, keptAt, why: "reset" as const })),
    { selector: ({ exercise, language, code }) => `${exercise} ${language} ${code}` },
  ),
});

async function storeOf({ attempts, drafts, kept }: LearnerRecord) {
  const store = createMemoryStore(() => now);
  await store.apply({
    ...emptyChangeset,
    addAttempts: attempts,
    putDrafts: drafts.map((draft) => ({ ...draft, over: null })),
    addKept: kept,
  });
  return store;
}

const texts = ({ drafts, attempts, kept }: LearnerRecord) =>
  new Set([...drafts, ...attempts, ...kept].map((each) => `${each.exercise} ${each.language} ${each.code}`));

describe("an import", () => {
  it("loses nothing, from here or from the file, whatever the clocks said; a second time it changes nothing", () =>
    fc.assert(
      fc.asyncProperty(record, record, async (here, there) => {
        const store = await storeOf(here);
        const file = exportText(there, "Ada");
        const before = await store.readAll();
        const plan = planImport(before, file, now);
        expect(plan.problems).toEqual([]);
        await store.apply(changesetOf(plan));
        const after = await store.readAll();
        expect(texts(after)).toEqual(new Set([...texts(here), ...texts(there)]));
        expect(after.attempts).toEqual(expect.arrayContaining([...before.attempts]));
        expect(changesAnything(planImport(after, file, now))).toBe(false);
      }),
    ));

  it("can be taken back", () =>
    fc.assert(
      fc.asyncProperty(record, record, async (here, there) => {
        const store = await storeOf(here);
        const before = await store.readAll();
        const plan = planImport(before, exportText(there, ""), now);
        await store.apply(changesetOf(plan));
        await store.apply(undoChangeset(plan, before, [], await store.readAll()));
        const after = await store.readAll();
        expect(new Set(after.drafts)).toEqual(new Set(before.drafts));
        expect(after.attempts).toEqual(before.attempts);
        expect(texts(after)).toEqual(texts(before));
      }),
    ));

  const at = { exercise: "scalar/square", language: "python" } as const;
  const nothing: LearnerRecord = { drafts: [], attempts: [], kept: [] };
  const withDraft = (code: string, savedAt: string | null): LearnerRecord => ({
    ...nothing,
    drafts: [{ ...at, code, savedAt, starter: null }],
  });

  it.each([
    ["a newer draft wins", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", ["theirs"]],
    ["an older one doesn't", "2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z", []],
    ["one from the future doesn't", "2026-11-20T00:00:00Z", "2027-11-20T00:00:00Z", []],
    ["one from before times were kept gives way", null, "2026-11-20T00:00:00Z", ["theirs"]],
    [
      "one that was saved here in the future gives way",
      "2030-01-01T00:00:00Z",
      "2026-11-20T00:00:00Z",
      ["theirs"],
    ],
  ])("%s, and the other goes into the history", (_, mine, theirs, wins) => {
    const plan = planImport(withDraft("mine", mine), exportText(withDraft("theirs", theirs), ""), now);
    expect(plan.drafts.map(({ code }) => code)).toEqual(wins);
    expect(plan.kept.map(({ code }) => code)).toEqual([wins.length > 0 ? "mine" : "theirs"]);
  });

  it("puts an answer into an empty editor, and believes no verdict", () => {
    const answer = { ...at, code: "answer", submittedAt: "2026-11-20T00:00:00Z" };
    const file = {
      format: "handgrad-answers",
      version: 1,
      learner: "",
      answers: [{ ...answer, verdict: "correct" }],
    };
    const plan = planImport(nothing, JSON.stringify(file), now);
    expect(plan.drafts.map(({ code }) => code)).toEqual(["answer"]);
    expect(changesetOf(plan).addAttempts).toEqual([{ ...answer, verdict: null, diagnosis: null }]);
  });

  it.each([
    ["half a file", (text: string) => text.slice(0, text.length / 2)],
    ["another file", () => "{}"],
    ["nothing", () => ""],
  ])("of %s changes nothing and says why", (_, damage) => {
    const plan = planImport(nothing, damage(exportText(withDraft("theirs", null), "")), now);
    expect(changesAnything(plan)).toBe(false);
    expect(plan.problems).toHaveLength(1);
  });

  it("leaves out damaged drafts, and says which", () => {
    const file = { format: "handgrad-answers", version: 1, learner: "", answers: [], drafts: [{ code: 1 }] };
    expect(planImport(nothing, JSON.stringify(file), now).problems).toEqual([
      "drafts[0] is malformed. This draft was left out.",
    ]);
  });
});
