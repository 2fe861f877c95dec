import type { Runtime } from "#runtime/runtime.ts";

let runtime: Promise<Runtime> | undefined;

/** The page's one runtime, fetched when first needed. After a failure the next call tries again. */
export function browserRuntime(): Promise<Runtime> {
  runtime ??= import("#runtime/browser/browser-runtime.ts").then(({ createBrowserRuntime }) =>
    createBrowserRuntime(),
  );
  runtime.catch(() => (runtime = undefined));
  return runtime;
}
