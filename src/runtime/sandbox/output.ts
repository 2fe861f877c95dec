import { outputLimit } from "#runtime/bounds.ts";
import { limits } from "#runtime/runtime.ts";
import type { Port } from "#runtime/sandbox/protocol.ts";

/** So many lines are sent one by one: an endless loop after them must not hold them back. Then output goes in bulk. */
const eagerLines = 200;
const bulk = 4096;

/** Thrown into learner code that has printed too much. By then the host knows and is about to end it. */
class OutputLimit extends Error {}

/** Collects what learner code prints and sends it on, up to the limit. */
export class Output {
  readonly #port: Port;
  #pending = "";
  #sent = 0;
  #lines = 0;

  constructor(port: Port) {
    this.#port = port;
  }

  write(text: string): void {
    const room = limits.outputCharacters - this.#sent - this.#pending.length;
    this.#pending += text.slice(0, room);
    if (text.length > room) this.#overflow();
    const lineEnds = text.endsWith("\n");
    if (lineEnds) this.#lines += 1;
    if (this.#pending.length >= bulk || (lineEnds && this.#lines <= eagerLines)) this.flush();
  }

  flush(): void {
    if (this.#pending === "") return;
    this.#port.post({ kind: "output", text: this.#pending });
    this.#sent += this.#pending.length;
    this.#pending = "";
  }

  #overflow(): never {
    this.flush();
    this.#port.post({ kind: "done", outcome: { ok: false, error: outputLimit() } });
    throw new OutputLimit();
  }
}
