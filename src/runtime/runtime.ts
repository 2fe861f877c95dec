/**
 * The one interface to a place where a learner's code runs. Both languages and both hosts (a browser's sandboxed
 * frame, a Node child process) sit behind it; what goes in and comes out is plain data.
 */
import type { Language } from "#reading/language.ts";

/** An argument of a learner's function, or what it returned. Numbers inside may be NaN or infinite. */
export type Value =
  | { kind: "number"; value: number; integer: boolean; type?: "bool" | undefined }
  /**
   * Row-major entries; `shape` has one length per axis (a 0-d array has `[]`). `type` is what a function returned that was no array
   * in its language. `integer` is on an argument of whole numbers: one can index by it.
   */
  | {
      kind: "array";
      shape: readonly number[];
      data: readonly number[];
      type?: "list" | "tuple" | undefined;
      integer?: boolean | undefined;
    }
  | { kind: "tuple"; items: readonly Value[] }
  /** Anything that isn't numeric: `type` and `text` are the language's own words for it ("NoneType", "None"). */
  | { kind: "other"; type: string; text: string };

/** Failures that a sandbox reports. */
export const reportedFailures = [
  "syntax",
  "missing-function",
  "wrong-parameters",
  "exception",
  "untraceable",
  // At our limits, which no language has exceptions for.
  "output",
  "memory",
  "recursion",
  "crashed",
  "unreadable", // what came out of the sandbox is not what it may be
] as const;

/**
 * Why a run did not end as hoped. That time is up, and that a run was stopped, its host knows by itself. `busy` says nothing of the
 * program: the machine did not give it the time that it was due.
 */
export type FailureKind = (typeof reportedFailures)[number] | "time" | "stopped" | "busy";

export interface Failure {
  kind: FailureKind;
  /** The exception's name in its language, or ours for a limit: `TimeLimit`, `OutputLimit`, … */
  type: string;
  /** In plain words, for the learner. */
  message: string;
  /** The line in the learner's own code, counted from 1. */
  line: number | null;
  /** With `syntax`: the language that the code is written in, where that is not the one it was run as. */
  writtenIn?: Language;
  /** With `missing-function`: the functions that the code does define. */
  defined?: readonly string[];
  /** With an exception in a graded call: which call, counted from 0. */
  call?: number;
}

export interface CellRequest {
  language: Language;
  code: string;
  /** Whether the value of an expression that the code ends with is printed too, as a notebook does it. */
  echo?: boolean;
}

export interface CellResult {
  stdout: string;
  error: Failure | null;
}

export interface CallRequest {
  language: Language;
  code: string;
  /** The function's name in that language. */
  name: string;
  /** Its parameters' names, for messages; their number is checked. */
  params: readonly string[];
  /**
   * The page's own code, whose functions the learner's may call. It is no part of the program: none of its lines is counted or recorded,
   * and what the learner calls by the same name comes first.
   */
  given?: string;
  /** How many values it should return. With more than one, a tuple or list of them is a tuple; else it is an array. */
  outputs: number;
  /** One list of arguments per call. */
  calls: readonly (readonly Value[])[];
  /** Whether the values that the code's lines come to are wanted too. */
  recorded?: boolean;
}

/** A number or an array that a line of a learner's code gave a name to, or returned. */
export interface RecordedValue {
  /** The line that the statement begins on, counted from 1. */
  line: number;
  /** What was assigned to, as the learner wrote it: `dz`, `hs[t]`. Null for what was returned. */
  name: string | null;
  /** Where several values are returned, which of them it is, counted from 0. */
  place?: number;
  /** As it was when the line had run; what is done to an array later doesn't change it. */
  value: Extract<Value, { kind: "number" | "array" }>;
}

/** What was printed during one call (counted from 0), or while the code around the function ran (null). */
export interface CallOutput {
  call: number | null;
  /** The beginning, at most `limits.printedCharacters` of it. */
  text: string;
  /** Whether there was more. */
  cut: boolean;
}

/**
 * Each call's output is cut, and printing never fails; `printed` has an entry for each call that printed, in their order. `records`
 * has a list for each call, in the order in which its lines ran, where they were wanted; a call that does too much is recorded as far
 * as `recordLimits` goes.
 */
export type CallResult = { stdout: string; printed?: readonly CallOutput[] } & (
  | { ok: true; results: readonly Value[]; records?: readonly (readonly RecordedValue[])[] }
  | { ok: false; error: Failure }
);

export type TraceRequest = Omit<CallRequest, "outputs" | "recorded">;

/**
 * What a traced call came to: its computation as `autodiff/trace.ts` writes it, or why there is none. The text comes out of a
 * sandbox where anything may have written it.
 */
export type TracedCall = { ok: true; trace: string } | { ok: false; error: Failure };

export type TraceResult = { stdout: string } & (
  { ok: true; traces: readonly TracedCall[] } | { ok: false; error: Failure }
);

export interface RunOptions {
  /** Aborting ends the run at once; the result's error is then `stopped`. */
  signal?: AbortSignal | undefined;
  /** Receives output as it is printed; the whole of it is in the result as well. */
  onOutput?: ((text: string) => void) | undefined;
}

export interface Runtime {
  /** Runs a cell: `torch` is there. Never rejects because of what the learner wrote. */
  runCell(request: CellRequest, options?: RunOptions): Promise<CellResult>;
  /** Calls a learner's function: autograd is out of reach. Never rejects because of what the learner wrote. */
  callFunction(request: CallRequest, options?: RunOptions): Promise<CallResult>;
  /**
   * Calls a learner's function on tensors and notes how it computes its value: `torch` is there. An argument that is an integer is a
   * plain number; any other is a tensor that wants gradients. A call that raises doesn't keep the others from being made. Never
   * rejects because of what the learner wrote.
   */
  traceFunction(request: TraceRequest, options?: RunOptions): Promise<TraceResult>;
  /** Lets go of every worker. */
  close(): void;
}
