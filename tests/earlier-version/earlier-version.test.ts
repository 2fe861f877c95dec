/** What an earlier version of the course wrote, in files beside this one, is read as it was meant. */
import "fake-indexeddb/auto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { inFolder, jsonLines, start } from "../cli/handgrad.ts";
import { createNotes } from "../learner/notes.ts";
import { parseAnswers } from "#learner/answers.ts";
import type { Attempt, AttemptRecord } from "#learner/attempt.ts";
import { exportText } from "#learner/export.ts";
import { openIndexedDbStore } from "#learner/indexed-db-store.ts";
import { openJournal } from "#learner/journal.ts";
import type { Draft } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";
import { fromFragment } from "#playground/link.ts";
import { browserWorkStorage } from "#widgets/playground/saved-work.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const text = (file: string): Promise<string> => readFile(folder + file, "utf8");

/** JSON, with numbers that JSON lacks as `{ "$number": "NaN" }`. */
const read = async (file: string): Promise<unknown> =>
  JSON.parse(await text(file), (_, value: unknown) =>
    typeof value === "object" && value !== null && "$number" in value ? Number(value.$number) : value,
  ) as unknown;

interface DumpedDatabase {
  name: string;
  version: number;
  stores: {
    name: string;
    autoIncrement: boolean;
    indexes: { name: string; keyPath: string | string[] }[];
    entries: { key: IDBValidKey; value: unknown }[];
  }[];
}

interface Row {
  exercise: string;
  verdict: string;
  diagnosis: { kind: string; output: string | null } | null;
}

/** Makes the database as it was. */
function restore({ name, version, stores }: DumpedDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error!);
    request.onupgradeneeded = () => {
      for (const { name, autoIncrement, indexes, entries } of stores) {
        const store = request.result.createObjectStore(name, { autoIncrement });
        for (const { name, keyPath } of indexes) store.createIndex(name, keyPath);
        for (const { key, value } of entries) store.put(value, key);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

test("a learner's record: every draft, attempt and replaced draft, and the last verdict in each language", async () => {
  const dumped = (await read("database.json")) as DumpedDatabase;
  await restore(dumped);
  const entries = <Entry>(name: string) =>
    dumped.stores.find((store) => store.name === name)!.entries.map(({ value }) => value as Entry);
  const store = await openIndexedDbStore(
    () => undefined,
    () => new Date("2026-11-25T00:00:00Z"),
  );
  const record = await store.readAll();
  expect(record.attempts).toEqual(entries<AttemptRecord>("attempts"));
  expect(record.kept).toEqual(entries<KeptDraft>("kept"));
  expect(record.drafts).toEqual(
    entries<Draft & { revision: string }>("drafts").map(({ revision: _, ...draft }) => draft),
  );
  const last = entries<Attempt>("lastAttempts");
  expect(last.length).toBeGreaterThan(8);
  for (const attempt of last)
    expect(await store.lastAttempt(attempt.exercise, attempt.language)).toEqual(attempt);
  expect(exportText(record, "Ada")).toBe(await text("answers.json"));
  store.close();
});

test("what a page could not store before it was left, and the playground's work", async () => {
  const notes = createNotes();
  for (const [key, note] of Object.entries((await read("local-storage.json")) as Record<string, string>))
    notes.setItem(key, note);
  const writes = [...(await openJournal(() => notes).read()).values()];
  expect(writes.map(({ what }) => what).sort()).toEqual(["attempt", "draft", "kept"]);
  vi.stubGlobal("localStorage", notes);
  const stored = (place: string) => JSON.parse(notes.getItem(`handgrad-playground-${place}`)!) as unknown;
  expect(browserWorkStorage.load("now")).toEqual(stored("now"));
  expect(browserWorkStorage.load("before")).toEqual(stored("before"));
  vi.unstubAllGlobals();
});

test("links to the playground", async () => {
  const links = (await read("links.json")) as { fragment: string; setting: unknown }[];
  expect(links.length).toBeGreaterThan(8);
  for (const { fragment, setting } of links) expect(await fromFragment(fragment)).toEqual(setting);
});

test("an export: all its answers, with the verdicts and diagnoses that they were given then", async () => {
  const { learner, answers, problems } = parseAnswers(await text("answers.json"));
  expect({ learner, count: answers.length, problems }).toEqual({ learner: "Ada", count: 20, problems: [] });
  const graded = await text("graded.jsonl");
  const then = jsonLines<Row>(graded);
  // Where a mistake is, is told in today's words; what had no name may have one now.
  const outcome = ({ exercise, verdict, diagnosis }: Row, i: number) => ({
    exercise,
    verdict,
    kind: then[i]?.diagnosis?.kind === "none" ? "any" : diagnosis?.kind,
    output: diagnosis?.output,
  });
  await inFolder({ "answers.json": await text("answers.json"), "graded.jsonl": graded }, async (there) => {
    const anew = await start(["grade", "answers.json", "--json"], there).ended;
    expect(jsonLines<Row>(anew.stdout).map(outcome)).toEqual(then.map(outcome));
    const args = ["grade", "answers.json", "--out", "graded.jsonl", "--resume"];
    expect(await start(args, there).ended).toMatchObject({ code: 0 });
    // Other cases than then are tried, so that they are graded again.
    const resumed = jsonLines<Row>(await readFile(`${there}/graded.jsonl`, "utf8"));
    expect(resumed.map(outcome)).toEqual(then.map(outcome));
  });
});
