/** What both of Python's modules call to make variables of numbers, and to see what is in them. */
import * as engine from "#autodiff/index.ts";
import { EngineError, Tensor, type DType } from "#autodiff/index.ts";
import { defaultFloat, setDefaultFloat } from "#autodiff/dtype.ts";
import { setPrintOptions, type PrintOptions } from "#autodiff/print.ts";
import { defaultGenerator, Generator } from "#autodiff/random.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { read, write, type PythonMemory } from "#runtime/python/bridge/python-memory.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** The calls that make variables and read them. Numbers cross in Python's memory, as doubles. */
export const valueCalls = (memory: PythonMemory) =>
  ({
    /** From `count` numbers at an address, row-major. */
    from_numbers: (address: number, count: number, dtype: DType, ...shape: number[]) =>
      new Variable(engine.fromEntries(read(memory, address, count), shape, { dtype })),
    full: (value: number, dtype: DType, ...shape: number[]) => {
      const negative = shape.find((length) => length < 0);
      if (negative !== undefined) {
        throw new EngineError(
          "RuntimeError",
          `Trying to create tensor with negative dimension ${negative}: [${shape.join(", ")}]`,
        );
      }
      return new Variable(engine.full(shape, value, { dtype }));
    },
    eye: (n: number, m: number, dtype: DType) => new Variable(engine.eye(n, m, { dtype })),
    arange: (start: number, end: number, step: number, dtype: DType) =>
      new Variable(engine.arange(start, end, step, { dtype })),
    linspace: (start: number, end: number, steps: number, dtype: DType) =>
      new Variable(engine.linspace(start, end, steps, { dtype })),
    /** A copy in this dtype, outside the graph. */
    copy: (x: Variable, dtype: DType) => new Variable(x.value.detach().clone().converted(dtype)),
    /** Another name for the same numbers. */
    alias: (x: Variable) => x.detachedAlias(),
    shape: (x: Variable) => [...x.value.shape],
    dim: (x: Variable) => x.value.dim,
    numel: (x: Variable) => x.value.numel,
    dtype: (x: Variable) => x.value.dtype,
    /** The dtype of what has no axes, null for all else: asked of every result. */
    scalar_dtype: ({ value }: Variable) => (value.dim === 0 ? value.dtype : null),
    /** Writes all numbers to an address, row-major. */
    to_numbers: (x: Variable, address: number) => {
      write(memory, address, x.value.entries());
    },
    /** Writes the only number to an address. */
    item: (x: Variable, address: number) => {
      write(memory, address, [x.value.item()]);
    },
    text: (x: Variable) => x.value.toString(),
  }) satisfies Record<string, Call>;

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

/** What is assumed where nothing is said. */
export const defaultCalls = {
  default_dtype: defaultFloat,
  set_default_dtype: (dtype: "float32" | "float64") => {
    setDefaultFloat(dtype);
  },
  /** Null leaves an option as it is; whether to print scientifically is left to the numbers then. */
  set_print_options: (
    precision: number | null,
    threshold: number | null,
    edgeItems: number | null,
    lineWidth: number | null,
    scientific: boolean | null,
  ) => {
    const settings = { precision, threshold, edgeItems, lineWidth };
    const changes = Object.entries(settings).filter(([, value]) => value !== null);
    setPrintOptions({ ...(Object.fromEntries(changes) as Partial<PrintOptions>), scientific });
  },
} satisfies Record<string, Call>;

/** The operations that a tensor came from, for `grad_fn`. */
export const graphCalls = {
  grad_fn: (x: Variable) => x.value.gradFn,
  /** What the last operation was applied to; null where no derivative is wanted. */
  grad_fn_inputs: (x: Variable) =>
    (x.value.node?.inputs ?? []).map((input: Tensor) => (input.requiresGrad ? new Variable(input) : null)),
} satisfies Record<string, Call>;
