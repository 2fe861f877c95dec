import { fromEntries, type Tensor } from "#autodiff/index.ts";
import { pythonFailure, type Raised } from "#runtime/python/failure.ts";
import { received, sent } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";
import type { Failure, TracedCall, Value } from "#runtime/runtime.ts";
import type { Job, Outcome } from "#runtime/sandbox/protocol.ts";
import { stack } from "#runtime/sandbox/stack.ts";
import { constant, leafOf, traceCall, untraceable } from "#runtime/sandbox/tracing.ts";

/** What a run and the Python harness tell each other, through the module that Python knows as `_host`. */
export interface Exchange {
  module: object;
  begin(job: Job): void;
  /** How it went, once the harness has returned. */
  outcome(): Outcome;
}

export function createExchange(): Exchange {
  let job: Job | null = null;
  let call: number | null = null;
  let failure: Failure | null = null;
  const results: Value[] = [];
  const traces: TracedCall[] = [];
  let leaves: Tensor[] = [];

  const argument = (index: number, place: number): Value => job!.call!.calls[index]![place]!;

  const module = {
    calls: () => job!.call!.calls.length,
    arguments: (index: number) => job!.call!.calls[index]!.length,
    begin(index: number) {
      call = index;
      leaves = [];
    },
    /** `int`, `float`, `array`, `tuple` or `text`. */
    kind(index: number, place: number): string {
      const value = argument(index, place);
      if (value.kind === "number") return value.integer ? "int" : "float";
      return value.kind === "other" ? "text" : value.kind;
    },
    /** A number as text, for MicroPython would take a whole double for an integer and cut an integer to 32 bits. */
    text(index: number, place: number): string {
      const value = argument(index, place);
      if (value.kind === "number") return value.integer ? String(value.value) : float64Hex(value.value);
      return value.kind === "other" ? value.text : "";
    },
    /** An array as what `numpy.ndarray` stands on. */
    handle(index: number, place: number): unknown {
      const value = argument(index, place);
      return value.kind === "array" ? sent(new Variable(fromEntries(value.data, value.shape))) : null;
    },

    /** A number or an array as a tensor that wants gradients. */
    leaf(index: number, place: number): unknown {
      const leaf = leafOf(argument(index, place));
      leaves.push(leaf);
      return sent(new Variable(leaf));
    },
    /** The call returned this tensor. */
    traced(handle: unknown) {
      traces.push(traceCall(leaves, (received(handle) as Variable).value));
    },
    /** The call returned a plain number. */
    plain(value: number) {
      traces.push(traceCall(leaves, constant(value)));
    },
    /** The call returned something else. */
    untraced(type: string, text: string) {
      traces.push({ ok: false, error: untraceable(type, text) });
    },

    number: (value: number, integer: boolean): Value => ({ kind: "number", value, integer }),
    array(handle: unknown): Value {
      const { value } = received(handle) as Variable;
      return { kind: "array", shape: value.shape, data: value.entries() };
    },
    other: (type: string, text: string): Value => ({ kind: "other", type, text }),
    tuple: (...items: Value[]): Value => ({ kind: "tuple", items }),
    stack: (...items: Value[]): Value | null => stack(items),

    returned: (value: Value) => void results.push(value),
    missing(...defined: string[]) {
      const { name } = job!.call!;
      failure = {
        kind: "missing-function",
        type: "MissingFunction",
        message: `There is no function called ${name}.`,
        line: null,
        defined: inOrderOfDefinition(job!.code, defined),
      };
    },
    raised(type: string, message: string, trace: string) {
      const raised: Raised = { type, message, trace };
      const told = pythonFailure(raised, job!, call);
      if (call !== null && job!.call!.traced && told) traces.push({ ok: false, error: told });
      else failure = told;
    },
  };

  return {
    module,
    begin: (next) => void (job = next),
    outcome: () => (failure ? { ok: false, error: failure } : { ok: true, results, traces }),
  };
}

/** The eight bytes of a double, so that it crosses exactly. */
function float64Hex(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** MicroPython's namespaces do not keep the order in which names were defined. */
function inOrderOfDefinition(code: string, names: readonly string[]): string[] {
  return names.toSorted((a, b) => code.search(`\\b${a}\\b`) - code.search(`\\b${b}\\b`));
}
