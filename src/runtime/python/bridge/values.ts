/** What both of Python's modules call to make variables of numbers, and to see what is in them. */
import * as engine from "#autodiff/index.ts";
import { EngineError, type DType } from "#autodiff/index.ts";
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
