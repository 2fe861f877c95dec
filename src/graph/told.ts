/**
 * What each operation may be told besides its inputs, as a trace has it: the shape of the data, and what must hold for the
 * operation to be applied to these inputs at all. Whoever writes a trace is not to be trusted.
 */
import * as z from "zod/mini";
import { fromEntries, Tensor, type Shape } from "#autodiff/index.ts";
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

/** Lengths of axes whose product is within bounds. */
export const shape: z.ZodMiniType<Shape> = z.array(count).check(
  z.maxLength(8),
  z.refine((lengths) => countEntries(lengths) <= most),
);

/** A tensor that is not computed. */
export const constant: z.ZodMiniType<Tensor> = z.pipe(
  z
    .object({
      shape,
      dtype: z.enum(["float32", "float64", "int64", "bool"]),
      data: z.union([real, z.array(real).check(z.maxLength(most))]),
    })
    .check(
      z.refine(
        ({ data, shape: lengths }) => typeof data === "number" || data.length === countEntries(lengths),
      ),
    ),
  z.transform(({ data, shape: lengths, dtype }) =>
    typeof data === "number" ? new Tensor(data, lengths, dtype) : fromEntries(data, lengths, { dtype }),
  ),
);

type Told = (inputs: readonly Tensor[]) => z.ZodMiniType;

const rankOf = (inputs: readonly Tensor[]): number => inputs[0]!.dim;

const nothing: Told = () => z.undefined();
const number: Told = () => real;
const flag: Told = () => z.optional(z.boolean());
const word = z.string().check(z.regex(/^\w{1,40}$/));
const overload = z.optional(z.int().check(z.nonnegative(), z.lte(9)));

/** An axis among so many, counted from either end. */
const axisOf = (rank: number) => z.int().check(z.gte(-Math.max(rank, 1)), z.lt(Math.max(rank, 1)));
const axis: Told = (inputs) => axisOf(rankOf(inputs));
const newAxis: Told = (inputs) => axisOf(rankOf(inputs) + 1);

/** Different axes in ascending order. */
const axes = (rank: number) =>
  z
    .array(z.int().check(z.nonnegative(), z.lt(Math.max(rank, 1))))
    .check(z.refine((dims) => dims.every((dim, i) => dim < rank && (i === 0 || dim > dims[i - 1]!))));
const reducing = (rank: number) => ({ dims: axes(rank), keepdim: z.boolean(), all: z.boolean() });
const reduction: Told = (inputs) => z.object(reducing(rankOf(inputs)));

/** Flat places below a bound. */
const places = (below: number): z.ZodMiniType<Int32Array> =>
  z.pipe(
    z.array(z.int().check(z.nonnegative(), z.lt(Math.max(below, 1)))).check(
      z.maxLength(most),
      z.refine((list) => below > 0 || list.length === 0),
    ),
    z.transform((list) => Int32Array.from(list)),
  );

/** A tensor of which no entry falls outside another's shape when the two are broadcast. */
const repeatsTo = (from: Shape, to: Shape): boolean =>
  from.length <= to.length &&
  from.every((length, i) => length === 1 || length === to[i + to.length - from.length]);

/** Values at places of the first input, one place for each entry of the second. */
const placing: Told = ([x, values]) =>
  z
    .object({ indices: places(x!.numel), as: word, overload })
    .check(z.refine(({ indices }) => indices.length === values!.numel));

const lossReduction = z.enum(["mean", "sum", "none"]);
const loss: Told = () => lossReduction;

/** An integer not far from 0. */
const offset = z.int().check(z.gte(-most), z.lte(most));

