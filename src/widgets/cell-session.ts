import { signal, type ReadonlySignal } from "@preact/signals";
import { cell as strings } from "#strings/index.ts";
import type { CellResult, Failure, Runtime } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";

export interface CellOutput {
  /** The code that printed it. */
  code: string;
  stdout: string;
  error: Failure | null;
  /** `recorded` when the course was built, by the code as the author wrote it; else from this visit. */
  origin: "recorded" | "run";
}

export interface CellSession {
  code: ReadonlySignal<string>;
  output: ReadonlySignal<CellOutput>;
  phase: ReadonlySignal<"idle" | "loading" | "running">;
  /** What stood in the cell before Reset, until the next edit. */
  beforeReset: ReadonlySignal<CellSnapshot | null>;
  /** Why the code could not be run at all, in words for the learner. */
  trouble: ReadonlySignal<string | null>;
  edit: (code: string) => void;
  /** Runs the code as it stands. Does nothing while it runs. */
  run: () => Promise<void>;
  stop: () => void;
  /** Brings back the author's code and the recorded output. */
  reset: () => void;
  undoReset: () => void;
}

interface CellSnapshot {
  code: string;
  output: CellOutput;
}

/** All that happens in one cell, apart from how it looks. */
export function createCellSession(
  language: Language,
  original: string,
  recorded: CellResult,
  loadRuntime: () => Promise<Runtime>,
): CellSession {
  const asRecorded: CellOutput = { ...recorded, code: original, origin: "recorded" };
  const code = signal(original);
  const output = signal(asRecorded);
  const phase = signal<"idle" | "loading" | "running">("idle");
  const beforeReset = signal<CellSnapshot | null>(null);
  const trouble = signal<string | null>(null);
  let running: AbortController | undefined;

  const stop = () => running?.abort();

  return {
    code,
    output,
    phase,
    beforeReset,
    trouble,
    stop,

    edit(text) {
      if (text === code.peek()) return;
      beforeReset.value = null;
      code.value = text;
    },

    async run() {
      if (running) return;
      const controller = (running = new AbortController());
      trouble.value = null;
      try {
        phase.value = "loading";
        const runtime = await loadRuntime();
        if (controller.signal.aborted) return;
        phase.value = "running";
        const submitted = code.peek();
        output.value = { code: submitted, stdout: "", error: null, origin: "run" };
        const result = await runtime.runCell(
          { language, code: submitted, echo: true },
          {
            signal: controller.signal,
            onOutput: (text) => {
              if (running === controller)
                output.value = { ...output.peek(), stdout: output.peek().stdout + text };
            },
          },
        );
        if (running === controller) output.value = { ...result, code: submitted, origin: "run" };
      } catch {
        trouble.value = strings.offline;
      } finally {
        if (running === controller) {
          running = undefined;
          phase.value = "idle";
        }
      }
    },

    reset() {
      if (code.peek() === original && output.peek() === asRecorded) return;
      stop();
      running = undefined;
      phase.value = "idle";
      trouble.value = null;
      beforeReset.value = { code: code.peek(), output: output.peek() };
      code.value = original;
      output.value = asRecorded;
    },

    undoReset() {
      const before = beforeReset.peek();
      if (!before) return;
      beforeReset.value = null;
      code.value = before.code;
      output.value = before.output;
    },
  };
}
