import { BrowserHost } from "#runtime/browser/browser-host.ts";
import { createRuntime } from "#runtime/host/create-runtime.ts";
import type { Runtime } from "#runtime/runtime.ts";

/** Runs learner code in workers inside a sandboxed frame. Nothing is fetched before the first run. */
export const createBrowserRuntime = (): Runtime => createRuntime(new BrowserHost());
