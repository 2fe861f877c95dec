/** What both of Python's modules call to make variables of numbers, and to see what is in them. */
import * as engine from "#autodiff/index.ts";
import { EngineError, Tensor, type DType } from "#autodiff/index.ts";
import { defaultGenerator } from "#autodiff/random.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { read, write, type Memory } from "#runtime/python/bridge/memory.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

export const valueCalls = (memory: Memory) =>
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
    alias: (x: Variable) => x.view((whole) => whole.detach()),
    shape: (x: Variable) => [...x.value.shape],
    dim: (x: Variable) => x.value.dim,
    numel: (x: Variable) => x.value.numel,
    dtype: (x: Variable) => x.value.dtype,
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

export const randomCalls = {
  manual_seed: (seed: number) => {
    engine.manualSeed(seed);
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

/** The operations that a tensor came from, for `grad_fn`. */
export const graphCalls = {
  grad_fn: (x: Variable) => x.value.gradFn,
  /** What the last operation was applied to; null where no derivative is wanted. */
  grad_fn_inputs: (x: Variable) =>
    (x.value.node?.inputs ?? []).map((input: Tensor) => (input.requiresGrad ? new Variable(input) : null)),
} satisfies Record<string, Call>;
