import * as engine from "#autodiff/index.ts";
import { javaScriptFailure } from "#runtime/javascript/failure.ts";
import { describe, inspect } from "#runtime/javascript/inspect.ts";
import { NdArray } from "#runtime/javascript/ndarray.ts";
import type { Failure, TracedCall, Value } from "#runtime/runtime.ts";
import { refuseCoercion } from "#runtime/sandbox/coercion.ts";
import { define, harden } from "#runtime/sandbox/harden.ts";
import { Output } from "#runtime/sandbox/output.ts";
import {
  isGraded,
  type FunctionCalls,
  type Job,
  type Outcome,
  type Port,
} from "#runtime/sandbox/protocol.ts";
import { stack } from "#runtime/sandbox/stack.ts";
import { constant, leafOf, traceCall, untraceable } from "#runtime/sandbox/tracing.ts";

/** A learner's code, wrapped: runs it and returns the function that was asked for. */
export type LearnerCode = () => Promise<unknown>;

/**
 * Runs a job when it comes through the port.
 * @param learnerCode the job's code as a function; only a host can make one, as no code is made from text in here
 */
export function serveJavaScript(port: Port, learnerCode: (job: Job) => LearnerCode): void {
  harden();
  Error.stackTraceLimit = 50;
  const output = new Output(port);
  const print = (...values: unknown[]) => output.write(`${values.map(inspect).join(" ")}\n`);
  define("console", { log: print, info: print, warn: print, error: print, debug: print });
  define("NdArray", NdArray);
  refuseCoercion(NdArray.prototype, "arrays");

  port.receive((order) => {
    if (order.kind !== "run") return;
    const { job } = order;
    if (!isGraded(job)) define("torch", { ...engine });
    if (job.call?.traced) refuseCoercion(engine.Tensor.prototype, "tensors");
    void run(job, learnerCode, () => port.post({ kind: "started" })).then((outcome) => {
      output.flush();
      port.post({ kind: "done", outcome });
    });
  });
}

type Failed = Extract<Outcome, { ok: false }>;

async function run(job: Job, learnerCode: (job: Job) => LearnerCode, started: () => void): Promise<Outcome> {
  const failed = (thrown: unknown, call?: number): Failed => {
    const error: Failure = javaScriptFailure(thrown, job.lines);
    return { ok: false, error: call === undefined ? error : { ...error, call } };
  };
  let learner: unknown;
  try {
    const code = learnerCode(job);
    started();
    learner = await code();
  } catch (thrown) {
    return failed(thrown);
  }
  return job.call ? callAll(job.call, learner, failed) : { ok: true, results: [] };
}

function callAll(
  { name, outputs, calls, traced }: FunctionCalls,
  learner: unknown,
  failed: (thrown: unknown, call: number) => Failed,
): Outcome {
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
      traces: calls.map((args, call) => traceOne(callable, args, call, failed)),
    };
  const results: Value[] = [];
  for (const [call, args] of calls.entries()) {
    try {
      const returned = callable(...args.map(toArgument));
      results.push(
        outputs > 1 && Array.isArray(returned)
          ? { kind: "tuple", items: returned.map(toValue) }
          : toValue(returned),
      );
    } catch (thrown) {
      return failed(thrown, call);
    }
  }
  return { ok: true, results };
}

function traceOne(
  learner: (...args: unknown[]) => unknown,
  args: readonly Value[],
  call: number,
  failed: (thrown: unknown, call: number) => Failed,
): TracedCall {
  const leaves: engine.Tensor[] = [];
  const given = args.map((value) => {
    if (value.kind === "number" && value.integer) return value.value;
    const leaf = leafOf(value);
    leaves.push(leaf);
    return leaf;
  });
  try {
    const returned = learner(...given);
    if (returned instanceof engine.Tensor) return traceCall(leaves, returned);
    if (typeof returned === "number" && !Number.isNaN(returned)) return traceCall(leaves, constant(returned));
    return { ok: false, error: untraceable(typeName(returned), describe(returned)) };
  } catch (thrown) {
    return failed(thrown, call);
  }
}

function toArgument(value: Value): unknown {
  switch (value.kind) {
    case "number":
      return value.value;
    case "array":
      return NdArray.fromValue(value);
    case "tuple":
      return value.items.map(toArgument);
    case "other":
      return value.text;
  }
}

/** What a learner's function returned, as data. */
function toValue(returned: unknown): Value {
  if (typeof returned === "number") {
    return { kind: "number", value: returned, integer: Number.isInteger(returned) };
  }
  if (returned instanceof NdArray) return returned.toValue();
  if (Array.isArray(returned) || returned instanceof Float64Array || returned instanceof Float32Array) {
    const stacked = stack(Array.from(returned as ArrayLike<unknown>, toValue));
    if (stacked) return stacked;
  }
  return { kind: "other", type: typeName(returned), text: describe(returned) };
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor === "function" ? constructor.name : "Object";
}
