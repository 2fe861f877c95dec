import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRuntime } from "#runtime/host/create-runtime.ts";
import type { SandboxEvent, SandboxHost } from "#runtime/host/sandbox-host.ts";
import { limits } from "#runtime/runtime.ts";
import type { Report } from "#runtime/sandbox/protocol.ts";
import { callOf, number } from "./node-runtime.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = (report: Report): SandboxEvent => ({ kind: "said", report });

/** A host whose only sandbox reports what the test lets it report. */
function host(): { host: SandboxHost; report: Promise<(event: SandboxEvent) => void> } {
  const { promise, resolve } = Promise.withResolvers<(event: SandboxEvent) => void>();
  return {
    report: promise,
    host: {
      load: () => Promise.resolve(),
      start: (_job, listen) => {
        resolve(listen);
        return { end: () => undefined };
      },
      close: () => undefined,
    },
  };
}

test("an outcome that a busy thread has not read yet when the time is up counts all the same", async () => {
  const sandbox = host();
  const result = createRuntime(sandbox.host).callFunction(callOf("python", "def f(x): return x"));
  const report = await sandbox.report;
  report(said({ kind: "started" }));
  vi.advanceTimersByTime(limits.callMilliseconds);
  report(said({ kind: "done", outcome: { ok: true, results: [number(1)] } }));
  expect(await result).toMatchObject({ ok: true });
});

test("one that comes later does not", async () => {
  const sandbox = host();
  const result = createRuntime(sandbox.host).callFunction(callOf("python", "def f(x): return x"));
  const report = await sandbox.report;
  report(said({ kind: "started" }));
  vi.advanceTimersByTime(limits.callMilliseconds + 1);
  report(said({ kind: "done", outcome: { ok: true, results: [number(1)] } }));
  expect(await result).toMatchObject({ ok: false, error: { kind: "time" } });
});
