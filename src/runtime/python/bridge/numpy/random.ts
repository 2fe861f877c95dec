/** NumPy's streams of random numbers: the one behind `np.random.seed`, and those that a program makes for itself. */
import * as engine from "#autodiff/index.ts";
import type { DType } from "#autodiff/index.ts";
import { Generator } from "#autodiff/random.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { LegacyRandom } from "#runtime/python/bridge/numpy/legacy-random.ts";
import { Pcg64 } from "#runtime/python/bridge/numpy/pcg64.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

export interface RandomStream {
  seed(seed: number): void;
  /** In [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number from 0 to `largest`. */
  integer(largest: number): number;
  /** The same, drawn as shuffling draws it. */
  interval(largest: number): number;
}

function drawn(shape: readonly number[], draw: () => number, dtype: DType = "float64"): Variable {
  const count = shape.reduce((product, length) => product * length, 1);
  return new Variable(engine.fromEntries(Float64Array.from({ length: count }, draw), shape, { dtype }));
}

const anySeed = (): number => Math.trunc(Math.random() * 2 ** 32);

/** The calls for streams that Python knows by number, and for its own. What is drawn in a shape is float64; of integers, int64. */
export function randomStreamCalls() {
  const streams: RandomStream[] = [];
  const ownStream = new Generator(anySeed());
  return {
    /** A new stream's number, by which the other calls know it. */
    stream: (modern: boolean, seed: number | null) =>
      streams.push(modern ? new Pcg64(seed ?? anySeed()) : new LegacyRandom(seed ?? anySeed())) - 1,
    stream_seed: (stream: number, seed: number | null) => {
      streams[stream]!.seed(seed ?? anySeed());
    },
    /** Python's own stream: seeded with 32-bit words. */
    python_seed: (...words: number[]) => {
      ownStream.seedFrom(words);
    },
    /** In [0, 1). */
    python_uniform: () => {
      const high = ownStream.bits32() >>> 5;
      return (high * 2 ** 26 + (ownStream.bits32() >>> 6)) / 2 ** 53;
    },
    /** Up to 32 random bits. */
    python_bits: (count: number) => ownStream.bits32() >>> (32 - count),
    stream_uniform: (stream: number, ...shape: number[]) => drawn(shape, () => streams[stream]!.uniform()),
    stream_normal: (stream: number, ...shape: number[]) => drawn(shape, () => streams[stream]!.normal()),
    stream_integer: (stream: number, low: number, high: number, ...shape: number[]) =>
      drawn(shape, () => low + streams[stream]!.integer(high - 1 - low), "int64"),
    stream_interval: (stream: number, largest: number) => streams[stream]!.interval(largest),
  } satisfies Record<string, Call>;
}
