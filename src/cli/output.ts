import process from "node:process";
import { reasonOf } from "#cli/read-text.ts";

/** What is found can't be written any more: a disk is full, for instance. Ends with exit code 1. */
export class OutputError extends Error {}

/**
 * Ends the program when nobody reads its output, as under `head`, and says so when the output can't be written. A command that has
 * something to bring to an end listens itself.
 */
export function handleOutputErrors(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (process.stdout.listenerCount("error") > 1) return;
    if (error.code !== "EPIPE") process.stderr.write(`The output can't be written: ${reasonOf(error)}\n`);
    process.exit(1);
  });
  process.stderr.on("error", () => undefined); // there is nobody left to tell
}
