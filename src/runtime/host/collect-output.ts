import { limits } from "#runtime/limits.ts";
import type { CallOutput } from "#runtime/runtime.ts";
import type { Job, SandboxReport } from "#runtime/sandbox/protocol.ts";

type OutputReport = Extract<SandboxReport, { kind: "output" }>;

/** What a run prints, up to its limit: as a whole, and where functions are called by call. */
export interface CollectedOutput {
  /** Takes what there is still room for, and returns it. */
  add(report: OutputReport): string;
  stdout(): string;
  printed(): readonly CallOutput[];
}

/** Collects a job's output, at most `limits.outputCharacters`; of each call, `limits.printedCharacters`. */
export function collectOutput({ call: calls }: Job): CollectedOutput {
  let stdout = "";
  const printed = new Map<number | null, string>();
  return {
    add({ text, call }) {
      const fitting = text.slice(0, limits.outputCharacters - stdout.length);
      stdout += fitting;
      if (calls) {
        const before = printed.get(call) ?? "";
        printed.set(call, (before + fitting).slice(0, limits.printedCharacters + 1));
      }
      return fitting;
    },
    stdout: () => stdout,
    printed: () =>
      [...printed].map(([call, text]) => ({
        call,
        text: text.slice(0, limits.printedCharacters),
        cut: text.length > limits.printedCharacters,
      })),
  };
}
