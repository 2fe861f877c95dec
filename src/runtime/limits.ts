/** The limits of a run, and the failures at those limits, which no language has exceptions for, in words for the learner. */
import type { Failure } from "#runtime/runtime.ts";

/** How long a program may compute, in milliseconds of the machine's time for it: a busy machine takes longer over them. */
export interface TimeLimits {
  cell: number;
  call: number;
  trace: number;
  /** How long a sandbox may take to begin, in milliseconds on the clock. */
  start: number;
  /** So many times its limit may pass on the clock before a program that got too little of the machine is given up. */
  patience: number;
}

/** The time limits of the course. */
export const timeLimits: TimeLimits = {
  cell: 10_000,
  call: 2_000,
  trace: 4_000,
  start: 30_000,
  patience: 15, // what a program gets where two cores have thirty things to do
};

/** The limits of a run besides its time. */
export const limits = {
  outputCharacters: 100_000,
  memoryBytes: 512 * 1024 * 1024,
  /** Of a text about a value or an error; a longer one is cut. */
  textCharacters: 2_000,
  /** Of what is kept of each graded call's output. */
  printedCharacters: 2_000,
  /** Of the text of one traced call. */
  traceCharacters: 150_000,
  /** Of an array that a function returns, or of all arrays of a tuple. Axes of length 0 count as 1. */
  entries: 10_000,
  axes: 32,
} as const;

/** Of what is recorded of one call, by its lines. */
export const recordLimits = {
  values: 600,
  /** Of all its arrays; a number counts as one. */
  entries: 20_000,
  nameCharacters: 60,
} as const;

/** Whether an array of this shape may leave a sandbox. One without entries can have rows without end, too. */
export const isWithinLimits = (shape: readonly number[]): boolean =>
  shape.length <= limits.axes &&
  shape.reduce((product, each) => product * Math.max(1, each), 1) <= limits.entries;

/** A text about a value or an error, as long as it may be. */
export const cut = (text: string, most: number = limits.textCharacters): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

const readable = (count: number): string => count.toLocaleString("en");

/** The failure of a program that was still running after so many milliseconds. */
export const timeLimitFailure = (milliseconds: number): Failure => ({
  kind: "time",
  type: "TimeLimit",
  message: `Your code was still running after ${readable(milliseconds / 1000)} seconds, so it was stopped. Look for a loop that never ends.`,
  line: null,
});

/** The failure of a program that printed more than `limits.outputCharacters`. */
export const outputLimitFailure = (): Failure => ({
  kind: "output",
  type: "OutputLimit",
  message: `Your code printed more than ${readable(limits.outputCharacters)} characters, so it was stopped. Look for a print inside a loop that never ends.`,
  line: null,
});

/** The failure of a program that needed more than `limits.memoryBytes`, on this line if that is known. */
export const memoryLimitFailure = (line: number | null = null): Failure => ({
  kind: "memory",
  type: "MemoryLimit",
  message: `Your code needed more than ${readable(limits.memoryBytes / 1024 / 1024)} MB of memory, so it was stopped. Look for a list that keeps growing, or a loop with millions of rounds or without an end.`,
  line,
});

/** The failure of a program whose calls went too deep, on this line if that is known. */
export const recursionLimitFailure = (line: number | null): Failure => ({
  kind: "recursion",
  type: "RecursionLimit",
  message:
    "A function kept calling itself until there was no room for another call. Look for the case in which it should stop.",
  line,
});

/** The failure of a program that the reader stopped. */
export const stoppedFailure = (): Failure => ({
  kind: "stopped",
  type: "Stopped",
  message: "You stopped your code.",
  line: null,
});

/** A report that isn't one: only code that changes what it doesn't own gets there. */
export const unreadableFailure = (): Failure => ({
  kind: "unreadable",
  type: "UnreadableReport",
  message:
    "What came back from your code could not be read, so it can't be graded. Return plain numbers, lists or arrays, and leave everything that your code did not make itself as it is.",
  line: null,
});

/** No failure of the program's: the machine didn't give it the time that it was due. */
export const machineBusyFailure = (): Failure => ({
  kind: "busy",
  type: "MachineBusy",
  message:
    "Your code got too little of this computer’s time to be run: it seems to be busy with other things. Close some of them, and try again.",
  line: null,
});

/** The failure of a sandbox, with the reason that was given for it. */
export const crashFailure = (reason: string): Failure => ({
  kind: "crashed",
  type: "Crash",
  message: `The place where your code runs broke down (${reason}). Nothing of yours is lost: run it again.`,
  line: null,
});
