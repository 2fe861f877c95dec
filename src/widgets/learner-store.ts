import { effect, signal } from "@preact/signals";
import type { StorageTrouble } from "#learner/open-store.ts";
import type { LearnerStore } from "#learner/store.ts";

/** Why the learner's work isn't being kept, or null while it is. */
export const storageTrouble = signal<StorageTrouble | null>(null);

let store: Promise<LearnerStore> | undefined;

/** The page's one store, fetched when first needed. Rejects if its code can't be fetched; the next call tries again. */
export function learnerStore(): Promise<LearnerStore> {
  store ??= import("#learner/open-store.ts").then(({ openStore }) =>
    openStore((trouble) => (storageTrouble.value = trouble)),
  );
  store.catch(() => (store = undefined));
  return store;
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
