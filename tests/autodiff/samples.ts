/**
 * How each operation is called when its derivatives are tested, under its name. The shapes,
 * axes and places are drawn; `operations.test.ts` fails for an operation that isn't here.
 */
import fc from "fast-check";
import { eye, fromEntries, tensor, tensordot, type Shape, type Tensor } from "#autodiff/index.ts";
import * as operations from "#autodiff/operations/index.ts";
import { countEntries } from "#autodiff/shape.ts";
import {
  anyAxis,
  anyShape,
  broadcastPair,
  lengths,
  meeting,
  placesBelow,
  someOf,
  type Interval,
} from "./drawing.ts";

/** One way to apply an operation: the shapes of its inputs, and what to do with them. */
export interface Call {
  shapes: readonly Shape[];
  of: (...inputs: Tensor[]) => Tensor;
}

export interface Sample {
  calls: fc.Arbitrary<Call>;
  /** Where the entries are drawn from, so that poles stay away; −2 to 2 unless said. */
  from?: Interval;
  /** 0 where the function bends or jumps. */
  kinks?: (...inputs: Tensor[]) => Tensor;
  /** For an operation that PyTorch has no derivative of. */
  withoutRule?: true;
}

type Domain = Omit<Sample, "calls">;

const of1 = (of: (x: Tensor) => Tensor, domain: Domain = {}): Sample => ({
  calls: anyShape.map((shape) => ({ shapes: [shape], of })),
  ...domain,
});

const of2 = (of: (x: Tensor, y: Tensor) => Tensor, domain: Domain = {}): Sample => ({
  calls: broadcastPair.map((shapes) => ({ shapes, of })),
  ...domain,
});

const of3 = (of: (x: Tensor, y: Tensor, z: Tensor) => Tensor, domain: Domain = {}): Sample => ({
  calls: broadcastPair.map(([first, second]) => ({ shapes: [second, first, second], of })),
  ...domain,
});

/** An operation along one axis; `least` is how many entries that has. */
const along = (
  of: (x: Tensor, dim: number) => Tensor,
  { least = 0, ...domain }: Domain & { least?: number } = {},
): Sample => ({
  calls: anyAxis
    .filter(({ shape, dim }) => shape.at(dim)! >= least)
    .map(({ shape, dim }) => ({ shapes: [shape], of: (x) => of(x, dim) })),
  ...domain,
});

/** A reduction over some axes, or over all; `least` is how many entries go into one. */
const reducing = (
  of: (x: Tensor, at: operations.Reduction) => Tensor,
  { least = 0, ...domain }: Domain & { least?: number } = {},
): Sample => ({
  calls: anyShape
    .chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        dims: fc.option(someOf(shape.length), { nil: undefined }),
        keepdim: fc.boolean(),
      }),
    )
    .filter(({ shape, dims }) => countEntries(dims?.map((dim) => shape[dim]!) ?? shape) >= least)
    .map(({ shape, dims, keepdim }) => ({
      shapes: [shape],
      of: (x) => of(x, operations.reduction(x, dims, keepdim)),
    })),
  ...domain,
});

/** Operands with a letter for each axis, as in "mk kn"; axes of the same letter have the same length. */
const sized = (axes: string, of: (...inputs: Tensor[]) => Tensor, domain: Domain = {}): Sample => {
  const letters = [...new Set(axes.replaceAll(" ", ""))];
  const shapesOf = (sizes: readonly number[]): Shape[] =>
    axes.split(" ").map((word) => Array.from(word, (letter) => sizes[letters.indexOf(letter)]!));
  return { calls: lengths(letters.length).map((sizes) => ({ shapes: shapesOf(sizes), of })), ...domain };
};

/** A loss of two tensors of one shape, in each of its reductions; there is no mean of nothing. */
const loss = (
  of: (x: Tensor, y: Tensor, by: operations.LossReduction) => Tensor,
  domain: Domain = {},
): Sample => ({
  calls: fc
    .tuple(anyShape, fc.constantFrom<operations.LossReduction[]>("mean", "sum", "none"))
    .filter(([shape]) => countEntries(shape) > 0)
    .map(([shape, by]) => ({ shapes: [shape, shape], of: (x, y) => of(x, y, by) })),
  ...domain,
});

