import type { Failure } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

/** What a host hears of a sandbox: its reports, unread, and at most once that it is gone before it was done. */
export type SandboxEvent = { kind: "said"; report: unknown } | { kind: "lost"; error: Failure };

/** What a program has done since it began, in milliseconds. The rest of the time on the clock it waited for the machine. */
export interface TimeSpent {
  /** The time that it had a processor. */
  computing: number;
  /** The time that it wanted none, asleep or waiting for something. 0 where that can't be told. */
  idle: number;
}

export interface Sandbox {
  /** What its program has done since the report `started`. */
  spent(): Promise<TimeSpent>;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/** A browser or Node, as a place to run sandboxes in. */
export interface SandboxHost {
  /** Fetches what a language needs. Rejects when that can't be had, such as when the network is gone. */
  load(language: Language): Promise<void>;
  /** Runs a job in a sandbox of its own. Its language has been loaded. `listen` is first called after this has returned. */
  start(job: Job, listen: (event: SandboxEvent) => void): Sandbox;
  /** Ends every sandbox. */
  close(): void;
}
