import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Verdict } from "#grader/index.ts";

/** Waits until the draft has reached the disk: only what is there outlives the page. */
export const stored = (page: Page, text: string) =>
  expect.poll(() => drafts(page)).toContainEqual(expect.stringContaining(text));

/** Waits until the last attempt at an exercise that has reached the disk has this verdict. */
export const recorded = (page: Page, exercise: string, verdict: Verdict) =>
  expect
    .poll(
      async () => (await attempts(page)).filter((attempt) => attempt.exercise === exercise).at(-1)?.verdict,
    )
    .toBe(verdict);

/** The code of every draft on the disk. */
export const drafts = async (page: Page): Promise<string[]> =>
  (await entriesOf<{ code: string }>(page, "drafts")).map(({ code }) => code);

/** Every attempt on the disk. */
export const attempts = (page: Page): Promise<{ exercise: string; verdict: Verdict }[]> =>
  entriesOf(page, "attempts");

const entriesOf = <Entry>(page: Page, store: "drafts" | "attempts"): Promise<Entry[]> =>
  page.evaluate(async (name) => {
    const names = (await indexedDB.databases()).map((each) => each.name);
    if (!names.includes("handgrad")) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("handgrad");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const all = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    database.close();
    return all.result as Entry[];
  }, store);
