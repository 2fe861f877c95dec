import { cut, isWithinLimits, recordLimits } from "#runtime/limits.ts";
import type { RecordedValue } from "#runtime/runtime.ts";

/** What a call's lines came to, as far as `recordLimits` goes. */
export class RecordBook {
  readonly #calls: RecordedValue[][] = [];
  /** Of the call that runs at present; null outside of calls, and once a call has done too much. */
  #open: RecordedValue[] | null = null;
  #entries = 0;

  /** From here on what is noted belongs to the next call. */
  begin(): void {
    this.#open = [];
    this.#entries = 0;
    this.#calls.push(this.#open);
  }

  /** What is noted from here on belongs to no call. */
  end(): void {
    this.#open = null;
  }

  /** Whether anything more of this call will be kept. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Keeps a value, which nothing changes any more. One that is too large to leave a sandbox is passed over. */
  note({ line, name, place, value }: RecordedValue): void {
    if (this.#open === null || (value.kind === "array" && !isWithinLimits(value.shape))) return;
    this.#entries += value.kind === "array" ? value.data.length : 1;
    if (this.#open.length === recordLimits.values || this.#entries > recordLimits.entries) {
      this.end();
      return;
    }
    this.#open.push({
      line,
      name: name === null ? null : cut(name, recordLimits.nameCharacters),
      ...(place !== undefined && { place }),
      value,
    });
  }

  /** One list for each call. */
  get calls(): readonly (readonly RecordedValue[])[] {
    return this.#calls;
  }
}
