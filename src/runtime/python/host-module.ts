import { fromEntries, type Tensor } from "#autodiff/index.ts";
import { cut, isWithinLimits } from "#runtime/limits.ts";
import { pythonFailure, type PythonException } from "#runtime/python/failure.ts";
import { fromPython, toPython } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";
import type { Failure, RecordedValue, TracedCall, Value } from "#runtime/runtime.ts";
import type { Job, JobOutcome } from "#runtime/sandbox/protocol.ts";
import { RecordBook } from "#runtime/sandbox/record-book.ts";
import { stack } from "#runtime/sandbox/stack.ts";
import { constant, leafOf, traceCall, untraceable } from "#runtime/sandbox/tracing.ts";

const mostNameCharacters = 100;
const mostTraceCharacters = 20_000;

/** What a run and the Python harness tell each other, through the module that Python knows as `_host`. */
export interface HostModule {
  module: object;
  begin(job: Job): void;
  /** How it went, once the harness has returned. */
  outcome(): JobOutcome;
}

/** @param onCall told before each call of the learner's function */
export function createHostModule(onCall: (call: number) => void): HostModule {
  let job: Job | null = null;
  let call: number | null = null;
  let failure: Failure | null = null;
  const results: Value[] = [];
  const traces: TracedCall[] = [];
  const records = new RecordBook();
  let leaves: Tensor[] = [];

  const argument = (index: number, place: number): Value => job!.call!.calls[index]![place]!;

  const module = {
    /** Where the program around this one can be ended. */
    breathe: () => undefined,
    calls: () => job!.call!.calls.length,
    arguments: (index: number) => job!.call!.calls[index]!.length,
    begin(index: number) {
      call = index;
      leaves = [];
      records.begin();
      onCall(index);
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
      if (value.kind !== "array") return null;
      const dtype = value.integer ? "int64" : "float64";
      return toPython(new Variable(fromEntries(value.data, value.shape, { dtype })));
    },

    /** A number or an array as a tensor that wants gradients. */
    leaf(index: number, place: number): unknown {
      const leaf = leafOf(argument(index, place));
      leaves.push(leaf);
      return toPython(new Variable(leaf));
    },
    /** The call returned this tensor. */
    traced(handle: unknown) {
      traces.push(traceCall(leaves, (fromPython(handle) as Variable).value));
    },
    /** The call returned a plain number. */
    plain(value: number) {
      traces.push(traceCall(leaves, constant(value)));
    },
    /** The call returned something else. */
    untraced(type: string, text: string) {
      traces.push({ ok: false, error: untraceable(type, text) });
    },

    /** What a line came to. No name is empty, no place −1. Each tells whether more will be kept. */
    record_number: (line: number, name: string, place: number, value: number, integer: boolean) =>
      note(records, line, name, place, { kind: "number", value, integer }),
    record_array(line: number, name: string, place: number, handle: unknown) {
      const variable = fromPython(handle);
      if (!(variable instanceof Variable)) return records.isOpen;
      const { value } = variable;
      if (!isWithinLimits(value.shape)) return records.isOpen;
      return note(records, line, name, place, {
        kind: "array",
        shape: [...value.shape],
        data: value.entries(),
      });
    },
    /** The call is over. */
    end_records: () => records.end(),

    number: (value: number, integer: boolean) => keep({ kind: "number", value, integer }),
    array(handle: unknown) {
      const variable = fromPython(handle);
      if (!(variable instanceof Variable)) return module.other("array", "an array that isn't one");
      const { value } = variable;
      return isWithinLimits(value.shape)
        ? keep({ kind: "array", shape: value.shape, data: value.entries() })
        : module.other("array", `an array of shape (${value.shape.join(", ")})`);
    },
    other: (type: string, text: string) =>
      keep({ kind: "other", type: cut(type, mostNameCharacters), text: cut(text) }),
    /** The number or array that this type of Python's counts as. */
    typed: (value: object, type: "bool" | "list" | "tuple") => keep({ ...valueOf(value), type } as Value),
    tuple: (...items: object[]) => keep({ kind: "tuple", items: items.map(valueOf) }),
    stack(...items: object[]) {
      const stacked = stack(items.map(valueOf));
      return stacked && keep(stacked);
    },

    returned: (value: object) => void results.push(valueOf(value)),
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
      const raised: PythonException = {
        type: cut(type, mostNameCharacters),
        message: cut(message),
        // The lines come before the message that ends a traceback.
        trace: trace.slice(0, mostTraceCharacters),
      };
      const reported = pythonFailure(raised, job!, call);
      if (call !== null && job!.call!.traced && reported) traces.push({ ok: false, error: reported });
      else failure = reported;
    },
  };

  return {
    module,
    begin: (next) => void (job = next),
    outcome: () =>
      failure ? { ok: false, error: failure } : { ok: true, results, traces, records: records.calls },
  };
}

function note(
  records: RecordBook,
  line: number,
  name: string,
  place: number,
  value: RecordedValue["value"],
): boolean {
  records.note({ line, name: name === "" ? null : name, ...(place >= 0 && { place }), value });
  return records.isOpen;
}

/** What Python holds in place of a value while its parts are put together. */
const values = new WeakMap<object, Value>();

function keep(value: Value): object {
  const handle = Object.freeze(Object.create(null) as object);
  values.set(handle, value);
  return handle;
}

const valueOf = (handle: object): Value =>
  values.get(handle) ?? { kind: "other", type: "object", text: "something that can't be shown" };

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
