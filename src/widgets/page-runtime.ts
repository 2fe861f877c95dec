import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { whenLeft } from "#widgets/when-left.ts";
import type { Runtime } from "#runtime/runtime.ts";

let runtime: Runtime | undefined;

/** The page's one runtime, fetched when first needed. After a failure the next call tries again. */
export const pageRuntime = fetchOnce(async () => {
  const { createBrowserRuntime } = await import("#runtime/browser/browser-runtime.ts");
  return (runtime = createBrowserRuntime());
});

// A page that is kept for whoever comes back keeps no workers, and no memory of theirs. First, what runs is stopped by those who run it.
whenLeft(() => queueMicrotask(() => runtime?.close()));
