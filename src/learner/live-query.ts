import type { StoreChange, LearnerStore } from "#learner/store.ts";

/** A value of the store as a page shows it, kept up to date: other tabs may change it too. */
export interface LiveQuery<Value> {
  /** This was given to the store just now: it is newer than whatever is being read. */
  wrote(value: Value): void;
  /** Shows what the store holds, and from then on what becomes of it. Rejects if the store can't be read; later changes are still shown. */
  follow: () => Promise<void>;
  end: () => void;
}

export interface LiveQueryOptions<Value> {
  store: () => Pick<LearnerStore, "subscribe">;
  /** Whether a change may have changed it, apart from what is told by `wrote`. */
  concerns: (change: StoreChange, elsewhere: boolean) => boolean;
  load: () => Promise<Value>;
  /** Whether a value that was read is no news. */
  same: (a: Value, b: Value) => boolean;
  show: (value: Value) => void;
}

/**
 * Lets nothing older take the place of anything newer: a value that was read is news only if nothing was written here, nor shown,
 * while it was being read; else it is read anew. The store does the rest: it answers with what was given to it, from that
 * moment on, unless there is something newer.
 */
export function createLiveQuery<Value>(
  empty: Value,
  { store, concerns, load, same, show }: LiveQueryOptions<Value>,
): LiveQuery<Value> {
  let known = empty;
  let revision = 0;
  let unsubscribe: (() => void) | undefined;
  let ended = false;

  async function take(): Promise<void> {
    for (;;) {
      const at = revision;
      const value = await load();
      if (ended) return;
      if (at !== revision) continue;
      if (same(value, known)) return;
      revision += 1;
      known = value;
      show(value);
      return;
    }
  }

  return {
    wrote(value) {
      revision += 1;
      known = value;
    },
    async follow() {
      unsubscribe ??= store().subscribe((change, elsewhere) => {
        if (concerns(change, elsewhere)) void take().catch(() => undefined); // `follow` has told of it
      });
      await take();
    },
    end() {
      ended = true;
      unsubscribe?.();
    },
  };
}
