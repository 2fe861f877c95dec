import { machineBusy, outputLimit, stopped, timeLimit, unreadable } from "#runtime/bounds.ts";
import { collectOutput } from "#runtime/host/collect-output.ts";
import { watchDeadline, type Overrun } from "#runtime/host/deadline.ts";
import { explaining } from "#runtime/host/explaining.ts";
import { prepare } from "#runtime/host/prepare.ts";
import { readReport } from "#runtime/host/read-report.ts";
import type { SandboxHost } from "#runtime/host/sandbox-host.ts";
import { Turns } from "#runtime/host/turns.ts";
import {
  timeLimits,
  type CallRequest,
  type CellRequest,
  type Failure,
  type Printed,
  type RunOptions,
  type Runtime,
  type TimeLimits,
  type TraceRequest,
} from "#runtime/runtime.ts";
import type { Job, Outcome } from "#runtime/sandbox/protocol.ts";

/** So many times its time a program gets when it is run again. */
const room = 2;

/** All runtimes of this process share one machine. */
const machine = new Turns();

interface Run {
  stdout: string;
  printed: readonly Printed[];
  outcome: Outcome;
}

/** What became of a job: a result, or why there is none. */
type Attempt = Run | (Omit<Run, "outcome"> & { overrun: Overrun });

interface Bounds {
  /** In milliseconds on the clock, until the program begins. */
  start: number;
  /** In milliseconds of computing. */
  time: number;
  /** So many times that time may pass on the clock. */
  patience: number;
}

const failed = (error: Failure): Outcome => ({ ok: false, error });
const notRun = (error: Failure): Run => ({ stdout: "", printed: [], outcome: failed(error) });

/**
 * Runs learner code on a host: checks it first, holds it to its bounds, and collects what comes out. A graded or traced program that
 * runs out of time is run again, alone and with more room, unless it has certainly computed all its time.
 */
export function createRuntime(
  host: SandboxHost,
  { cell, call, trace, start, patience }: TimeLimits = timeLimits,
): Runtime {
  async function run(
    request: CellRequest | CallRequest | TraceRequest,
    time: number,
    options: RunOptions = {},
  ): Promise<Run> {
    const { signal } = options;
    const prepared = await prepare(request);
    if ("error" in prepared) return notRun(prepared.error);
    const { job } = prepared;
    await unlessAborted(signal, host.load(request.language));
    if (signal?.aborted) return notRun(stopped());
    const attempt = async (alone: boolean, times: number): Promise<Attempt> => {
      const bounds = { start: start * times, time: time * times, patience };
      const turn = await machine.take(alone, () => perform(host, job, bounds, options), signal);
      return turn ?? notRun(stopped());
    };
    let last = await attempt(false, 1);
    // A cell's output has been seen: there is no beginning again.
    const again = "overrun" in last && last.overrun !== "computed" && job.call !== null;
    if (again) last = await attempt(true, room);
    if ("outcome" in last) return last;
    const { overrun, ...printed } = last;
    return { ...printed, outcome: failed(overrun === "starved" ? machineBusy() : timeLimit(time)) };
  }

  return explaining({
    async runCell(request, options) {
      const { stdout, outcome } = await run(request, cell, options);
      return { stdout, error: outcome.ok ? null : outcome.error };
    },
    async callFunction(request, options) {
      const { stdout, printed, outcome } = await run(request, call, options);
      return outcome.ok
        ? { stdout, printed, ok: true, results: outcome.results }
        : { stdout, printed, ...outcome };
    },
    async traceFunction(request, options) {
      const { stdout, outcome } = await run(request, trace, options);
      return outcome.ok ? { stdout, ok: true, traces: outcome.traces ?? [] } : { stdout, ...outcome };
    },
    close: () => host.close(),
  });
}

/** Waits for the work, or for the signal if that comes first. */
function unlessAborted(signal: AbortSignal | undefined, work: Promise<void>): Promise<void> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve();
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

/** Sees one job through to its result or to the first bound that it meets. */
function perform(host: SandboxHost, job: Job, bounds: Bounds, options: RunOptions): Promise<Attempt> {
  const { signal, onOutput } = options;
  return new Promise((resolve) => {
    const output = collectOutput(job);
    let settled = false;
    let unwatch: (() => void) | null = null;

    const settle = (end: { outcome: Outcome } | { overrun: Overrun }) => {
      if (settled) return;
      settled = true;
      clearTimeout(starting);
      unwatch?.();
      signal?.removeEventListener("abort", stop);
      sandbox.end();
      resolve({ stdout: output.stdout(), printed: output.printed(), ...end });
    };
    const fail = (error: Failure) => settle({ outcome: failed(error) });
    const stop = () => fail(stopped());
    const starting = setTimeout(() => settle({ overrun: "starved" }), bounds.start);
    signal?.addEventListener("abort", stop);

    const sandbox = host.start(job, (event) => {
      if (settled) return;
      if (event.kind === "lost") {
        fail(event.error);
        return;
      }
      const report = readReport(event.report, job);
      switch (report?.kind) {
        case "started":
          clearTimeout(starting);
          unwatch ??= watchDeadline(sandbox, bounds.time, bounds.patience, (overrun) => settle({ overrun }));
          return;
        case "output": {
          const kept = output.add(report);
          if (kept !== "") onOutput?.(kept);
          if (kept.length < report.text.length) fail(outputLimit());
          return;
        }
        case "done":
          settle({ outcome: report.outcome });
          return;
        default:
          fail(unreadable());
      }
    });
    if (signal?.aborted) stop();
  });
}
