/**
 * Reads what a sandbox says. A learner's code runs where the report is made, so the report is hostile until it has been read here,
 * once for all hosts: everything is looked at once, checked, and copied into plain data of ours.
 */
import { isWithinBounds } from "#runtime/bounds.ts";
import { limits, reportedFailures, type Failure, type TracedCall, type Value } from "#runtime/runtime.ts";
import type { Job, Outcome, Report } from "#runtime/sandbox/protocol.ts";

const typeCharacters = 100;
const mostNames = 100;

/** The report, or null if it is none that this job could lead to. Never throws. */
export function readReport(said: unknown, job: Job): Report | null {
  try {
    switch (own(said, "kind")) {
      case "started":
        return { kind: "started" };
      case "output":
        return {
          kind: "output",
          // One more than the bound, so that it shows that there is more.
          text: text(own(said, "text"), limits.outputCharacters + 1),
          call: callIn(job, own(said, "call")),
        };
      case "done":
        return { kind: "done", outcome: outcome(own(said, "outcome"), job) };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function outcome(said: unknown, job: Job): Outcome {
  const ok = own(said, "ok");
  if (ok === false) return { ok: false, error: failure(own(said, "error"), job) };
  if (ok !== true) return refuse();
  const { call } = job;
  if (!call) return { ok: true, results: [] };
  const count = call.calls.length;
  if (!call.traced) return { ok: true, results: list(own(said, "results"), count, count, value) };
  const traces = list(own(said, "traces"), count, count, (each) => tracedCall(each, job));
  return { ok: true, results: [], traces };
}

function tracedCall(said: unknown, job: Job): TracedCall {
  return own(said, "ok") === true
    ? { ok: true, trace: text(own(said, "trace"), limits.traceCharacters) }
    : { ok: false, error: failure(own(said, "error"), job) };
}

function failure(said: unknown, job: Job): Failure {
  const kind = reportedFailures.find((each) => each === own(said, "kind")) ?? refuse();
  const line = own(said, "line");
  const defined = own(said, "defined");
  const call = callIn(job, own(said, "call"));
  return {
    kind,
    type: text(own(said, "type"), typeCharacters),
    message: text(own(said, "message"), limits.textCharacters),
    line: isCount(line) && line >= 1 && line <= job.lines ? line : null,
    ...(defined !== undefined && {
      defined: list(defined, 0, mostNames, (name) => text(name, typeCharacters)),
    }),
    ...(call !== null && { call }),
  };
}

/** What a function returned. Within a tuple there are no tuples. */
function value(said: unknown): Value {
  if (own(said, "kind") !== "tuple") return simpleValue(said);
  const items = list(own(said, "items"), 0, limits.entries, simpleValue);
  const entries = items.reduce((sum, item) => sum + (item.kind === "array" ? item.data.length : 1), 0);
  return entries <= limits.entries ? { kind: "tuple", items } : refuse();
}

function simpleValue(said: unknown): Value {
  switch (own(said, "kind")) {
    case "number":
      return {
        kind: "number",
        value: number(own(said, "value")),
        integer: own(said, "integer") === true,
        ...(own(said, "type") === "bool" && { type: "bool" }),
      };
    case "array": {
      const shape = list(own(said, "shape"), 0, limits.axes, length);
      const entries = shape.reduce((product, each) => product * each, 1);
      const type = own(said, "type");
      if (!isWithinBounds(shape)) return refuse();
      const data = list(own(said, "data"), entries, entries, number);
      return { kind: "array", shape, data, ...((type === "list" || type === "tuple") && { type }) };
    }
    case "other":
      return {
        kind: "other",
        type: text(own(said, "type"), typeCharacters),
        text: text(own(said, "text"), limits.textCharacters),
      };
    default:
      return refuse();
  }
}

const refuse = (): never => {
  throw new TypeError("a report that is none");
};

/** A property of the object's own, and nothing that a getter would make. */
function own(said: unknown, name: string): unknown {
  if (typeof said !== "object" || said === null) return refuse();
  return (Object.getOwnPropertyDescriptor(said, name) as { value?: unknown } | undefined)?.value;
}

function list<Item>(said: unknown, least: number, most: number, read: (item: unknown) => Item): Item[] {
  const count = Array.isArray(said) ? said.length : NaN;
  if (!(count >= least && count <= most)) return refuse();
  const items: Item[] = [];
  for (let i = 0; i < count; i++) items.push(read(own(said, String(i))));
  return items;
}

const text = (said: unknown, most: number): string =>
  typeof said === "string" ? said.slice(0, most) : refuse();

const number = (said: unknown): number => (typeof said === "number" ? said : refuse());

const isCount = (said: unknown): said is number => Number.isSafeInteger(said) && (said as number) >= 0;

const length = (said: unknown): number => (isCount(said) ? said : refuse());

/** Which call it is; null for none. */
function callIn({ call }: Job, said: unknown): number | null {
  if (said === undefined || said === null) return null;
  return call && isCount(said) && said < call.calls.length ? said : refuse();
}
