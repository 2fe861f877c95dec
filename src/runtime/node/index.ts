import { createRuntime } from "#runtime/host/create-runtime.ts";
import { NodeHost } from "#runtime/node/node-host.ts";
import type { Runtime } from "#runtime/runtime.ts";

/** Runs learner code in child processes without rights. `close` it when nothing more is to run. */
export const createNodeRuntime = (): Runtime => createRuntime(new NodeHost());
