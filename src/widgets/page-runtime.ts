import { whenLeft } from "#widgets/when-left.ts";
import type { Runtime } from "#runtime/runtime.ts";

let runtime: Promise<Runtime> | undefined;

/** The page's one runtime, fetched when first needed. After a failure the next call tries again. */
export function pageRuntime(): Promise<Runtime> {
  runtime ??= import("#runtime/browser/browser-runtime.ts").then(({ createBrowserRuntime }) =>
    createBrowserRuntime(),
  );
  runtime.catch(() => (runtime = undefined));
  return runtime;
}

// A page that is kept for whoever comes back keeps no workers, and no memory of theirs. What is stopped is so by then.
whenLeft(() => void runtime?.then((opened) => opened.close()).catch(() => undefined));
