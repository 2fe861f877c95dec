/**
 * What an operation may be given besides its inputs, as data: an exponent, an axis, a mask. The types of its functions follow from
 * it, and `graph/operation-params.ts` reads what a trace says by it.
 */
import type { Tensor } from "#autodiff/tensor.ts";

interface Kinds {
  number: number;
  flag: boolean;
  /** An axis of the first input, counted from either end; `newAxis` may also stand beside the last. */
  axis: number;
  newAxis: number;
  /** Different axes of the first input in ascending order. */
  axes: readonly number[];
  /** All axes of the first input, in another order. */
  order: readonly number[];
  /** A diagonal of a matrix, counted from the main one. */
  diagonal: number;
  /** Lengths of axes; in `lengths` one may be −1, for what is left over. */
  shape: readonly number[];
  lengths: readonly number[];
  /** A constant tensor. */
  tensor: Tensor;
  /** Positions of entries, counted in row-major order. */
  positions: Int32Array;
  /** PyTorch's word for what was asked for, such as Select, and which of its functions of that name. */
  word: string;
  overload: number;
  dtype: "float32" | "float64" | "int64" | "bool";
}

export type ParamKind = keyof Kinds;

/** One kind, one of some words, a record of schemas, or one that may be missing. */
export type ParamSchema =
  | ParamKind
  | readonly string[]
  | { readonly optional: ParamSchema }
  | { readonly [name: string]: ParamSchema };

/** The values that a schema describes; `undefined` where there is none. */
export type ParamsOf<Schema> = Schema extends ParamKind
  ? Kinds[Schema]
  : Schema extends readonly (infer Word)[]
    ? Word
    : Schema extends { readonly optional: infer Inner }
      ? ParamsOf<Inner> | undefined
      : Schema extends object
        ? {
            [Name in keyof Schema as Schema[Name] extends { optional: unknown } ? never : Name]: ParamsOf<
              Schema[Name]
            >;
          } & {
            [Name in keyof Schema as Schema[Name] extends { optional: unknown } ? Name : never]?: ParamsOf<
              Schema[Name]
            >;
          }
        : undefined;
