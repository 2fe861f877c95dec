import { limits, type Printed } from "#runtime/runtime.ts";
import type { Job, Report } from "#runtime/sandbox/protocol.ts";

type OutputReport = Extract<Report, { kind: "output" }>;

/** What a run prints, up to its bound: as a whole, and where functions are called by call. */
export interface CollectedOutput {
  /** Takes what there is still room for, and returns it. */
  add(report: OutputReport): string;
  stdout(): string;
  printed(): readonly Printed[];
}

/** Collects a job's output, at most `limits.outputCharacters`; of each call, `limits.printedCharacters`. */
export function collectOutput({ call: calls }: Job): CollectedOutput {
  let stdout = "";
  const printed = new Map<number | null, string>();
  return {
    add({ text, call }) {
      const kept = text.slice(0, limits.outputCharacters - stdout.length);
      stdout += kept;
      if (calls) {
        const before = printed.get(call) ?? "";
        printed.set(call, (before + kept).slice(0, limits.printedCharacters + 1));
      }
      return kept;
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
