import { effect, signal } from "@preact/signals";
import { channelName, databaseName } from "#learner/names.ts";
import type { StorageTrouble } from "#learner/open-store.ts";
import type { LearnerStore } from "#learner/store.ts";
import { whenIdle } from "#widgets/when-idle.ts";

/** Why the learner's work isn't being kept, or null while it is. */
export const storageTrouble = signal<StorageTrouble | null>(null);

let store: Promise<LearnerStore> | undefined;

/** Resolved once there may be something to read. */
const kept = Promise.withResolvers<undefined>();

/** The page's one store, fetched when first needed. Rejects if its code can't be fetched; the next call tries again. */
export function learnerStore(): Promise<LearnerStore> {
  kept.resolve(undefined);
  store ??= import("#learner/open-store.ts").then(({ openStore }) =>
    openStore((trouble) => (storageTrouble.value = trouble)),
  );
  store.catch(() => (store = undefined));
  return store;
}

/**
 * Calls back when there may be something to read: once the page is idle if anything was ever kept in this browser, else with
 * the first that is, here or in another tab. So a first visit fetches no store. Returns a function that calls it off.
 */
export function whenKept(callback: () => void): () => void {
  let current = true;
  const cancel = whenIdle(() => {
    void isAnythingKept().then((anything) => anything && kept.resolve(undefined));
    listenForTabs();
    void kept.promise.then(() => current && callback());
  });
  return () => {
    current = false;
    cancel();
  };
}

/** True also where the browser won't say. */
async function isAnythingKept(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    return true;
  }
}

let tabs: BroadcastChannel | undefined;

function listenForTabs(): void {
  if (typeof BroadcastChannel === "undefined") return;
  tabs ??= new BroadcastChannel(channelName);
  tabs.onmessage = () => kept.resolve(undefined);
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