/** A square matrix of entries between −½ and ½, moved well away from singular ones. */
const regular = (x: Tensor): Tensor => x.add(eye(x.shape[0]!, x.shape[0], { dtype: "float64" }).mul(3));

/** True and false by turns, but not in step with any axis. */
const mask = (shape: Shape): Tensor =>
  fromEntries(
    Array.from({ length: countEntries(shape) }, (_, i) => Number(i % 5 < 2)),
    shape,
    { dtype: "bool" },
  );

const indices = (places: readonly number[]): Int32Array => Int32Array.from(places);

/** Values for some places of a tensor. */
const placed = (
  of: (x: Tensor, values: Tensor, places: Int32Array) => Tensor,
  { distinct }: { distinct: boolean },
): Sample => ({
  calls: anyShape
    .filter((shape) => countEntries(shape) > 0)
    .chain((shape) => {
      const count = countEntries(shape);
      return (distinct ? someOf(count) : placesBelow(count, 5)).map((places) => ({
        shapes: [shape, [places.length]],
        of: (x, values) => of(x, values, indices(places)),
      }));
    }),
});

const positive: Interval = [0.5, 2];
const negative: Interval = [-2, -0.5];
const inside: Interval = [-0.5, 0.5];
const probabilities: Interval = [0.35, 0.65];

const fromWhole = (x: Tensor): Tensor => x.sub(operations.round(x));
const fromHalf = (x: Tensor): Tensor => fromWhole(x.add(0.5));
const fromBounds =
  (low: number, high: number) =>
  (x: Tensor): Tensor =>
    x.sub(low).mul(x.sub(high));
const product = (x: Tensor, y: Tensor): Tensor => x.matmul(y);
const apart = (x: Tensor, y: Tensor): Tensor => x.sub(y);
const itself = (x: Tensor): Tensor => x;

