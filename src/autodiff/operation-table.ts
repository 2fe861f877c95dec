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
  [
    activations,
    arithmetic,
    combining,
    exponentials,
    functionsOfTwo,
    functions,
    inverse,
    linearAlgebra,
    losses,
    masking,
    piecewise,
    placing,
    reduction,
    rounding,
    shaping,
    statistics,
    trigonometry,
  ]
    .flatMap((file) => Object.values<unknown>(file))
    .filter(isDeclared)
    .map((declared) => {
      const { operation } = declared;
      const apply = (inputs: readonly Tensor[], params: unknown) =>
        // An operation on a list has a function that makes its rules, and takes the list.
        typeof operation.vjp === "function" ? declared(inputs, params) : declared(...inputs, params);
      return [operation.name, { operation, declared, apply }] as const;
    }),
);
