/** What a host and a sandbox say to each other. All of it survives structured cloning. */
import type { Failure, RecordedValue, TracedCall, Value } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";

/** The call of a learner's function, once per list of arguments. */
export interface FunctionCalls {
  name: string;
  /** In Python, the page's own code, whose functions the learner's may call. JavaScript has it in its code already. */
  given: string;
  outputs: number;
  calls: readonly (readonly Value[])[];
  /** Whether the computation is wanted, not only the value: then the function gets tensors. */
  traced: boolean;
  /** Whether what its lines come to is wanted too. Never of a traced function. */
  recorded: boolean;
}

/** One run: a cell, or a learner's function when `call` is there. */
export interface Job {
  language: Language;
  /** Python as the learner wrote it; JavaScript already as `wrapJavaScript` makes it. */
  code: string;
  /** The number of lines of the learner's own code. */
  lines: number;
  /** Whether a value that the code ends in is printed. */
  echo: boolean;
  call: FunctionCalls | null;
}

/** Whether a job is one in which autograd is out of reach. */
export const isGraded = ({ call }: Job): boolean => call !== null && !call.traced;

export type JobOutcome =
  | {
      ok: true;
      results: readonly Value[];
      traces?: readonly TracedCall[];
      /** One list for each call, where its lines were recorded. */
      records?: readonly (readonly RecordedValue[])[];
    }
  | { ok: false; error: Failure };

/** From a host to a sandbox. Python is prepared once, before it runs: it gets its interpreter, and autograd or not; warm, it uses the time until it runs to import what is likely to be asked for. */
export type SandboxOrder =
  | { kind: "prepare"; wasm: WebAssembly.Module | BufferSource; grading: boolean; warm: boolean }
  | { kind: "run"; job: Job };

/** From a sandbox to its host, which believes it only after `host/read-report.ts` has read it. */
export type SandboxReport =
  /** The learner's code is about to run: the deadline counts from here. */
  | { kind: "started" }
  /** `call` is the call that printed it, counted from 0; null outside of calls. */
  | { kind: "output"; text: string; call: number | null }
  | { kind: "done"; outcome: JobOutcome };

/** A sandbox's only way out, taken before the way is closed to learner code. */
export interface Port {
  post(report: SandboxReport): void;
  receive(handler: (order: SandboxOrder) => void): void;
}
