import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createRuntime } from "#runtime/host/create-runtime.ts";
import type { SandboxEvent, SandboxHost, TimeSpent } from "#runtime/host/sandbox-host.ts";
import { timeLimits } from "#runtime/limits.ts";
import type { CallResult, CellRequest, RunOptions } from "#runtime/runtime.ts";
import type { JobOutcome, SandboxReport } from "#runtime/sandbox/protocol.ts";
import { callOf, number } from "./node-runtime.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = (report: SandboxReport): SandboxEvent => ({ kind: "said", report });

/** A program as a host sees it: how long it computes until it is done, and what it gets of the machine. */
interface Program {
  computes: number;
  /** The share of the time on the clock in which it computes. */
  share?: number;
  /** Whether it wants the rest of the time too, as one does that shares a processor with others. */
  idle?: boolean;
  starts?: boolean;
}

const request = callOf("python", "def f(x): return x");
const cell: CellRequest = { language: "python", code: request.code };
const result: JobOutcome = { ok: true, results: [number(1)] };
const right = { ok: true, results: [number(1)] };
const endless = Infinity;

/**
 * A host on which a program fares like this the first time, and like that when it is run again. Keeps how many others ran when a run
 * began.
 */
function hostOf(...fares: readonly Program[]) {
  return hostOfSeveral({ [request.code]: fares });
}

/** The same for several programs, by their code. */
function hostOfSeveral(programs: Readonly<Record<string, readonly Program[]>>) {
  const beside: number[] = [];
  const runs = new Map<string, number>();
  let running = 0;
  const start: SandboxHost["start"] = ({ code }, listen) => {
    const times = runs.get(code) ?? 0;
    runs.set(code, times + 1);
    const fares = programs[code]!;
    const { computes, share = 1, idle = false, starts = true } = fares[times] ?? fares.at(-1)!;
    beside.push(running++);
    const began = Date.now();
    const timers = starts
      ? [
          setTimeout(() => listen(said({ kind: "started" }))),
          ...(computes === endless
            ? []
            : [setTimeout(() => listen(said({ kind: "done", outcome: result })), computes / share)]),
        ]
      : [];
    return {
      end() {
        running--;
        for (const timer of timers) clearTimeout(timer);
      },
      spent(): Promise<TimeSpent> {
        const onClock = Date.now() - began;
        const computing = Math.min(computes, share * onClock);
        return Promise.resolve({ computing, idle: idle ? onClock - computing : 0 });
      },
    };
  };
  const host: SandboxHost = { load: () => Promise.resolve(), start, close: () => undefined };
  return { host, beside };
}

/** What a call comes to, and when by the clock. */
async function called(
  host: SandboxHost,
  options?: RunOptions,
): Promise<{ result: CallResult; seconds: number }> {
  const began = Date.now();
  const calling = createRuntime(host).callFunction(request, options);
  let ended = 0;
  void calling.then(() => (ended = Date.now()));
  await vi.runAllTimersAsync();
  return { result: await calling, seconds: (ended - began) / 1000 };
}

const failedAs = (kind: string) => ({ ok: false, error: { kind } });

describe("a program has its time, however little of the machine it gets", () => {
  test.each([1, 0.5, 0.1])("with a share of %d it is done", async (share) => {
    const { host, beside } = hostOf({ computes: 0.9 * timeLimits.call, share });
    expect((await called(host)).result).toMatchObject(right);
    expect(beside).toEqual([0]);
  });

  test.each([1, 0.5, 0.1])(
    "with a share of %d it is ended when it has had it, and not run again",
    async (share) => {
      const { host, beside } = hostOf({ computes: endless, share });
      const { result, seconds } = await called(host);
      expect(result).toMatchObject(failedAs("time"));
      expect(seconds).toBeGreaterThanOrEqual(timeLimits.call / 1000 / share);
      expect(seconds).toBeLessThan(1.2 * (timeLimits.call / 1000 / share));
      expect(beside).toEqual([0]);
    },
  );
});

