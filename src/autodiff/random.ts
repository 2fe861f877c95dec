/**
 * PyTorch's random streams on the CPU: the same seed gives the same numbers.
 * @see M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), for mt19937
 * @see aten/src/ATen/native/cpu/DistributionTemplates.h (PyTorch 1.13) for the distributions
 */
import { isFloating, represent, type DType } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import * as singlePrecision from "#autodiff/single-precision.ts";

const doublePrecision = {
  log: Math.log,
  sincos: (x: number) => ({ sin: Math.sin(x), cos: Math.cos(x) }),
};

const size = 624;
const middle = 397;

/** One stream: the state of an mt19937, and the second number of a Box–Muller pair while it waits. */
export class Generator {
  readonly #state = new Uint32Array(size);
  #next = size;
  /** The second normal number of a Box–Muller pair, waiting to be used. */
  #spare: number | null = null;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Exchanges the states of two streams: each goes on where the other was. */
  exchange(other: Generator): void {
    const state = this.#state.slice();
    this.#state.set(other.#state);
    other.#state.set(state);
    [this.#next, other.#next] = [other.#next, this.#next];
    [this.#spare, other.#spare] = [other.#spare, this.#spare];
  }

  /** Starts the stream over. Only the seed's lower 32 bits count, as in PyTorch. */
  seed(seed: number): void {
    this.#state[0] = Number(BigInt.asUintN(32, BigInt(seed)));
    for (let i = 1; i < size; i++) {
      const before = this.#state[i - 1]!;
      this.#state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
    this.#next = size;
    this.#spare = null;
  }

  /** Starts the stream over from any number of 32-bit words, as Python's `random` does. */
  seedFrom(key: readonly number[]): void {
    this.seed(19650218);
    const state = this.#state;
    let at = 1;
    const mix = (factor: number, added: (at: number) => number) => {
      const before = state[at - 1]!;
      state[at] = (state[at]! ^ Math.imul(before ^ (before >>> 30), factor)) + added(at);
      if (++at === size) [state[0], at] = [state[size - 1]!, 1];
    };
    const rounds = Math.max(size, key.length);
    for (let i = 0; i < rounds; i++) mix(1664525, () => key[i % key.length]! + (i % key.length));
    for (let i = 1; i < size; i++) mix(1566083941, (place) => -place);
    state[0] = 0x80000000;
  }

  /** 32 random bits. */
  bits32(): number {
    if (this.#next === size) this.#twist();
    let bits = this.#state[this.#next++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    bits ^= bits >>> 18;
    return bits >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < size; i++) {
      const mixed = (state[i]! & 0x80000000) | (state[(i + 1) % size]! & 0x7fffffff);
      state[i] = state[(i + middle) % size]! ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }

  /** 53 random bits as a number in [0, 1). */
  uniform64(): number {
    const high = this.bits32();
    const low = this.bits32();
    return ((high & 0x1fffff) * 2 ** 32 + low) / 2 ** 53;
  }

  /** 24 random bits as a number in [0, 1). */
  uniform32(): number {
    return (this.bits32() & 0xffffff) / 2 ** 24;
  }

  /** A number in [0, 1): 53 random bits for float64, 24 for any other dtype. */
  uniform(dtype: DType): number {
    return dtype === "float64" ? this.uniform64() : this.uniform32();
  }

  /** One standard normal number by Box–Muller, which makes two. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const angle = 2 * Math.PI * this.uniform64();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform64()));
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Standard normal numbers. PyTorch makes them one way below 16 and another, in blocks of 16, from there on. */
  normals(count: number, dtype: DType): number[] {
    if (count < 16) return Array.from({ length: count }, () => represent(dtype, this.normal()));
    const round = (value: number) => represent(dtype, value);
    const values = Array.from({ length: count }, () => this.uniform(dtype));
    const kernel = dtype === "float32" ? singlePrecision : doublePrecision;
    const block = (start: number) => {
      for (let i = start; i < start + 8; i++) {
        const angle = round(round(2 * Math.PI) * values[i + 8]!);
        const radius = round(Math.sqrt(round(-2 * kernel.log(round(1 - values[i]!)))));
        const { sin, cos } = kernel.sincos(angle);
        values[i] = round(radius * cos);
        values[i + 8] = round(radius * sin);
      }
    };
    for (let start = 0; start <= count - 16; start += 16) block(start);
    if (count % 16 !== 0) {
      for (let i = count - 16; i < count; i++) values[i] = this.uniform(dtype);
      block(count - 16);
    }
    return values;
  }

  /** The time until something happens that happens once in a unit of time on average. */
  exponential(): number {
    return -Math.log1p(-this.uniform64());
  }

  /** A whole number from low up to, not including, high. */
  integer(low: number, high: number): number {
    return low + (this.bits32() % (high - low));
  }
}

/** The stream that `rand`, `randn` and their kin draw from. */
export const defaultGenerator = new Generator(Math.trunc(Math.random() * 2 ** 32));

/**
 * Starts the random stream over. `manualSeed(0); rand([3])` gives what `torch.manual_seed(0); torch.rand(3)` gives. Throws a
 * RangeError for a seed that isn't a whole number.
 */
export function manualSeed(seed: number): void {
  defaultGenerator.seed(seed);
}

/** Throws PyTorch's RuntimeError for int64 and bool, which the kernel of this name isn't there for. */
export function requireFloating(dtype: DType, name: string): void {
  if (isFloating(dtype)) return;
  throw new EngineError(
    "RuntimeError",
    `"${name}" not implemented for '${dtype === "bool" ? "Bool" : "Long"}'`,
  );
}
