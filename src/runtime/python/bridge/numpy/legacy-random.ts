/**
 * NumPy's random numbers as `np.random.seed` starts them: the same seed gives the same numbers.
 * @see numpy/random/src/legacy/legacy-distributions.c (NumPy 1.24)
 */
import { Generator } from "#autodiff/random.ts";
import type { RandomStream } from "#runtime/python/bridge/numpy/random.ts";

/** An mt19937 whose bits are turned into numbers as NumPy's legacy functions do it. Of a seed, the lower 32 bits count. */
export class LegacyRandom implements RandomStream {
  readonly #stream: Generator;
  /** The second normal number of a pair, waiting to be used. */
  #spare: number | null = null;

  constructor(seed: number) {
    this.#stream = new Generator(seed);
  }

  seed(seed: number): void {
    this.#stream.seed(seed);
    this.#spare = null;
  }

  /** 53 random bits as a number in [0, 1). */
  uniform(): number {
    const high = this.#stream.bits32() >>> 5;
    const low = this.#stream.bits32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** One standard normal number by Marsaglia's polar method, which makes two. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = factor * x;
      return factor * y;
    }
  }

  integer(largest: number): number {
    return maskedInteger(largest, () => this.#stream.bits32());
  }

  interval(largest: number): number {
    return this.integer(largest);
  }
}

/** A whole number from 0 to `largest`, below 2³²: draws just enough bits until they are not too large. */
export function maskedInteger(largest: number, bits32: () => number): number {
  if (largest === 0) return 0;
  let mask = largest;
  for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
  for (;;) {
    const drawn = (bits32() & mask) >>> 0;
    if (drawn <= largest) return drawn;
  }
}
