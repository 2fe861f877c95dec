/** What Python's `torch` calls to draw random numbers. */
import * as engine from "#autodiff/index.ts";
import { Tensor, type DType } from "#autodiff/index.ts";
import { defaultGenerator, Generator } from "#autodiff/random.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** The streams that Python made, by number; the first is the one that `torch.rand` draws from when it is told nothing else. */
const streams = [defaultGenerator];
/** Which of them stands in the place of the first. */
let used = 0;

export const randomCalls = {
  new_stream: () => streams.push(new Generator(67280421310721)) - 1,
  seed_stream: (stream: number, seed: number) => {
    streams[stream]!.seed(seed);
  },
  /** Draws from this stream from now on. */
  use_stream: (stream: number) => {
    if (used !== 0) defaultGenerator.exchange(streams[used]!);
    if (stream !== 0) defaultGenerator.exchange(streams[stream]!);
    used = stream;
  },
  /** The lower half of 64 random bits. */
  bits: () => {
    defaultGenerator.bits32();
    return defaultGenerator.bits32();
  },
  bernoulli: ({ value }: Variable) => {
    const hits = Float64Array.from(value.entries(), (p) => Number(defaultGenerator.uniform(value.dtype) < p));
    return new Variable(new Tensor(hits, value.shape, "float64"));
  },
  exponential: (dtype: DType, ...shape: number[]) => {
    const length = shape.reduce((a, b) => a * b, 1);
    const waits = Float64Array.from({ length }, () => defaultGenerator.exponential());
    return new Variable(engine.fromEntries(waits, shape, { dtype }));
  },
  /** Places drawn again and again with these probabilities, which sum to 1. */
  multinomial: ({ value }: Variable, count: number) => {
    let total = 0;
    const ends = value.entries().map((p) => (total += p));
    const places = Float64Array.from({ length: count }, () => {
      const at = defaultGenerator.uniform64();
      const place = ends.findIndex((end) => at < end);
      return place === -1 ? ends.length - 1 : place;
    });
    return new Variable(new Tensor(places, [count], "int64"));
  },
  rand: (dtype: DType, ...shape: number[]) => new Variable(engine.rand(shape, { dtype })),
  randn: (dtype: DType, ...shape: number[]) => new Variable(engine.randn(shape, { dtype })),
  /** The numbers 0 … n − 1 in random order. */
  randperm: (n: number) => {
    const order = Float64Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + defaultGenerator.integer(0, n - i);
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    return new Variable(new Tensor(order, [n], "int64"));
  },
  randint: (low: number, high: number, dtype: DType, ...shape: number[]) =>
    new Variable(engine.randint(low, high, shape, { dtype })),
} satisfies Record<string, Call>;
