import { outputLimitFailure, limits } from "#runtime/limits.ts";
import type { Port } from "#runtime/sandbox/protocol.ts";

/** So many lines are sent one by one: an endless loop after them must not hold them back. Then output goes in bulk. */
const eagerLines = 200;
const bulk = 4096;

/** Thrown into learner code that has printed too much. By then the host knows and is about to end it. */
class OutputLimit extends Error {}

/**
 * Collects what learner code prints and sends it on, up to the limit. In a cell more than that is an error. Where a function is
 * called, each call's output is cut: there, printing costs an answer nothing.
 */
export class OutputBuffer {
  readonly #port: Port;
  #pending = "";
  #sent = 0;
  #lines = 0;
  #inCalls = false;
  #call: number | null = null;
  /** What the present call has printed, in characters. */
  #printed = 0;

  constructor(port: Port) {
    this.#port = port;
  }

  /** From here on what is printed belongs to this call, or to the code around the function that will be called (null). */
  beginCall(call: number | null): void {
    this.flush();
    this.#inCalls = true;
    this.#call = call;
    this.#printed = 0;
  }

  write(text: string): void {
    const room = limits.outputCharacters - this.#sent - this.#pending.length;
    // One character too many tells the host that there are more.
    const inCall = this.#inCalls ? limits.printedCharacters + 1 - this.#printed : Infinity;
    const fitting = text.slice(0, Math.min(room, inCall));
    this.#pending += fitting;
    this.#printed += fitting.length;
    if (text.length > room && !this.#inCalls) this.#overflow();
    const lineEnds = fitting.endsWith("\n");
    if (lineEnds) this.#lines += 1;
    if (this.#pending.length >= bulk || (lineEnds && this.#lines <= eagerLines)) this.flush();
  }

  flush(): void {
    if (this.#pending === "") return;
    this.#port.post({ kind: "output", text: this.#pending, call: this.#call });
    this.#sent += this.#pending.length;
    this.#pending = "";
  }

  #overflow(): never {
    this.flush();
    this.#port.post({ kind: "done", outcome: { ok: false, error: outputLimitFailure() } });
    throw new OutputLimit();
  }
}
