import { crashed, outputLimit, stopped, timeLimit, unreadable } from "#runtime/bounds.ts";
import { collectOutput } from "#runtime/host/collect-output.ts";
import { readReport } from "#runtime/host/read-report.ts";
import type { SandboxHost } from "#runtime/host/sandbox-host.ts";
import { prepare } from "#runtime/host/prepare.ts";
import {
  limits,
  type CallRequest,
  type CellRequest,
  type Failure,
  type Printed,
  type RunOptions,
  type Runtime,
  type TraceRequest,
} from "#runtime/runtime.ts";
import type { Job, Outcome } from "#runtime/sandbox/protocol.ts";

/** A sandbox that has not begun to run the code by then will never do so. */
const startMilliseconds = 20_000;

interface Run {
  stdout: string;
  printed: readonly Printed[];
  outcome: Outcome;
}

const failed = (error: Failure): Outcome => ({ ok: false, error });
const notRun = (error: Failure): Run => ({ stdout: "", printed: [], outcome: failed(error) });

/** Runs learner code on a host: checks it first, holds it to its bounds, and collects what comes out. */
export function createRuntime(host: SandboxHost): Runtime {
  async function run(
    request: CellRequest | CallRequest | TraceRequest,
    milliseconds: number,
    options: RunOptions = {},
  ): Promise<Run> {
    const { signal } = options;
    const prepared = await prepare(request);
    if ("error" in prepared) return notRun(prepared.error);
    await Promise.race([host.load(request.language), aborted(signal)]);
    if (signal?.aborted) return notRun(stopped());
    return perform(host, prepared.job, milliseconds, options);
  }

  return {
    async runCell(request, options) {
      const { stdout, outcome } = await run(request, limits.cellMilliseconds, options);
      return { stdout, error: outcome.ok ? null : outcome.error };
    },
    async callFunction(request, options) {
      const { stdout, printed, outcome } = await run(request, limits.callMilliseconds, options);
      return outcome.ok
        ? { stdout, printed, ok: true, results: outcome.results }
        : { stdout, printed, ...outcome };
    },
    async traceFunction(request, options) {
      const { stdout, outcome } = await run(request, limits.traceMilliseconds, options);
      return outcome.ok ? { stdout, ok: true, traces: outcome.traces ?? [] } : { stdout, ...outcome };
    },
    close: () => host.close(),
  };
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
    const output = collectOutput(job);
    let settled = false;

    const settle = (outcome: Outcome) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      sandbox.end();
      resolve({ stdout: output.stdout(), printed: output.printed(), outcome });
    };
    const stop = () => settle(failed(stopped()));
    let timer = setTimeout(() => settle(failed(crashed("it did not start"))), startMilliseconds);
    signal?.addEventListener("abort", stop);

    const sandbox = host.start(job, (event) => {
      if (settled) return;
      if (event.kind === "lost") {
        settle(failed(event.error));
        return;
      }
      const report = readReport(event.report, job);
      switch (report?.kind) {
        case "started":
          clearTimeout(timer);
          // Where this thread was busy itself, an outcome may lie here unread: that one counts.
          timer = setTimeout(() => setTimeout(() => settle(failed(timeLimit(milliseconds)))), milliseconds);
          return;
        case "output": {
          const kept = output.add(report);
          if (kept !== "") onOutput?.(kept);
          if (kept.length < report.text.length) settle(failed(outputLimit()));
          return;
        }
        case "done":
          settle(report.outcome);
          return;
        default:
          settle(failed(unreadable()));
      }
    });
  });
}
