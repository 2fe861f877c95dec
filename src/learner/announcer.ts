import type { Change, Listener } from "#learner/store.ts";

/** Tells whoever has subscribed of every change. */
export function createAnnouncer(): {
  announce: (change: Change, elsewhere?: boolean) => void;
  subscribe: (listener: Listener) => () => void;
} {
  const listeners = new Set<Listener>();
  return {
    announce(change, elsewhere = false) {
      for (const listener of [...listeners]) listener(change, elsewhere);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
