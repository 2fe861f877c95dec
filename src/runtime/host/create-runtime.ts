import {
  machineBusyFailure,
  outputLimitFailure,
  stoppedFailure,
  timeLimitFailure,
  unreadableFailure,
  timeLimits,
  type TimeLimits,
} from "#runtime/limits.ts";
import { collectOutput } from "#runtime/host/collect-output.ts";
import { watchDeadline, type Overrun } from "#runtime/host/deadline.ts";
import { withSyntaxHelp } from "#runtime/host/syntax-help.ts";
import { prepare } from "#runtime/host/prepare.ts";
import { readReport } from "#runtime/host/read-report.ts";
import type { SandboxHost } from "#runtime/host/sandbox-host.ts";
import { SharedExclusiveLock } from "#runtime/host/shared-exclusive-lock.ts";
import type {
  CallRequest,
  CellRequest,
  Failure,
  CallOutput,
  RunOptions,
  Runtime,
  TraceRequest,
} from "#runtime/runtime.ts";
import type { Job, JobOutcome } from "#runtime/sandbox/protocol.ts";

/** So many times its time a program gets when it is run again. */
const room = 2;

/** All runtimes of this process share one machine. */
const machine = new SharedExclusiveLock();

interface CompletedRun {
  stdout: string;
  printed: readonly CallOutput[];
  outcome: JobOutcome;
}

/** What became of a job: a result, or why there is none. */
type JobRun = CompletedRun | (Omit<CompletedRun, "outcome"> & { overrun: Overrun });

interface RunLimits {
  /** In milliseconds on the clock, until the program begins. */
  start: number;
  /** In milliseconds of computing. */
  time: number;
  /** So many times that time may pass on the clock. */
  patience: number;
}

const failed = (error: Failure): JobOutcome => ({ ok: false, error });
const notRun = (error: Failure): CompletedRun => ({ stdout: "", printed: [], outcome: failed(error) });

/**
 * Runs learner code on a host: checks it first, holds it to its limits, and collects what comes out. A graded or traced program that
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
  ): Promise<CompletedRun> {
    const { signal } = options;
    const prepared = await prepare(request);
    if ("error" in prepared) return notRun(prepared.error);
    const { job } = prepared;
    await unlessAborted(signal, host.load(request.language));
    if (signal?.aborted) return notRun(stoppedFailure());
    const attempt = async (alone: boolean, times: number): Promise<JobRun> => {
      const runLimits = { start: start * times, time: time * times, patience };
      const turn = await machine.run(alone, () => perform(host, job, runLimits, options), signal);
      return turn ?? notRun(stoppedFailure());
    };
    let last = await attempt(false, 1);
    // A cell's output has been seen: there is no beginning again.
    const again = "overrun" in last && last.overrun !== "computed" && job.call !== null;
    if (again) last = await attempt(true, room);
    if ("outcome" in last) return last;
    const { overrun, ...printed } = last;
    return {
      ...printed,
      outcome: failed(overrun === "starved" ? machineBusyFailure() : timeLimitFailure(time)),
    };
  }

  return withSyntaxHelp({
    async runCell(request, options) {
      const { stdout, outcome } = await run(request, cell, options);
      return { stdout, error: outcome.ok ? null : outcome.error };
    },
    async callFunction(request, options) {
      const completed = await run(request, call, options);
      // What fails while it is recorded could fail because of that: for want of time, say.
      const again = request.recorded && !completed.outcome.ok && mayBeRecorders(completed.outcome.error);
      const { stdout, printed, outcome } = again
        ? await run({ ...request, recorded: false }, call, options)
        : completed;
      if (!outcome.ok) return { stdout, printed, ...outcome };
      const { results, records } = outcome;
      return { stdout, printed, ok: true, results, ...(records && { records }) };
    },
    async traceFunction(request, options) {
      const { stdout, outcome } = await run(request, trace, options);
      return outcome.ok ? { stdout, ok: true, traces: outcome.traces ?? [] } : { stdout, ...outcome };
    },
    close: () => host.close(),
  });
}

/** Failures that have nothing to do with what is recorded are those before the program begins, and those from outside it. */
const mayBeRecorders = ({ kind }: Failure): boolean =>
  !["syntax", "missing-function", "stopped", "busy"].includes(kind);

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

/** Sees one job through to its result or to the first limit that it meets. */
function perform(host: SandboxHost, job: Job, runLimits: RunLimits, options: RunOptions): Promise<JobRun> {
  const { signal, onOutput } = options;
  return new Promise((resolve) => {
    const output = collectOutput(job);
    let settled = false;
    let unwatch: (() => void) | null = null;

    const settle = (end: { outcome: JobOutcome } | { overrun: Overrun }) => {
      if (settled) return;
      settled = true;
      clearTimeout(starting);
      unwatch?.();
      signal?.removeEventListener("abort", stop);
      sandbox.end();
      resolve({ stdout: output.stdout(), printed: output.printed(), ...end });
    };
    const fail = (error: Failure) => settle({ outcome: failed(error) });
    const stop = () => fail(stoppedFailure());
    const starting = setTimeout(() => settle({ overrun: "starved" }), runLimits.start);
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
          unwatch ??= watchDeadline(sandbox, runLimits.time, runLimits.patience, (overrun) =>
            settle({ overrun }),
          );
          return;
        case "output": {
          const fitting = output.add(report);
          if (fitting !== "") onOutput?.(fitting);
          if (fitting.length < report.text.length) fail(outputLimitFailure());
          return;
        }
        case "done":
          settle({ outcome: report.outcome });
          return;
        default:
          fail(unreadableFailure());
      }
    });
    if (signal?.aborted) stop();
  });
}
