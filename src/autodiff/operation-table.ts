/** Every operation of the engine by name, so that a graph can be written down and computed again elsewhere. */
import type { Operation } from "#autodiff/operation.ts";
import * as activations from "#autodiff/operations/activations.ts";
import * as arithmetic from "#autodiff/operations/arithmetic.ts";
import * as combining from "#autodiff/operations/combining.ts";
import * as exponentials from "#autodiff/operations/exponentials.ts";
import * as functionsOfTwo from "#autodiff/operations/functions-of-two.ts";
import * as functions from "#autodiff/operations/functions.ts";
import * as inverse from "#autodiff/operations/inverse.ts";
import * as linearAlgebra from "#autodiff/operations/linear-algebra.ts";
import * as losses from "#autodiff/operations/losses.ts";
import * as masking from "#autodiff/operations/masking.ts";
import * as piecewise from "#autodiff/operations/piecewise.ts";
import * as placing from "#autodiff/operations/placing.ts";
import * as reduction from "#autodiff/operations/reduction.ts";
import * as rounding from "#autodiff/operations/rounding.ts";
import * as shaping from "#autodiff/operations/shaping.ts";
import * as statistics from "#autodiff/operations/statistics.ts";
import * as trigonometry from "#autodiff/operations/trigonometry.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** An operation of the table, whatever it takes. */
export interface NamedOperation {
  /** `arithmetic/add`: the file and the name of its declaration. */
  readonly name: string;
  readonly operation: Operation;
  /** Applies it to its inputs and what else it was told, as a node holds them. */
  readonly apply: (inputs: readonly Tensor[], at: unknown) => Tensor;
}

const files: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  activations,
  arithmetic,
  combining,
  exponentials,
  "functions-of-two": functionsOfTwo,
  functions,
  inverse,
  "linear-algebra": linearAlgebra,
  losses,
  masking,
  piecewise,
  placing,
  reduction,
  rounding,
  shaping,
  statistics,
  trigonometry,
};

type Declared = ((...args: unknown[]) => Tensor) & { readonly operation: Operation };

const isDeclared = (value: unknown): value is Declared => typeof value === "function" && "operation" in value;

const named = (name: string, declared: Declared): NamedOperation => ({
  name,
  operation: declared.operation,
  apply: (inputs, at) =>
    // An operation on a list has a function that makes its rules, and takes the list.
    typeof declared.operation.vjp === "function" ? declared(inputs, at) : declared(...inputs, at),
});

/** The table. A name that isn't in it is no operation of the engine's, whatever it looks like. */
export const operationTable: ReadonlyMap<string, NamedOperation> = new Map(
  Object.entries(files).flatMap(([file, exports]) =>
    Object.entries(exports).flatMap(([name, value]) => {
      const full = `${file}/${name}`;
      return isDeclared(value) ? [[full, named(full, value)] as const] : [];
    }),
  ),
);

const names = new Map([...operationTable.values()].map(({ name, operation }) => [operation, name]));

/** The name of an operation, or null for one that was declared elsewhere. */
export const nameOf = (operation: Operation): string | null => names.get(operation) ?? null;
