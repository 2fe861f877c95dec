/** Every operation of the engine by name, so that a graph can be written down and computed again elsewhere. */
import type { Operation } from "#autodiff/operation.ts";
import * as operations from "#autodiff/operations/index.ts";
import type { Tensor } from "#autodiff/tensor.ts";

type Declared = ((...args: unknown[]) => Tensor) & { readonly operation: Operation };

/** An operation of the table, whatever it takes. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly declared: Declared;
  /** Applies it to its inputs and its parameters, as a node holds them. */
  readonly apply: (inputs: readonly Tensor[], params: unknown) => Tensor;
}

const isDeclared = (value: unknown): value is Declared => typeof value === "function" && "operation" in value;

/** The table. A name that isn't in it is no operation of the engine's, whatever it looks like. */
export const operationTable: ReadonlyMap<string, NamedOperation> = new Map(
  Object.values<unknown>(operations)
    .filter(isDeclared)
    .map((declared) => {
      const { operation } = declared;
      const apply = (inputs: readonly Tensor[], params: unknown) =>
        // An operation on a list has a function that makes its rules, and takes the list.
        typeof operation.vjp === "function" ? declared(inputs, params) : declared(...inputs, params);
      return [operation.name, { operation, declared, apply }] as const;
    }),
);