describe("a time-out that may be the machine's is repeated with more room", () => {
  test("a program that waited for something is right if it ends then", async () => {
    const { host, beside } = hostOf(
      { computes: 100, share: 0.01, idle: true },
      { computes: 100, share: 0.03, idle: true },
    );
    expect((await called(host)).result).toMatchObject(right);
    expect(beside).toEqual([0, 0]);
  });

  test("one that still waits is out of time", async () => {
    const { host, beside } = hostOf({ computes: endless, share: 0, idle: true });
    expect((await called(host)).result).toMatchObject(failedAs("time"));
    expect(beside).toEqual([0, 0]);
  });

  test.each<[string, Program]>([
    ["that got hardly anything of the machine", { computes: endless, share: 0.01 }],
    ["that never began", { computes: 1, starts: false }],
  ])("no verdict on one %s", async (_what, program) => {
    const { host, beside } = hostOf(program);
    expect((await called(host)).result).toMatchObject(failedAs("busy"));
    expect(beside).toEqual([0, 0]);
    const second = hostOf(program, { computes: 1 });
    expect((await called(second.host)).result).toMatchObject(right);
  });

  test("alone: what runs is waited for, and what comes later waits", async () => {
    const waits = { computes: endless, share: 0, idle: true };
    const { host, beside } = hostOfSeveral({
      waits: [waits],
      long: [{ computes: 1_500, share: 0.5 }],
      short: [{ computes: 1 }],
    });
    const runtime = createRuntime(host);
    const call = (code: string) => runtime.callFunction(callOf("python", code));
    const first = [call("waits"), call("long")];
    await vi.advanceTimersByTimeAsync(2_500);
    const last = call("short");
    await vi.runAllTimersAsync();
    expect(await Promise.all([...first, last])).toMatchObject([failedAs("time"), right, right]);
    expect(beside).toEqual([0, 1, 0, 0]);
  });

  test("but not a cell, whose output has been seen", async () => {
    const { host, beside } = hostOf({ computes: endless, share: 0, idle: true });
    const running = createRuntime(host).runCell(cell);
    await vi.runAllTimersAsync();
    expect((await running).error).toMatchObject({ kind: "time" });
    expect(beside).toEqual([0]);
  });
});

test.each([0, 1_000, 2_500, 5_000])("stopping ends a run after %d ms", async (after) => {
  const { host } = hostOfSeveral({
    waits: [{ computes: endless, share: 0, idle: true }],
    // Holds the other up when that is to be repeated.
    long: [{ computes: 1_000, share: 0.25 }],
  });
  const runtime = createRuntime(host);
  const controller = new AbortController();
  const running = runtime.callFunction(callOf("python", "waits"), { signal: controller.signal });
  const beside = runtime.callFunction(callOf("python", "long"));
  await vi.advanceTimersByTimeAsync(after);
  controller.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(await running).toMatchObject(failedAs("stopped"));
  await vi.runAllTimersAsync();
  expect(await beside).toMatchObject(right);
});

test("messages tell the limit that was given", async () => {
  const { host } = hostOf({ computes: endless });
  const running = createRuntime(host, { ...timeLimits, cell: 7_000 }).runCell(cell);
  await vi.runAllTimersAsync();
  expect((await running).error?.message).toContain("after 7 seconds");
});

test("an outcome that a busy thread has not read yet when the time is up counts all the same", async () => {
  const listening = Promise.withResolvers<(event: SandboxEvent) => void>();
  const spent = Promise.withResolvers<TimeSpent>();
  const host: SandboxHost = {
    load: () => Promise.resolve(),
    start: (_job, listen) => {
      listening.resolve(listen);
      return { end: () => undefined, spent: () => spent.promise };
    },
    close: () => undefined,
  };
  const calling = createRuntime(host).callFunction(request);
  const report = await listening.promise;
  report(said({ kind: "started" }));
  await vi.advanceTimersByTimeAsync(timeLimits.call);
  spent.resolve({ computing: timeLimits.call, idle: 0 });
  await spent.promise;
  report(said({ kind: "done", outcome: result }));
  await vi.runAllTimersAsync();
  expect(await calling).toMatchObject(right);
});
