import { signal } from "@preact/signals";
import type { LearnerStore } from "#learner/store.ts";

/** Whether the browser keeps nothing for the learner, so that work lasts only as long as the page. */
export const nothingIsKept = signal(false);

let store: Promise<LearnerStore> | undefined;

/** The page's one store, fetched when first needed. Rejects if its code can't be fetched; the next call tries again. */
export function learnerStore(): Promise<LearnerStore> {
  store ??= import("#learner/open-store.ts").then(({ openStore }) =>
    openStore(() => (nothingIsKept.value = true)),
  );
  store.catch(() => (store = undefined));
  return store;
}
