/** How long a process has computed, by the system's own account. */
import { execFile, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { promisify } from "node:util";
import type { TimeSpent } from "#runtime/host/sandbox-host.ts";

/** In milliseconds; `waited` is how long it could have computed, but others had the processors. Null where that can't be told. */
interface Account {
  computed: number;
  waited: number | null;
}

/**
 * Linux tells both to the nanosecond, of the process's main thread: the one that learner code runs in.
 * @see https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
 */
function readScheduler(pid: number): Account | null {
  try {
    const [computed, waited] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ", 2).map(Number);
    return { computed: computed! / 1e6, waited: waited! / 1e6 };
  } catch {
    return null;
  }
}

/** `1-02:03:04.56` or a shorter form of it, as `ps` has it, in milliseconds; NaN for anything else. */
export function fromClock(text: string): number {
  const match = /^(?:(?:(\d+)-)?(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (!match) return NaN;
  const [days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return (((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000;
}

async function askSystem(pid: number): Promise<Account | null> {
  const run = promisify(execFile);
  const computed = await (
    process.platform === "win32"
      ? run("powershell", [
          "-NoProfile",
          "-Command",
          `[long](Get-Process -Id ${pid}).TotalProcessorTime.TotalMilliseconds`,
        ]).then(({ stdout }) => Number(stdout))
      : run("ps", ["-o", "time=", "-p", String(pid)]).then(({ stdout }) => fromClock(stdout))
  ).catch(() => NaN);
  return Number.isFinite(computed) ? { computed, waited: null } : null;
}

export interface Stopwatch {
  /** From here on it counts. A later start changes nothing. */
  start(): void;
  /** Where the system gives no account, the time on the clock. */
  read(): Promise<TimeSpent>;
}

/** A stopwatch for a child process, in milliseconds, not yet started. */
export function stopwatchFor({ pid = 0 }: ChildProcess): Stopwatch {
  let began: number | null = null;
  let before: Account | null = null;
  return {
    start() {
      if (began !== null) return;
      began = performance.now();
      before = readScheduler(pid);
    },
    async read() {
      const onClock = performance.now() - (began ?? performance.now());
      const account = before ? readScheduler(pid) : await askSystem(pid);
      if (!account) return { computing: onClock, idle: 0 };
      const computing = account.computed - (before?.computed ?? 0);
      if (account.waited === null) return { computing, idle: 0 };
      return { computing, idle: onClock - computing - (account.waited - (before?.waited ?? 0)) };
    },
  };
}