export const samples: Readonly<Record<string, Sample | readonly Sample[]>> = {
  add: of2(operations.add),
  sub: [of2((x, y) => operations.sub(x, y, false)), of2((x, y) => operations.sub(x, y, true))],
  mul: of2(operations.mul),
  div: [of2(operations.div, { from: positive }), of2(operations.div, { from: negative })],
  neg: of1(operations.neg),
  reciprocal: [
    of1(operations.reciprocal, { from: positive }),
    of1(operations.reciprocal, { from: negative }),
  ],
  pow: [
    ...[0, 1, 2, 3, 5].map((n) => of1((x) => operations.pow(x, n))),
    ...[-2, -1, 0.5, 2.5].map((n) => of1((x) => operations.pow(x, n), { from: positive })),
  ],
  powTensor: of2(operations.powTensor, { from: positive }),
  choose: {
    calls: broadcastPair.map((shapes) => ({
      shapes,
      of: (x, y) => operations.choose(x, y, mask(meeting(shapes))),
    })),
  },
  maximum: of2(operations.maximum, { kinks: apart }),
  minimum: of2(operations.minimum, { kinks: apart }),

  exp: of1(operations.exp),
  log: of1(operations.log, { from: positive }),
  sqrt: of1(operations.sqrt, { from: positive }),
  abs: of1(operations.abs, { kinks: itself }),
  sign: of1(operations.sign, { kinks: itself }),
  tanh: of1(operations.tanh),
  sigmoid: of1(operations.sigmoid),
  relu: of1(operations.relu, { kinks: itself }),
  positiveOnly: of1((x) => operations.positiveOnly(x, mask(x.shape).to("float64"))),
  sin: of1(operations.sin),
  cos: of1(operations.cos),

  expm1: of1(operations.expm1),
  log1p: of1(operations.log1p, { from: positive }),
  exp2: of1(operations.exp2),
  log2: of1(operations.log2, { from: positive }),
  log10: of1(operations.log10, { from: positive }),
  rsqrt: of1(operations.rsqrt, { from: positive }),
  logit: of1(operations.logit, { from: probabilities }),

  tan: of1(operations.tan, { from: [-0.8, 0.8] }),
  sinh: of1(operations.sinh),
  cosh: of1(operations.cosh),
  asin: of1(operations.asin, { from: inside }),
  acos: of1(operations.acos, { from: inside }),
  atan: of1(operations.atan),
  asinh: of1(operations.asinh),
  acosh: of1(operations.acosh, { from: [1.5, 3] }),
  atanh: of1(operations.atanh, { from: inside }),

  clamp: of1((x) => operations.clamp(x, { low: -1, high: 0.5 }), {
    kinks: fromBounds(-1, 0.5),
  }),
  hardtanh: of1((x) => operations.hardtanh(x, { low: -1, high: 0.5 }), {
    kinks: fromBounds(-1, 0.5),
  }),
  leakyRelu: of1((x) => operations.leakyRelu(x, 0.1), { kinks: itself }),
  elu: of1((x) => operations.elu(x, { alpha: 1.5, scale: 2 }), { kinks: itself }),
  erf: of1(operations.erf),
  erfinv: of1(operations.erfinv, { from: [-0.7, 0.7] }),
  erfc: [of1(operations.erfc), of1(operations.erfc, { from: [1.5, 2.5] })],
  gelu: of1(operations.gelu),
  geluTanh: of1(operations.geluTanh),
  mish: of1(operations.mish),
  silu: of1(operations.silu),
  softplus: of1((x) => operations.softplus(x, { beta: 2, threshold: 20 })),
  logSigmoid: of1(operations.logSigmoid),
  softmax: along(operations.softmax),
  logSoftmax: along(operations.logSoftmax),

  hardshrink: of1((x) => operations.hardshrink(x, 0.5), { kinks: fromBounds(-0.5, 0.5) }),
  softshrink: of1((x) => operations.softshrink(x, 0.5), { kinks: fromBounds(-0.5, 0.5) }),
  threshold: of1((x) => operations.threshold(x, { threshold: 0.5, value: 3 }), {
    kinks: (x) => x.sub(0.5),
  }),
  hardsigmoid: of1(operations.hardsigmoid, { from: [-5, 5], kinks: fromBounds(-3, 3) }),
  hardswish: of1(operations.hardswish, { from: [-5, 5], kinks: fromBounds(-3, 3) }),
  celu: of1((x) => operations.celu(x, 1.5), { kinks: itself }),

  atan2: of2(operations.atan2, { from: positive }),
  hypot: of2(operations.hypot, { from: positive }),
  fmax: of2(operations.fmax, { kinks: apart }),
  fmin: of2(operations.fmin, { kinks: apart }),
  fmod: of2((x, y) => operations.fmod(x, y, false), {
    from: positive,
    kinks: (x, y) => fromWhole(x.div(y)),
  }),
  copysign: of2((x, y) => operations.copysign(x, y, false), { kinks: (x, y) => x.mul(y) }),
  logaddexp: of2(operations.logaddexp),
  xlogy: of2((x, y) => operations.xlogy(x, y, false), { from: positive }),

  lerp: of3((x, y, w) => operations.lerp([x, y, w], undefined)),
  lerpBy: of2((x, y) => operations.lerpBy([x, y], 0.3)),
  addScaled: of2((x, y) => operations.addScaled([x, y], 3)),
  subScaled: of2((x, y) => operations.subScaled([x, y], 3)),
  addcmul: of3((x, y, z) => operations.addcmul([x, y, z], 3)),
  addcdiv: of3((x, y, z) => operations.addcdiv([x, y, z], 3), { from: positive }),
  addmv: sized("m mk k", (...terms) => operations.addmv(terms, undefined)),
  addr: sized("mn m n", (...terms) => operations.addr(terms, undefined)),
  baddbmm: sized("bmn bmk bkn", (...terms) => operations.baddbmm(terms, undefined)),

  floor: of1(operations.floor, { kinks: fromWhole }),
  ceil: of1(operations.ceil, { kinks: fromWhole }),
  trunc: of1(operations.trunc, { kinks: fromWhole }),
  round: of1(operations.round, { kinks: fromHalf }),
  frac: of1(operations.frac, { kinks: fromWhole }),
  floorDivide: of2(operations.floorDivide, { from: positive, withoutRule: true }),
  remainder: of2((x, y) => operations.remainder(x, y, false), {
    from: positive,
    kinks: (x, y) => fromWhole(x.div(y)),
  }),

  sum: reducing(operations.sum),
  mean: reducing(operations.mean, { least: 1 }),
  extreme: [true, false].map((largest) =>
    reducing((x, at) => operations.extreme(x, { ...at, largest }), { least: 1 }),
  ),
  expand: {
    calls: broadcastPair.map((shapes) => ({
      shapes: shapes.slice(0, 1),
      of: (x) => operations.expand(x, meeting(shapes)),
    })),
  },

  variance: [0, 1].map((correction) =>
    reducing((x, at) => operations.variance(x, { ...at, correction }), { least: 2 }),
  ),
  std: [0, 1].map((correction) =>
    reducing((x, at) => operations.std(x, { ...at, correction }), { least: 4 }),
  ),
  prod: reducing(operations.prod, { from: [0.5, 1.5] }),
  norm: [0, 1, 2, 3, 1.5, Infinity, -Infinity].map((p) =>
    reducing((x, at) => operations.norm(x, { ...at, p, as: "NormBackward1" }), { least: 1, from: positive }),
  ),
  logsumexp: reducing(operations.logsumexp, { least: 1 }),
  cumsum: [true, false].map((fromEnd) => along((x, dim) => operations.cumsum(x, { dim, fromEnd }))),
  cumprod: along(operations.cumprod),
  trace: sized("mn", (x) => operations.trace(x)),

  mm: sized("mk kn", (x, y) => operations.mm(x, y)),
  mv: sized("mk k", (x, y) => operations.mv(x, y)),
  dot: sized("k k", (x, y) => operations.dot(x, y)),
  bmm: sized("bmk bkn", (x, y) => operations.bmm(x, y)),
  addmm: [
    sized("mn mk kn", (...terms) => operations.addmm(terms, undefined)),
    sized("n mk kn", (...terms) => operations.addmm(terms, undefined)),
  ],

  inverse: sized("nn", (x) => operations.inverse(regular(x)), { from: inside }),
  determinant: sized("nn", (x) => operations.determinant(regular(x)), { from: inside }),
  solve: [
    sized("nn nm", (x, y) => operations.solve(regular(x), y), { from: inside }),
    sized("nn n", (x, y) => operations.solve(regular(x), y), { from: inside }),
  ],

  mseLoss: loss(operations.mseLoss),
  smoothL1Loss: loss((x, y, reduction) => operations.smoothL1Loss(x, y, { beta: 1, reduction }), {
    kinks: (x, y) => x.sub(y).abs().sub(1),
  }),
  huberLoss: loss((x, y, reduction) => operations.huberLoss(x, y, { delta: 1.5, reduction }), {
    kinks: (x, y) => x.sub(y).abs().sub(1.5),
  }),
  binaryCrossEntropy: loss(operations.binaryCrossEntropy, { from: probabilities }),
  binaryCrossEntropyWithLogits: loss(operations.binaryCrossEntropyWithLogits),
  pickRight: {
    calls: lengths(2).chain(([rows, classes]) =>
      fc
        .tuple(
          placesBelow(classes!, rows!),
          fc.constantFrom<operations.LossReduction[]>("mean", "sum", "none"),
        )
        .map(([right, by]) => ({
          shapes: [[rows!, classes!]],
          of: (x) => operations.nllLoss(x, tensor(right, { dtype: "int64" }), by),
        })),
    ),
  },

  tril: [-1, 0, 1].map((diagonal) => sized("bmn", (x) => operations.tril(x, diagonal))),
  triu: [-1, 0, 1].map((diagonal) => sized("mn", (x) => operations.triu(x, diagonal))),
  maskedFill: of1((x) => operations.maskedFill(x, { mask: mask(x.shape), value: 7 })),

  scatter: placed((x, y, places) => operations.scatter(x, y, { indices: places, as: "Scatter" }), {
    distinct: true,
  }),
  scatterAdd: placed((x, y, places) => operations.scatterAdd(x, y, { indices: places, as: "ScatterAdd" }), {
    distinct: false,
  }),

  reshape: of1((x) => operations.reshape(x, { shape: x.shape.toReversed(), as: "View" })),
  permute: [
    sized("mn", (x) => operations.permute(x, { order: [1, 0], as: "T" })),
    {
      calls: anyShape.chain((shape) => {
        const axes = shape.map((_, axis) => axis);
        return fc
          .shuffledSubarray(axes, { minLength: axes.length })
          .map((order) => ({ shapes: [shape], of: (x) => operations.permute(x, { order, as: "Permute" }) }));
      }),
    },
  ],
  take: {
    calls: anyShape.chain((shape) =>
      placesBelow(countEntries(shape), 6).map((places) => ({
        shapes: [shape],
        of: (x) =>
          operations.take(x, { indices: indices(places), shape: [places.length / 2, 2], as: "Index" }),
      })),
    ),
  },
  takeBackward: {
    calls: anyShape
      .filter((into) => countEntries(into) > 0)
      .chain((into) =>
        placesBelow(countEntries(into), 6).map((places) => ({
          shapes: [[3, 2]],
          of: (x) =>
            operations.takeBackward(x, { indices: indices(places), shape: [3, 2], into, as: "Index" }),
        })),
      ),
  },
  diagonalMatrix: sized("n", (x) => operations.diagonalMatrix(x)),
  indexPut: placed((x, y, places) => operations.indexPut(x, y, { indices: places }), { distinct: true }),
  cat: {
    calls: anyAxis.chain(({ shape, dim }) =>
      fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }).map((widths) => ({
        shapes: widths.map((width) => shape.with(dim, width)),
        of: (...inputs) => operations.cat(inputs, dim),
      })),
    ),
  },
  stack: {
    calls: fc.tuple(anyAxis, fc.integer({ min: 1, max: 3 })).map(([{ shape, dim }, count]) => ({
      shapes: new Array<Shape>(count).fill(shape),
      of: (...inputs) => operations.stack(inputs, dim),
    })),
  },
  cast: of1((x) => operations.cast(x, "float64")),
  clone: of1(operations.clone),
};

