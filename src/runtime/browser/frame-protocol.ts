/** What the page and its sandboxed frame say to each other, through a port that the page hands the frame at its start. */
import type { SandboxEvent } from "#runtime/host/sandbox-host.ts";
import type { Language } from "#reading/language.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

export type FrameOrder =
  /** What workers of a language are made of; comes before the first job in it. */
  | { kind: "supply"; language: Language; program: string; wasm: ArrayBuffer | null }
  | { kind: "run"; run: number; job: Job }
  | { kind: "measure"; run: number }
  | { kind: "end"; run: number };

/** `ended` answers `end`, and `measured` answers `measure`: the share of a processor that a run's program has at present, from 0 to 1. */
export type FrameReport = { run: number } & (
  SandboxEvent | { kind: "measured"; share: number } | { kind: "ended" }
);
