/**
 * Reads what a sandbox says. A learner's code runs where the report is made, so the report is hostile until it has been read here,
 * once for all hosts: everything is looked at once, checked, and copied into plain data of ours.
 */
import { isWithinLimits, limits, recordLimits } from "#runtime/limits.ts";
import {
  reportedFailures,
  type Failure,
  type RecordedValue,
  type TracedCall,
  type Value,
} from "#runtime/runtime.ts";
import type { Job, JobOutcome, SandboxReport } from "#runtime/sandbox/protocol.ts";

const typeCharacters = 100;
const mostNames = 100;

/** The report, or null if it is none that this job could lead to. Never throws. */
export function readReport(input: unknown, job: Job): SandboxReport | null {
  try {
    switch (own(input, "kind")) {
      case "started":
        return { kind: "started" };
      case "output":
        return {
          kind: "output",
          // One more than the limit, so that it shows that there is more.
          text: text(own(input, "text"), limits.outputCharacters + 1),
          call: callIn(job, own(input, "call")),
        };
      case "done":
        return { kind: "done", outcome: outcome(own(input, "outcome"), job) };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function outcome(input: unknown, job: Job): JobOutcome {
  const ok = own(input, "ok");
  if (ok === false) return { ok: false, error: failure(own(input, "error"), job) };
  if (ok !== true) return refuse();
  const { call } = job;
  if (!call) return { ok: true, results: [] };
  const count = call.calls.length;
  if (!call.traced) {
    const results = list(own(input, "results"), count, count, value);
    if (!call.recorded) return { ok: true, results };
    return {
      ok: true,
      results,
      records: list(own(input, "records"), count, count, (each) => records(each, job)),
    };
  }
  const traces = list(own(input, "traces"), count, count, (each) => tracedCall(each, job));
  return { ok: true, results: [], traces };
}

function tracedCall(input: unknown, job: Job): TracedCall {
  return own(input, "ok") === true
    ? { ok: true, trace: text(own(input, "trace"), limits.traceCharacters) }
    : { ok: false, error: failure(own(input, "error"), job) };
}

function failure(input: unknown, job: Job): Failure {
  const kind = reportedFailures.find((each) => each === own(input, "kind")) ?? refuse();
  const line = own(input, "line");
  const defined = own(input, "defined");
  const call = callIn(job, own(input, "call"));
  return {
    kind,
    type: text(own(input, "type"), typeCharacters),
    message: text(own(input, "message"), limits.textCharacters),
    line: isCount(line) && line >= 1 && line <= job.lines ? line : null,
    ...(defined !== undefined && {
      defined: list(defined, 0, mostNames, (name) => text(name, typeCharacters)),
    }),
    ...(call !== null && { call }),
  };
}

/** What a function returned. Within a tuple there are no tuples. */
function value(input: unknown): Value {
  if (own(input, "kind") !== "tuple") return simpleValue(input);
  const items = list(own(input, "items"), 0, limits.entries, simpleValue);
  const entries = items.reduce((sum, item) => sum + (item.kind === "array" ? item.data.length : 1), 0);
  return entries <= limits.entries ? { kind: "tuple", items } : refuse();
}

function simpleValue(input: unknown): Exclude<Value, { kind: "tuple" }> {
  switch (own(input, "kind")) {
    case "number":
      return {
        kind: "number",
        value: number(own(input, "value")),
        integer: own(input, "integer") === true,
        ...(own(input, "type") === "bool" && { type: "bool" }),
      };
    case "array": {
      const shape = list(own(input, "shape"), 0, limits.axes, length);
      const entries = shape.reduce((product, each) => product * each, 1);
      const type = own(input, "type");
      if (!isWithinLimits(shape)) return refuse();
      const data = list(own(input, "data"), entries, entries, number);
      return { kind: "array", shape, data, ...((type === "list" || type === "tuple") && { type }) };
    }
    case "other":
      return {
        kind: "other",
        type: text(own(input, "type"), typeCharacters),
        text: text(own(input, "text"), limits.textCharacters),
      };
    default:
      return refuse();
  }
}

/** What the lines of one call came to. */
function records(input: unknown, job: Job): RecordedValue[] {
  let entries = 0;
  return list(input, 0, recordLimits.values, (each) => {
    const record = recordedValue(each, job);
    entries += record.value.kind === "array" ? record.value.data.length : 1;
    return entries <= recordLimits.entries ? record : refuse();
  });
}

function recordedValue(input: unknown, job: Job): RecordedValue {
  const line = own(input, "line");
  const name = own(input, "name");
  const place = own(input, "place");
  const read = simpleValue(own(input, "value"));
  if (!isCount(line) || line < 1 || line > job.lines || read.kind === "other") return refuse();
  if (place !== undefined && !(isCount(place) && place < limits.entries)) return refuse();
  return {
    line,
    name: name === null ? null : text(name, recordLimits.nameCharacters),
    ...(place !== undefined && { place }),
    value: read,
  };
}

const refuse = (): never => {
  throw new TypeError("a report that is none");
};

/** A property of the object's own, and nothing that a getter would make. */
function own(input: unknown, name: string): unknown {
  if (typeof input !== "object" || input === null) return refuse();
  return (Object.getOwnPropertyDescriptor(input, name) as { value?: unknown } | undefined)?.value;
}

function list<Item>(input: unknown, least: number, most: number, read: (item: unknown) => Item): Item[] {
  const count = Array.isArray(input) ? input.length : NaN;
  if (!(count >= least && count <= most)) return refuse();
  const items: Item[] = [];
  for (let i = 0; i < count; i++) items.push(read(own(input, String(i))));
  return items;
}

const text = (input: unknown, most: number): string =>
  typeof input === "string" ? input.slice(0, most) : refuse();

const number = (input: unknown): number => (typeof input === "number" ? input : refuse());

const isCount = (input: unknown): input is number => Number.isSafeInteger(input) && (input as number) >= 0;

const length = (input: unknown): number => (isCount(input) ? input : refuse());

/** Which call it is; null for none. */
function callIn({ call }: Job, input: unknown): number | null {
  if (input === undefined || input === null) return null;
  return call && isCount(input) && input < call.calls.length ? input : refuse();
}
