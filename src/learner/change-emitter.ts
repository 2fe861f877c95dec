import type { StoreChange, StoreListener } from "#learner/store.ts";

/** Emits every change to whoever has subscribed. */
export function createChangeEmitter(): {
  emit: (change: StoreChange, elsewhere?: boolean) => void;
  subscribe: (listener: StoreListener) => () => void;
} {
  const listeners = new Set<StoreListener>();
  return {
    emit(change, elsewhere = false) {
      for (const listener of [...listeners]) listener(change, elsewhere);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
