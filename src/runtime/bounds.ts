/** The failures that are our bounds, not the language's exceptions, in the learner's words. */
import { limits, type Failure } from "#runtime/runtime.ts";

const readable = (count: number): string => count.toLocaleString("en");

export const timeLimit = (milliseconds: number): Failure => ({
  kind: "time",
  type: "TimeLimit",
  message: `Your code was still running after ${readable(milliseconds / 1000)} seconds, so it was stopped. Look for a loop that never ends.`,
  line: null,
});

export const outputLimit = (): Failure => ({
  kind: "output",
  type: "OutputLimit",
  message: `Your code printed more than ${readable(limits.outputCharacters)} characters, so it was stopped. Look for a print inside a loop that never ends.`,
  line: null,
});

export const memoryLimit = (line: number | null = null): Failure => ({
  kind: "memory",
  type: "MemoryLimit",
  message: `Your code needed more than ${readable(limits.memoryBytes / 1024 / 1024)} MB of memory, so it was stopped. Look for a list that keeps growing, or a loop with millions of rounds or without an end.`,
  line,
});

export const recursionLimit = (line: number | null): Failure => ({
  kind: "recursion",
  type: "RecursionLimit",
  message:
    "A function kept calling itself until there was no room for another call. Look for the case in which it should stop.",
  line,
});

export const stopped = (): Failure => ({
  kind: "stopped",
  type: "Stopped",
  message: "You stopped your code.",
  line: null,
});

export const machineBusy = (): Failure => ({
  kind: "busy",
  type: "MachineBusy",
  message:
    "Your code got too little of this computer’s time to be run: it seems to be busy with other things. Close some of them, and try again.",
  line: null,
});

export const crashed = (reason: string): Failure => ({
  kind: "crashed",
  type: "Crash",
  message: `The place where your code runs broke down (${reason}). Nothing of yours is lost: run it again.`,
  line: null,
});
