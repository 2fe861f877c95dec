import { memoryLimit, recursionLimit } from "#runtime/bounds.ts";
import { describe } from "#runtime/javascript/inspect.ts";
import type { Failure } from "#runtime/runtime.ts";

/** The name that hosts give to a learner's code when it has no address of its own. */
export const learnerFile = "learner.js";

/** `at f (blob:null/1f3a:3:11)` in V8, `f@blob:null/1f3a:3:11` in Firefox. */
const place = /(?:blob:[^\s()]+|learner\.js):(\d+):\d+/g;

/**
 * The innermost line of the learner's code in a stack trace. The learner's code stands first in its script, so a
 * line up to its length is the learner's own, and the lines after it are the program's.
 */
function learnerLine(stack: unknown, lines: number): number | null {
  if (typeof stack !== "string") return null;
  for (const [, line] of stack.matchAll(place)) {
    if (Number(line) <= lines) return Number(line);
  }
  return null;
}

/** What a learner's code threw, as data. */
export function javaScriptFailure(thrown: unknown, lines: number): Failure {
  if (!(thrown instanceof Error)) {
    return { kind: "exception", type: "thrown value", message: describe(thrown), line: null };
  }
  const line = learnerLine(thrown.stack, lines);
  const { message } = thrown;
  if (/call stack|too much recursion/.test(message)) return recursionLimit(line);
  if (/allocation failed|out of memory/i.test(message)) return memoryLimit(line);
  return {
    kind: thrown instanceof SyntaxError ? "syntax" : "exception",
    type: thrown.name,
    message,
    line,
  };
}
