import { cut, memoryLimitFailure, recursionLimitFailure } from "#runtime/limits.ts";
import { describeSafely } from "#runtime/javascript/inspect.ts";
import { toV8Message, isOutOfMemory, isPlacedWrongly, isRecursion } from "#runtime/javascript/v8-messages.ts";
import type { Failure } from "#runtime/runtime.ts";

/** The name that hosts give to a learner's code when it has no address of its own. */
export const learnerFile = "learner.js";

const mostStackCharacters = 20_000;
const mostNameCharacters = 100;

/** `at f (blob:null/1f3a:3:11)` in V8, `f@blob:null/1f3a:3:11` in Firefox and Safari. */
const place = /(?:blob:[^\s()]+|learner\.js):(\d+):\d+/g;

/**
 * The innermost line of the learner's code in a stack trace. The learner's code stands first in its script, so a
 * line up to its length is the learner's own, and the lines after it are the program's.
 */
function learnerLine(stack: unknown, lines: number): number | null {
  if (typeof stack !== "string") return null;
  // The message stands first and may be of any length; the frames are short and few.
  for (const [, line] of stack.slice(-mostStackCharacters).matchAll(place)) {
    if (Number(line) <= lines) return Number(line);
  }
  return null;
}

/** What a learner's code threw, as data. Never throws itself, whatever it was. */
export function javaScriptFailure(thrown: unknown, lines: number): Failure {
  try {
    if (thrown instanceof Error) return errorFailure(thrown, lines);
    if (thrown === "out of memory") return memoryLimitFailure(); // Firefox throws this, bare
  } catch {
    // An error that does not want to be looked at is described like any other value.
  }
  return { kind: "exception", type: "thrown value", message: describeSafely(thrown), line: null };
}

function errorFailure(thrown: Error, lines: number): Failure {
  // An error's own properties may be of any type.
  const { name, message: thrownMessage }: { name: unknown; message: unknown } = thrown;
  const message = typeof thrownMessage === "string" ? cut(thrownMessage) : describeSafely(thrownMessage);
  const line = isPlacedWrongly(message) ? null : learnerLine(thrown.stack, lines);
  if (isRecursion(message)) return recursionLimitFailure(line);
  if (isOutOfMemory(message)) return memoryLimitFailure(line);
  return {
    kind: thrown instanceof SyntaxError ? "syntax" : "exception",
    type: typeof name === "string" ? cut(name, mostNameCharacters) : "Error",
    message: toV8Message(message),
    line,
  };
}
