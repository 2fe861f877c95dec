import { signal, type ReadonlySignal } from "@preact/signals";
import { cell as strings } from "#strings/index.ts";
import type { CellEdits } from "#widgets/cell-edits.ts";
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
  /** What stood in the cell before it was reset, or before the page changed, until the next edit. */
  before: ReadonlySignal<CellBefore | null>;
  /** Why the code could not be run at all, in words for the learner. */
  trouble: ReadonlySignal<string | null>;
  edit: (code: string) => void;
  /** Runs the code as it stands. Does nothing while it runs. */
  run: () => Promise<void>;
  stop: () => void;
  /** Brings back what the reader wrote on an earlier visit; where the page holds other code by now, offers it. */
  restore: () => void;
  /** Brings back the author's code and the recorded output. */
  reset: () => void;
  /** Brings back what stood there before. */
  undo: () => void;
}

interface CellBefore {
  code: string;
  output: CellOutput;
  /** What took its place: the author's code by a reset, or other code in the page. */
  by: "reset" | "page";
}

const nowhere: CellEdits = { load: () => null, save: () => undefined };

/** All that happens in one cell, apart from how it looks. */
export function createCellSession(
  language: Language,
  original: string,
  recorded: CellResult,
  loadRuntime: () => Promise<Runtime>,
  edits: CellEdits = nowhere,
): CellSession {
  const asRecorded: CellOutput = { ...recorded, code: original, origin: "recorded" };
  const code = signal(original);
  const output = signal(asRecorded);
  const phase = signal<"idle" | "loading" | "running">("idle");
  const before = signal<CellBefore | null>(null);
  const trouble = signal<string | null>(null);
  let running: AbortController | undefined;

  const stop = () => running?.abort();
  const show = (text: string) => {
    code.value = text;
    edits.save(text === original ? null : { original, code: text });
  };

  return {
    code,
    output,
    phase,
    before,
    trouble,
    stop,

    edit(text) {
      if (text === code.peek()) return;
      before.value = null;
      show(text);
    },

    restore() {
      const kept = edits.load();
      if (!kept || code.peek() !== original) return;
      if (kept.original === original) code.value = kept.code;
      else before.value = { code: kept.code, output: asRecorded, by: "page" };
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
      before.value = { code: code.peek(), output: output.peek(), by: "reset" };
      show(original);
      output.value = asRecorded;
    },

    undo() {
      const back = before.peek();
      if (!back) return;
      before.value = null;
      show(back.code);
      output.value = back.output;
    },
  };
}
