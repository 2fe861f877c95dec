import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { limits } from "#runtime/limits.ts";

const everyMilliseconds = 25;
/** With what the interpreter, the engine and Node itself take. */
const mostMegabytes = limits.memoryBytes / 1024 / 1024 + 128;

/**
 * Calls `full` when a process holds too much memory, typed arrays included, which V8's own limit does not count.
 * Where there is no `/proc`, only that limit and the deadline bound it. Returns a function that ends the watch.
 */
export function watchMemory({ pid }: ChildProcess, full: () => void): () => void {
  const timer = setInterval(() => {
    void residentMegabytes(pid).then((megabytes) => {
      if (megabytes > mostMegabytes && watching) full();
    });
  }, everyMilliseconds);
  let watching = true;
  return () => {
    watching = false;
    clearInterval(timer);
  };
}

/** What a process holds in memory, or 0 where that can't be told. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid ?? 0}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
