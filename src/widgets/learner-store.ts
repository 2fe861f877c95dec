import { effect, signal } from "@preact/signals";
import { createLiveQuery, type LiveQuery, type LiveQueryOptions } from "#learner/live-query.ts";
import { hasNotes } from "#learner/journal.ts";
import { databaseName } from "#learner/storage-names.ts";
import { openStore, type StorageTrouble } from "#learner/resilient-store.ts";
import type { LearnerStore, PageStore } from "#learner/store.ts";
import { openChannel } from "#learner/tabs.ts";
import { whenIdle } from "#widgets/when-idle.ts";
import { whenLeft } from "#widgets/when-left.ts";

/** Why the learner's work isn't being kept, or null while it is. */
export const storageTrouble = signal<StorageTrouble | null>(null);

let store: PageStore | undefined;

/** Resolved once there may be something to read. */
const somethingStored = Promise.withResolvers<undefined>();

/** The page's one store. */
export function learnerStore(): LearnerStore {
  somethingStored.resolve(undefined);
  return (store ??= openStore((trouble) => (storageTrouble.value = trouble)));
}

// A browser may keep a page that is left, and show it again as it was.
if (typeof window !== "undefined") {
  whenLeft(() => store?.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && store?.wake());
}

/** Something that the page shows of its store. */
export const storeQuery = <Value>(
  empty: Value,
  source: Omit<LiveQueryOptions<Value>, "store">,
): LiveQuery<Value> => createLiveQuery(empty, { ...source, store: learnerStore });

/**
 * Calls back when there may be something to read: once the page is idle if anything was ever kept in this browser, else with
 * the first that is, here or in another tab. So a first visit opens no store. Returns a function that calls it off.
 */
export function whenStored(callback: () => void): () => void {
  let current = true;
  const cancel = whenIdle(() => {
    void hasStoredWork().then((anything) => anything && somethingStored.resolve(undefined));
    tabs ??= openChannel(() => somethingStored.resolve(undefined));
    void somethingStored.promise.then(() => current && callback());
  });
  return () => {
    current = false;
    cancel();
  };
}

let tabs: BroadcastChannel | null | undefined;

/** True also where the browser won't say. */
async function hasStoredWork(): Promise<boolean> {
  try {
    const notes = localStorage; // first: where storing is forbidden, Chromium's database rejects what nobody can catch
    if (hasNotes(() => notes)) return true;
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    return true;
  }
}

// Where it was said from the start that nothing is kept, nobody is asked again at every page.
const beforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();
if (typeof window !== "undefined") {
  effect(() => {
    const wouldBeLost = storageTrouble.value !== null && storageTrouble.value !== "blocked";
    if (wouldBeLost) addEventListener("beforeunload", beforeLeaving);
    else removeEventListener("beforeunload", beforeLeaving);
  });
}
