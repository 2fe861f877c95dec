import { memoryLimitFailure, recursionLimitFailure } from "#runtime/limits.ts";
import { explainSyntax } from "#runtime/python/syntax.ts";
import { toCPythonMessage } from "#runtime/python/cpython-messages.ts";
import type { Failure } from "#runtime/runtime.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

/** The file that tracebacks give for the learner's own code. */
export const learnerFile = "learner.py";

/** An exception as the harness caught it, with its traceback as text. */
export interface PythonException {
  type: string;
  message: string;
  trace: string;
}

/** The lines of the learner's code that a traceback names, outermost first. */
function learnerLines(trace: string): number[] {
  return [...trace.matchAll(/^ {2}File "learner\.py", line (\d+)/gm)].map(([, line]) => Number(line));
}

/**
 * A Python exception as data, or null where it is the program's own way to end.
 * @param call the call that raised it, or null while the code itself ran
 */
export function pythonFailure(
  { type, message, trace }: PythonException,
  job: Job,
  call: number | null,
): Failure | null {
  const lines = learnerLines(trace);
  const line = lines.at(-1) ?? null;
  const where = call === null ? {} : { call };

  if (type === "SyntaxError" || type === "IndentationError") {
    return { kind: "syntax", ...explainSyntax(job.code, { type, message, line }) };
  }
  if (type === "MemoryError") return { ...memoryLimitFailure(line), ...where };
  if (/recursion depth|pystack exhausted/.test(message)) return { ...recursionLimitFailure(line), ...where };
  if (type === "SystemExit") {
    if (job.call === null) return null;
    return {
      kind: "exception",
      type,
      message:
        "the code ends itself here. Leave that out: the function is called after the rest of the code has run.",
      line,
      ...where,
    };
  }
  // Raised before a line of the function ran: by the call itself.
  if (type === "TypeError" && call !== null && line === null) {
    return {
      kind: "wrong-parameters",
      type,
      message,
      line: lineOfDefinition(job.code, job.call!.name),
    };
  }
  return { kind: "exception", type, message: toCPythonMessage(message), line, ...where };
}

function lineOfDefinition(code: string, name: string): number | null {
  const index = code.search(new RegExp(`^\\s*(?:async\\s+)?(?:def\\s+${name}\\b|${name}\\s*=)`, "m"));
  if (index === -1) return null;
  const start = index + code.slice(index).search(/\S/);
  return code.slice(0, start).split("\n").length;
}