/** What is put together from operations, by methods and functions that users call. */
export const compositions: Readonly<Record<string, Sample | readonly Sample[]>> = {
  rsub: of2((x, y) => x.rsub(y)),
  rdiv: of1((x) => x.rdiv(3), { from: positive }),
  rpow: of1((x) => x.rpow(2)),
  softmax: along((x, dim) => x.softmax(dim), { least: 1 }),
  logSoftmax: along((x, dim) => x.logSoftmax(dim), { least: 1 }),
  matmul: [
    sized("k kn", product),
    sized("bmk k", product),
    sized("mk bkn", product),
    sized("abmk bkn", product),
  ],
  tensordot: [
    sized("mak akn", (x, y) => tensordot(x, y)),
    sized("km nk", (x, y) => tensordot(x, y, [[0], [1]])),
  ],
  var: reducing((x, { dims, keepdim }) => x.var(dims, 0, keepdim), { least: 1 }),
  select: {
    calls: anyAxis
      .filter(({ shape, dim }) => shape.at(dim)! > 0)
      .chain(({ shape, dim }) =>
        fc.nat(shape.at(dim)! - 1).map((index) => ({ shapes: [shape], of: (x) => x.select(dim, index) })),
      ),
  },
  slice: {
    calls: fc
      .tuple(anyAxis, fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.constantFrom(1, 2))
      .map(([{ shape, dim }, start, stop, step]) => ({
        shapes: [shape],
        of: (x) => x.slice(dim, start, stop, step),
      })),
  },
  indexWith: {
    calls: fc
      .tuple(lengths(3), fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }))
      .map(([shape, places]) => ({
        shapes: [shape],
        of: (x) => {
          const list = (length: number) =>
            tensor(
              places.map((place) => place % length),
              { dtype: "int64" },
            );
          return x.indexWith(list(shape[0]!), null, list(shape[2]!));
        },
      })),
  },
  squeeze: of1((x) => x.squeeze()),
  unsqueeze: along((x, dim) => x.unsqueeze(dim)),
  transpose: of1((x) => x.T),
  clamp: of1((x) => x.clamp(-1, 1), { kinks: fromBounds(-1, 1) }),
};