/** By the operation's name; one that isn't here is told nothing. */
const told = new Map<string, Told>([
  ["arithmetic/sub", flag],
  ["arithmetic/pow", number],
  ["arithmetic/choose", () => constant],
  ["functions/positiveOnly", () => constant],
  ["functions-of-two/fmod", flag],
  ["functions-of-two/copysign", flag],
  ["functions-of-two/xlogy", flag],
  ["rounding/remainder", flag],
  ["activations/clamp", () => z.object({ low: real, high: real })],
  ["activations/hardtanh", () => z.object({ low: real, high: real })],
  ["activations/leakyRelu", number],
  ["activations/elu", () => z.object({ alpha: real, scale: real })],
  ["activations/softplus", () => z.object({ beta: real, threshold: real })],
  ["activations/softmax", axis],
  ["activations/logSoftmax", axis],
  ["piecewise/hardshrink", number],
  ["piecewise/softshrink", number],
  ["piecewise/threshold", () => z.object({ threshold: real, value: real })],
  ["piecewise/celu", number],
  ["combining/lerpBy", number],
  ["combining/addScaled", number],
  ["combining/subScaled", number],
  ["combining/addcmul", number],
  ["combining/addcdiv", number],
  ["reduction/sum", reduction],
  ["reduction/mean", reduction],
  ["reduction/extreme", (inputs) => z.object({ ...reducing(rankOf(inputs)), largest: z.boolean() })],
  ["reduction/expand", ([x]) => shape.check(z.refine((to) => repeatsTo(x!.shape, to)))],
  ["statistics/variance", (inputs) => z.object({ ...reducing(rankOf(inputs)), correction: real })],
  ["statistics/std", (inputs) => z.object({ ...reducing(rankOf(inputs)), correction: real })],
  ["statistics/prod", reduction],
  [
    "statistics/norm",
    (inputs) =>
      z.object({
        ...reducing(rankOf(inputs)),
        p: real,
        as: z.enum(["NormBackward1", "LinalgVectorNormBackward0"]),
      }),
  ],
  ["statistics/logsumexp", reduction],
  ["statistics/cumsum", (inputs) => z.object({ dim: axisOf(rankOf(inputs)), fromEnd: z.boolean() })],
  ["statistics/cumprod", axis],
  ["linear-algebra/mm", () => z.optional(z.object({ x: z.boolean(), y: z.boolean() }))],
  ["linear-algebra/bmm", () => z.optional(z.object({ x: z.boolean(), y: z.boolean() }))],
  ["losses/mseLoss", loss],
  ["losses/smoothL1Loss", () => z.object({ beta: real, reduction: lossReduction })],
  ["losses/huberLoss", () => z.object({ delta: real, reduction: lossReduction })],
  ["losses/binaryCrossEntropy", loss],
  ["losses/binaryCrossEntropyWithLogits", loss],
  [
    "losses/pickRight",
    ([x]) =>
      z
        .object({ classes: constant, reduction: lossReduction })
        .check(z.refine(({ classes }) => x!.dim === 2 && classes.dim === 1 && classes.numel === x!.shape[0])),
  ],
  ["masking/tril", () => offset],
  ["masking/triu", () => offset],
  ["masking/maskedFill", () => z.object({ mask: constant, value: real })],
  ["placing/place", placing],
  ["placing/addAt", placing],
  [
    "shaping/put",
    ([x, values]) =>
      z
        .object({ indices: places(x!.numel) })
        .check(z.refine(({ indices }) => indices.length === values!.numel)),
  ],
  [
    "shaping/reshape",
    ([x]) =>
      z.object({
        shape: z.array(z.int().check(z.gte(-1), z.lte(most))).check(
          z.maxLength(8),
          z.refine((to) => to.includes(-1) || countEntries(to) === x!.numel),
        ),
        as: word,
        overload,
      }),
  ],
  [
    "shaping/permute",
    (inputs) =>
      z.object({
        order: z
          .array(z.int())
          .check(
            z.refine(
              (order) =>
                order.length === rankOf(inputs) &&
                order.toSorted((a, b) => a - b).every((dim, i) => dim === i),
            ),
          ),
        as: z.enum(["T", "Transpose", "Permute"]),
      }),
  ],
  [
    "shaping/gather",
    ([x]) =>
      z
        .object({ indices: places(x!.numel), shape, as: word, overload })
        .check(z.refine(({ indices, shape: to }) => indices.length === countEntries(to))),
  ],
  [
    "shaping/scatter",
    ([x]) =>
      z
        .object({ indices: places(most), shape, into: shape, as: word, overload })
        .check(
          z.refine(
            ({ indices, shape: from, into }) =>
              indices.length === x!.numel &&
              countEntries(from) === x!.numel &&
              indices.every((place) => place < countEntries(into)),
          ),
        ),
  ],
  ["shaping/diagonalMatrix", () => z.optional(offset)],
  ["shaping/cat", axis],
  ["shaping/stack", newAxis],
  ["shaping/cast", () => z.enum(["float32", "float64", "int64", "bool"])],
]);

/** What this operation may be told when it is applied to these inputs. */
export const toldTo = (operation: string, inputs: readonly Tensor[]): z.ZodMiniType =>
  (told.get(operation) ?? nothing)(inputs);
