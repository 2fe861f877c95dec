import process from "node:process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts at the first signal to end, or when nobody reads the output any more. A second signal ends the process as it would without
 * this.
 */
export function stopSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const onOutputError = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    stop();
  };
  for (const name of signals) process.once(name, stop);
  process.stdout.on("error", onOutputError);
  return {
    signal: controller.signal,
    release: () => signals.forEach((name) => process.off(name, stop)),
  };
}
