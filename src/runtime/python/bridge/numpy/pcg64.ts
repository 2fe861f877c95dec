/**
 * The random numbers of `np.random.default_rng`: the same seed gives the same numbers.
 * @see M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms" (2014), for PCG-XSL-RR 128/64
 * @see G. Marsaglia, W. Tsang, "The Ziggurat Method for Generating Random Variables" (2000)
 * @see D. Lemire, "Fast Random Integer Generation in an Interval" (2019)
 * @see numpy/random/bit_generator.pyx (NumPy 1.24) for how a seed becomes a state
 */
import { maskedInteger } from "#runtime/python/bridge/numpy/legacy-random.ts";
import type { RandomStream } from "#runtime/python/bridge/numpy/random.ts";

const multiplier = 0x2360ed051fc65da44385df649fccf645n;
const low64 = (1n << 64n) - 1n;

/** A PCG-XSL-RR 128/64. Of a seed, the lower 64 bits count. */
export class Pcg64 implements RandomStream {
  #state = 0n;
  #increment = 1n;
  /** The upper half of 64 random bits, waiting to be used. */
  #spare: number | null = null;

  constructor(seed: number) {
    this.seed(seed);
  }

  seed(seed: number): void {
    const [a, b, c, d] = spreadSeed(seed) as [bigint, bigint, bigint, bigint];
    this.#state = 0n;
    this.#increment = BigInt.asUintN(128, (((c << 64n) | d) << 1n) | 1n);
    this.#step();
    this.#state += (a << 64n) | b;
    this.#step();
    this.#spare = null;
  }

  #step(): void {
    this.#state = BigInt.asUintN(128, this.#state * multiplier + this.#increment);
  }

  #bits64(): bigint {
    this.#step();
    const high = this.#state >> 64n;
    const mixed = high ^ (this.#state & low64);
    const turn = high >> 58n;
    return BigInt.asUintN(64, (mixed >> turn) | (mixed << (64n - turn)));
  }

  #bits32(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const bits = this.#bits64();
    this.#spare = Number(bits >> 32n);
    return Number(bits & 0xffffffffn);
  }

  uniform(): number {
    return Number(this.#bits64() >> 11n) / 2 ** 53;
  }

  normal(): number {
    const { heights, widths, inside } = ziggurat();
    for (;;) {
      const bits = this.#bits64();
      const layer = Number(bits & 0xffn);
      const sign = (bits >> 8n) & 1n ? -1 : 1;
      const place = (bits >> 9n) & 0xfffffffffffffn;
      const x = sign * (Number(place) * widths[layer]!);
      if (Number(place) < inside[layer]!) return x;
      if (layer === 0) return (place >> 8n) & 1n ? -this.#tail() : this.#tail();
      const height = (heights[layer - 1]! - heights[layer]!) * this.uniform() + heights[layer]!;
      if (height < Math.exp(-0.5 * x * x)) return x;
    }
  }

  /** Beyond the last layer. */
  #tail(): number {
    for (;;) {
      const x = -Math.log1p(-this.uniform()) / lastX;
      const y = -Math.log1p(-this.uniform());
      if (y + y > x * x) return lastX + x;
    }
  }

  integer(largest: number): number {
    if (largest === 0) return 0;
    const wide = largest > 0xffffffff;
    const bits = wide ? 64n : 32n;
    const draw = () => (wide ? this.#bits64() : BigInt(this.#bits32())) * count;
    const count = BigInt(largest) + 1n;
    const mask = (1n << bits) - 1n;
    const threshold = ((1n << bits) - count) % count;
    let product = draw();
    while ((product & mask) < threshold) product = draw();
    return Number(product >> bits);
  }

  interval(largest: number): number {
    return maskedInteger(largest, () => this.#bits32());
  }
}

/** Four times 64 bits from a seed, each of which depends on all of it. */
function spreadSeed(seed: number): bigint[] {
  const words = [seed >>> 0, Math.trunc(seed / 2 ** 32) >>> 0, 0, 0];
  let constant = 0x43b0d7e5;
  const hash = (word: number): number => {
    const mixed = word ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    const product = Math.imul(mixed, constant);
    return (product ^ (product >>> 16)) >>> 0;
  };
  const pool = words.map(hash);
  for (let from = 0; from < pool.length; from++) {
    for (let to = 0; to < pool.length; to++) {
      if (from === to) continue;
      const mixed = Math.imul(0xca01f9dd, pool[to]!) - Math.imul(0x4973f715, hash(pool[from]!));
      pool[to] = (mixed ^ (mixed >>> 16)) >>> 0;
    }
  }
  constant = 0x8b51f9dd;
  const state = Array.from({ length: 8 }, (_, i) => {
    const mixed = pool[i % pool.length]! ^ constant;
    constant = Math.imul(constant, 0x58f38ded);
    const product = Math.imul(mixed, constant);
    return BigInt((product ^ (product >>> 16)) >>> 0);
  });
  return [0, 2, 4, 6].map((i) => state[i]! | (state[i + 1]! << 32n));
}

/** Where the last of the 255 layers ends, and the area of each, for e^(−x²/2). */
const lastX = 3.6541528853610088;
const area = 0.004928673233974658;
const layers = 256;

interface Ziggurat {
  /** e^(−x²/2) at the right edge of each layer. */
  heights: Float64Array;
  /** The width of a layer in units of its 52 random bits. */
  widths: Float64Array;
  /** Below this many units a point lies under the curve in any case. */
  inside: Float64Array;
}

let tables: Ziggurat | null = null;

function ziggurat(): Ziggurat {
  if (tables !== null) return tables;
  const units = 2 ** 52;
  const heights = new Float64Array(layers);
  const widths = new Float64Array(layers);
  const inside = new Float64Array(layers);
  let x = lastX;
  const lowest = Math.exp(-0.5 * x * x);
  [heights[255], widths[255]] = [lowest, x / units];
  [heights[0], widths[0], inside[0]] = [1, area / lowest / units, Math.trunc(((x * lowest) / area) * units)];
  for (let i = layers - 2; i > 0; i--) {
    const next = Math.sqrt(-2 * Math.log(area / x + heights[i + 1]!));
    inside[i + 1] = Math.trunc((next / x) * units);
    widths[i] = next / units;
    heights[i] = Math.exp(-0.5 * next * next);
    x = next;
  }
  inside[1] = 0;
  return (tables = { heights, widths, inside });
}
