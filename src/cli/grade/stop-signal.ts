import process from "node:process";
import { OutputError } from "#cli/output.ts";
import { reasonOf } from "#cli/read-text.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts at the first signal to end, when nobody reads the output any more, or with an OutputError when it can't be written. A second
 * signal ends the process as it would without this.
 */
export function stopSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const onOutputError = (error: NodeJS.ErrnoException) =>
    error.code === "EPIPE"
      ? stop()
      : controller.abort(new OutputError(`The output can't be written: ${reasonOf(error)}`));
  for (const name of signals) process.once(name, stop);
  process.stdout.on("error", onOutputError);
  return {
    signal: controller.signal,
    release() {
      for (const name of signals) process.off(name, stop);
      process.stdout.off("error", onOutputError);
    },
  };
}
