import { createRuntime } from "#runtime/host/create-runtime.ts";
import { NodeHost } from "#runtime/node/node-host.ts";
import type { Runtime } from "#runtime/runtime.ts";

/**
 * Runs learner code in child processes without rights. `close` it when nothing more is to run.
 * @param options.warm whether waiting processes import NumPy or torch ahead: quicker for one who waits, more work for many runs
 */
export const createNodeRuntime = ({ warm = true } = {}): Runtime => createRuntime(new NodeHost(warm));
