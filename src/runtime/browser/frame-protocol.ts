/** What the page and its sandboxed frame say to each other, through a port that the page hands the frame at its start. */
import type { SandboxEvent } from "#runtime/host/sandbox-host.ts";
import type { Language } from "#runtime/runtime.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

export type FrameOrder =
  /** What workers of a language are made of; comes before the first job in it. */
  | { kind: "supply"; language: Language; program: string; wasm: ArrayBuffer | null }
  | { kind: "run"; run: number; job: Job }
  | { kind: "end"; run: number };

/** `ended` answers `end`. */
export type FrameReport = { run: number } & (SandboxEvent | { kind: "ended" });
