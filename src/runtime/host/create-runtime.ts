import { crashed, outputLimit, stopped, timeLimit } from "#runtime/bounds.ts";
import { explaining } from "#runtime/host/explaining.ts";
import type { SandboxHost } from "#runtime/host/sandbox-host.ts";
import { prepare } from "#runtime/host/prepare.ts";
import {
  limits,
  type CallRequest,
  type CellRequest,
  type Failure,
  type RunOptions,
  type Runtime,
  type TraceRequest,
} from "#runtime/runtime.ts";
import type { Job, Outcome } from "#runtime/sandbox/protocol.ts";

/** A sandbox that has not begun to run the code by then will never do so. */
const startMilliseconds = 20_000;

interface Run {
  stdout: string;
  outcome: Outcome;
}

const failed = (error: Failure): Outcome => ({ ok: false, error });

/** Runs learner code on a host: checks it first, holds it to its bounds, and collects what comes out. */
export function createRuntime(host: SandboxHost): Runtime {
  async function run(
    request: CellRequest | CallRequest | TraceRequest,
    milliseconds: number,
    options: RunOptions = {},
  ): Promise<Run> {
    const { signal } = options;
    const prepared = await prepare(request);
    if ("error" in prepared) return { stdout: "", outcome: failed(prepared.error) };
    await Promise.race([host.load(request.language), aborted(signal)]);
    if (signal?.aborted) return { stdout: "", outcome: failed(stopped()) };
    return perform(host, prepared.job, milliseconds, options);
  }

  return explaining({
    async runCell(request, options) {
      const { stdout, outcome } = await run(request, limits.cellMilliseconds, options);
      return { stdout, error: outcome.ok ? null : outcome.error };
    },
    async callFunction(request, options) {
      const { stdout, outcome } = await run(request, limits.callMilliseconds, options);
      return outcome.ok ? { stdout, ok: true, results: outcome.results } : { stdout, ...outcome };
    },
    async traceFunction(request, options) {
      const { stdout, outcome } = await run(request, limits.traceMilliseconds, options);
      return outcome.ok ? { stdout, ok: true, traces: outcome.traces ?? [] } : { stdout, ...outcome };
    },
    close: () => host.close(),
  });
}

/** Resolves when the signal says so; never without one. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Sees one job through to its result or to the first bound that it meets. */
function perform(host: SandboxHost, job: Job, milliseconds: number, options: RunOptions): Promise<Run> {
  const { signal, onOutput } = options;
  return new Promise((resolve) => {
    let stdout = "";
    let settled = false;

    const settle = (outcome: Outcome) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      sandbox.end();
      resolve({ stdout, outcome });
    };
    const stop = () => settle(failed(stopped()));
    let timer = setTimeout(() => settle(failed(crashed("it did not start"))), startMilliseconds);
    signal?.addEventListener("abort", stop);

    const sandbox = host.start(job, (event) => {
      if (settled) return;
      switch (event.kind) {
        case "started":
          clearTimeout(timer);
          // Where this thread was busy itself, an outcome may lie here unread: that one counts.
          timer = setTimeout(() => setTimeout(() => settle(failed(timeLimit(milliseconds)))), milliseconds);
          return;
        case "output": {
          const text = event.text.slice(0, limits.outputCharacters - stdout.length);
          stdout += text;
          if (text !== "") onOutput?.(text);
          if (text.length < event.text.length) settle(failed(outputLimit()));
          return;
        }
        case "done":
          settle(event.outcome);
          return;
        case "lost":
          settle(failed(event.error));
      }
    });
  });
}
