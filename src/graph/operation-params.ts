/** Reads the parameters of an operation from a trace, by the kinds that its declaration names. Whoever writes a trace is not trusted. */
import * as z from "zod/mini";
import { fromEntries, Tensor, type Operation, type Shape } from "#autodiff/index.ts";
import type { ParamKind, ParamSchema } from "#autodiff/params.ts";
import { countEntries } from "#autodiff/shape.ts";
import { traceLimits } from "#autodiff/trace.ts";

/** A number, or the word for one that JSON has no number for. */
export const real: z.ZodMiniType<number> = z.union([
  z.number(),
  z.pipe(
    z.enum(["NaN", "Infinity", "-Infinity", "-0"]),
    z.transform((word) => Number(word)),
  ),
]);

const most = traceLimits.entries;
const count = z.int().check(z.nonnegative(), z.lte(most));
const dtype = z.enum(["float32", "float64", "int64", "bool"]);

/** Lengths of axes whose product is within bounds. */
const shape: z.ZodMiniType<Shape> = z.array(count).check(
  z.maxLength(8),
  z.refine((lengths) => countEntries(lengths) <= most),
);

/** A tensor that is not computed. */
export const constant: z.ZodMiniType<Tensor> = z.pipe(
  z
    .object({ shape, dtype, data: z.union([real, z.array(real).check(z.maxLength(most))]) })
    .check(
      z.refine(
        ({ data, shape: lengths }) => typeof data === "number" || data.length === countEntries(lengths),
      ),
    ),
  z.transform(({ data, shape: lengths, dtype: kind }) =>
    typeof data === "number" ? new Tensor(data, lengths, kind) : fromEntries(data, lengths, { dtype: kind }),
  ),
);

/** An axis among so many, counted from either end. */
const axisOf = (rank: number) => z.int().check(z.gte(-Math.max(rank, 1)), z.lt(Math.max(rank, 1)));

/** What each kind is, for a first input with so many axes. */
const kinds: Readonly<Record<ParamKind, (rank: number) => z.ZodMiniType>> = {
  number: () => real,
  flag: () => z.boolean(),
  axis: axisOf,
  newAxis: (rank) => axisOf(rank + 1),
  axes: (rank) =>
    z
      .array(z.int().check(z.nonnegative(), z.lt(Math.max(rank, 1))))
      .check(z.refine((dims) => dims.every((dim, i) => dim < rank && (i === 0 || dim > dims[i - 1]!)))),
  order: (rank) =>
    z
      .array(z.int())
      .check(
        z.refine(
          (order) => order.length === rank && order.toSorted((a, b) => a - b).every((dim, i) => dim === i),
        ),
      ),
  diagonal: () => z.int().check(z.gte(-most), z.lte(most)),
  shape: () => shape,
  lengths: () => z.array(z.int().check(z.gte(-1), z.lte(most))).check(z.maxLength(8)),
  tensor: () => constant,
  positions: () =>
    z.pipe(
      z.array(count).check(z.maxLength(most)),
      z.transform((list) => Int32Array.from(list)),
    ),
  word: () => z.string().check(z.regex(/^\w{1,40}$/)),
  overload: () => z.int().check(z.nonnegative(), z.lte(9)),
  dtype: () => dtype,
};

function read(schema: ParamSchema, rank: number): z.ZodMiniType {
  if (typeof schema === "string") return kinds[schema](rank);
  if (Array.isArray(schema)) return z.enum(schema);
  const fields = schema as Readonly<Record<string, ParamSchema>>;
  if (fields.optional) return z.optional(read(fields.optional, rank));
  return z.object(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, read(field, rank)])),
  );
}

/** What this operation may be given besides these inputs. */
export const paramsOf = ({ params }: Operation, inputs: readonly Tensor[]): z.ZodMiniType =>
  params === undefined ? z.undefined() : read(params, inputs[0]!.dim);
