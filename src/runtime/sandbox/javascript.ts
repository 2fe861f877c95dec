import * as engine from "#autodiff/index.ts";
import { cut, limits } from "#runtime/limits.ts";
import { javaScriptFailure } from "#runtime/javascript/failure.ts";
import { describe, describeSafely, inspect } from "#runtime/javascript/inspect.ts";
import { arrayFrom, isArray, NdArray, valueOfArray } from "#runtime/javascript/ndarray.ts";
import type { Failure, TracedCall, Value } from "#runtime/runtime.ts";
import { refuseCoercion } from "#runtime/sandbox/coercion.ts";
import { freezeLanguage } from "#runtime/sandbox/freeze.ts";
import { define, harden } from "#runtime/sandbox/harden.ts";
import { createRecorder, type Recorder } from "#runtime/sandbox/recorder.ts";
import { RecordBook } from "#runtime/sandbox/record-book.ts";
import { watchProxies } from "#runtime/sandbox/proxies.ts";
import { OutputBuffer } from "#runtime/sandbox/output-buffer.ts";
import {
  isGraded,
  type FunctionCalls,
  type Job,
  type JobOutcome,
  type Port,
} from "#runtime/sandbox/protocol.ts";
import { stack } from "#runtime/sandbox/stack.ts";
import { constant, leafOf, traceCall, untraceable } from "#runtime/sandbox/tracing.ts";

const mostFrames = 50;
const mostNameCharacters = 100;

/** A learner's code, wrapped: runs it and returns the function that was asked for. */
type Program = () => Promise<unknown>;

/** One that is recorded is given first what records it. */
export type LearnerCode = Program | ((recorder: Recorder) => Program);

/**
 * Runs a job when it comes through the port.
 * @param learnerCode the job's code as a function; only a host can make one, as no code is made from text in here
 */
export function serveJavaScript(port: Port, learnerCode: (job: Job) => LearnerCode): void {
  harden();
  Error.stackTraceLimit = mostFrames;
  const output = new OutputBuffer(port);
  const print = (...values: unknown[]) => output.write(`${values.map(inspect).join(" ")}\n`);
  define("console", { log: print, info: print, warn: print, error: print, debug: print });
  define("NdArray", NdArray);
  refuseCoercion(NdArray.prototype, "arrays");

  port.receive((order) => {
    if (order.kind !== "run") return;
    const { job } = order;
    if (!isGraded(job)) define("torch", { ...engine });
    if (job.call?.traced) refuseCoercion(engine.Tensor.prototype, "tensors");
    if (job.call) output.beginCall(null);
    const isProxy = job.call?.recorded ? watchProxies() : () => false;
    freezeLanguage(["console", "NdArray"]);
    const begin = {
      code: () => port.post({ kind: "started" }),
      call: (call: number) => output.beginCall(call),
    };
    const echo = (value: unknown) => output.write(`${describe(value)}\n`);
    void run(job, learnerCode, isProxy, begin, echo).then((outcome) => {
      output.flush();
      port.post({ kind: "done", outcome });
    });
  });
}

type Failed = Extract<JobOutcome, { ok: false }>;

/** Told before learner code begins, and before each call of its function. */
interface Begin {
  code: () => void;
  call: (call: number) => void;
}

async function run(
  job: Job,
  learnerCode: (job: Job) => LearnerCode,
  isProxy: (object: object) => boolean,
  begin: Begin,
  echo: (value: unknown) => void,
): Promise<JobOutcome> {
  const failed = (thrown: unknown, call?: number): Failed => {
    const error: Failure = javaScriptFailure(thrown, job.lines);
    if (call === undefined) return { ok: false, error };
    // What was called has been read: an error of syntax is `JSON.parse`'s, say.
    return { ok: false, error: { ...error, kind: error.kind === "syntax" ? "exception" : error.kind, call } };
  };
  const records = job.call?.recorded ? new RecordBook() : null;
  let learner: unknown;
  try {
    begin.code();
    const code = learnerCode(job);
    const program = records ? code(createRecorder(records, isProxy)) : code;
    learner = await (program as Program)();
    if (job.echo && learner !== undefined) echo(learner);
  } catch (thrown) {
    return failed(thrown);
  }
  return job.call ? callAll(job.call, learner, records, begin, failed) : { ok: true, results: [] };
}

function callAll(
  { name, outputs, calls, traced }: FunctionCalls,
  learner: unknown,
  records: RecordBook | null,
  begin: Begin,
  failed: (thrown: unknown, call: number) => Failed,
): JobOutcome {
  if (typeof learner !== "function") {
    const message = `${name} is not a function.`;
    const error: Failure = {
      kind: "missing-function",
      type: "MissingFunction",
      message,
      line: null,
      defined: [],
    };
    return { ok: false, error };
  }
  const callable = learner as (...args: unknown[]) => unknown;
  if (traced)
    return {
      ok: true,
      results: [],
      traces: calls.map((args, call) => {
        begin.call(call);
        return traceOne(callable, args, call, failed);
      }),
    };
  const results: Value[] = [];
  for (const [call, args] of calls.entries()) {
    begin.call(call);
    try {
      const given = args.map(toArgument);
      records?.begin();
      const returned = callable(...given);
      const several = outputs > 1 ? severalIn(returned, outputs) : null;
      records?.end();
      results.push(several ? toTuple(several) : toValue(returned));
    } catch (thrown) {
      return failed(thrown, call);
    }
  }
  return { ok: true, results, ...(records && { records: records.calls }) };
}

