import { signal, type ReadonlySignal } from "@preact/signals";
import { fetchOnce } from "#widgets/session/fetch-once.ts";

/** What a widget computes with, fetched when a reader is about to change something. */
export interface LazyModule<Engine> {
  /** The engine, or null as long as it isn't there: once it is, a change is followed without a wait. */
  ready: () => Engine | null;
  /** Fetches it. Null if that fails; then the next call tries again. */
  prepare: () => Promise<Engine | null>;
  /** `offline` after it could not be fetched. */
  trouble: ReadonlySignal<string | null>;
}

/** `load` is called at the first need. `offline` is what to say if it rejects. */
export function lazyModule<Engine>(load: () => Promise<Engine>, offline: string): LazyModule<Engine> {
  const trouble = signal<string | null>(null);
  let engine: Engine | null = null;
  const fetched = fetchOnce(load);
  return {
    trouble,
    ready: () => engine,
    async prepare() {
      if (engine) return engine;
      try {
        engine = await fetched();
        trouble.value = null;
      } catch {
        trouble.value = offline;
      }
      return engine;
    },
  };
}
