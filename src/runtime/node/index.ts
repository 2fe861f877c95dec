import { createRuntime } from "#runtime/host/create-runtime.ts";
import { NodeHost } from "#runtime/node/node-host.ts";
import { timeLimits, type TimeLimits } from "#runtime/limits.ts";
import type { Runtime } from "#runtime/runtime.ts";

export interface NodeRuntimeOptions {
  /** Whether waiting processes import NumPy or torch ahead: quicker for one who waits, more work for many runs. */
  warm?: boolean;
  times?: TimeLimits;
}

/** Beyond twice the time limit, in seconds: for a process to begin, and for what V8 does beside the program. */
const secondsBeside = 30;

/** Runs learner code in child processes without rights. `close` it when nothing more is to run. */
export function createNodeRuntime({ warm = true, times = timeLimits }: NodeRuntimeOptions = {}): Runtime {
  const longest = Math.max(times.cell, times.call, times.trace);
  return createRuntime(new NodeHost(warm, Math.ceil((2 * longest) / 1000) + secondsBeside), times);
}