function traceOne(
  learner: (...args: unknown[]) => unknown,
  args: readonly Value[],
  call: number,
  failed: (thrown: unknown, call: number) => Failed,
): TracedCall {
  const leaves: engine.Tensor[] = [];
  const inputs = args.map((value) => {
    if (value.kind === "number" && value.integer) return value.value;
    const leaf = leafOf(value);
    leaves.push(leaf);
    return leaf;
  });
  try {
    const returned = learner(...inputs);
    if (returned instanceof engine.Tensor) return traceCall(leaves, returned);
    if (typeof returned === "number" && !Number.isNaN(returned)) return traceCall(leaves, constant(returned));
    return { ok: false, error: untraceable(typeName(returned), describeSafely(returned)) };
  } catch (thrown) {
    return failed(thrown, call);
  }
}

function toArgument(value: Value): unknown {
  switch (value.kind) {
    case "number":
      return value.value;
    case "array":
      return arrayFrom(value);
    case "tuple":
      return value.items.map(toArgument);
    case "other":
      return value.text;
  }
}

/** What a learner's function returned, as data. */
function toValue(returned: unknown): Value {
  const numbers = numeric(returned);
  if (!numbers) return { kind: "other", type: typeName(returned), text: textOf(returned) };
  return numbers.kind === "array" && Array.isArray(returned) ? { ...numbers, type: "list" } : numbers;
}

/** A number, an array or a list of such. Null for anything else, which may be lists in lists in themselves. */
function numeric(returned: unknown, depth = 0): Value | null {
  if (typeof returned === "number") {
    return { kind: "number", value: returned, integer: Number.isInteger(returned) };
  }
  if (isArray(returned)) return valueOfArray(returned);
  if (!isList(returned) || returned.length > limits.entries || depth === limits.axes) return null;
  return stack(itemsOf(returned, depth));
}

/** Where a list has its first items: its own iterator, and its own methods, may be the learner's. */
const placesIn = (list: List, most: number): Iterable<number> =>
  Array.from({ length: Math.min(list.length, most) }).keys();

function* itemsOf(list: List, depth: number): Generator<Value | null> {
  for (const place of placesIn(list, list.length)) yield numeric(list[place], depth + 1);
}

/** The items of a list, or exactly so many of what can be gone through once, such as a generator; null for anything else. */
function severalIn(returned: unknown, count: number): readonly unknown[] | null {
  if (Array.isArray(returned)) return returned as readonly unknown[];
  if (typeof returned !== "object" || returned === null || isArray(returned) || ArrayBuffer.isView(returned))
    return null;
  // A set and a map have an order, but whoever returns one has lost what was there twice.
  if (!("next" in returned) || !(Symbol.iterator in returned)) return null;
  const items: unknown[] = [];
  for (const item of returned as Iterable<unknown>) {
    items.push(item);
    if (items.length > count) break;
  }
  return items.length === count ? items : null;
}

/** Several gradients. */
function toTuple(returned: readonly unknown[]): Value {
  const items: Value[] = [];
  let entries = 0;
  for (const place of placesIn(returned, limits.entries + 1)) {
    if (entries > limits.entries) break;
    const item = toValue(returned[place]);
    entries += item.kind === "array" ? item.data.length : 1;
    items.push(item);
  }
  return entries <= limits.entries
    ? { kind: "tuple", items }
    : { kind: "other", type: "Array", text: textOf(returned) };
}

type List = ArrayLike<unknown>;

const isList = (value: unknown): value is List =>
  Array.isArray(value) || value instanceof Float64Array || value instanceof Float32Array;

/** In a word where it is too large to be written out. */
function textOf(returned: unknown): string {
  if (isArray(returned)) return `an array of shape [${returned.shape.join(", ")}]`;
  return isList(returned) && returned.length > limits.entries
    ? `a list of ${returned.length} items`
    : describeSafely(returned);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (isArray(value)) return "NdArray";
  if (typeof value !== "object") return typeof value;
  try {
    if (Object.prototype.toString.call(value) === "[object Generator]") return "Generator";
    if (value instanceof engine.Tensor) return "Tensor";
    const { constructor } = value as { constructor?: unknown };
    const name: unknown = typeof constructor === "function" ? constructor.name : null;
    return typeof name === "string" ? cut(name, mostNameCharacters) : "Object";
  } catch {
    return "Object";
  }
}
