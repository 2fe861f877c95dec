/** A function of the reader's as far as it has been traced: known at the points where the sandbox computed it. */
import type { Tensor } from "#autodiff/index.ts";
import { replay, type Trace } from "#graph/replay.ts";

type Inputs = Readonly<Record<string, Tensor>>;

/** A point as text: all numbers of all inputs. */
const keyOf = (inputs: Inputs): string =>
  Object.values(inputs)
    .map((input) => `${input.shape.join("×")}:${input.entries().join()}`)
    .join(";");

/** The traces of one function by their points. Each is computed again there, with its graph. */
export class TracedFunction {
  readonly #traces = new Map<string, Trace>();
  readonly #traced: readonly string[];

  /** @param traced the names of the inputs that reach the function as tensors, in the order of its parameters */
  constructor(traced: readonly string[]) {
    this.#traced = traced;
  }

  /** Keeps what the sandbox traced at a point. */
  add(inputs: Inputs, trace: Trace): void {
    this.#traces.set(keyOf(inputs), trace);
  }

  /** The value at a point with its graph. Throws an Error where the function was not traced. */
  readonly at = (inputs: Inputs): Tensor => {
    const trace = this.#traces.get(keyOf(inputs));
    if (!trace) throw new Error("the function was not traced at this point");
    return this.replayed(inputs, trace);
  };

  /** The value that a trace has at a point, with its graph. Throws a TraceError where the trace asks for what can't be. */
  replayed(inputs: Inputs, trace: Trace): Tensor {
    return replay(
      trace,
      this.#traced.map((name) => inputs[name]!),
    );
  }
}
