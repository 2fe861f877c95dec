/**
 * How each operation is called when its derivatives are tested, under its name. The shapes,
 * axes and places are drawn; `operations.test.ts` fails for an operation that isn't here.
 */
import fc from "fast-check";
import { eye, fromEntries, tensor, tensordot, type Shape, type Tensor } from "#autodiff/index.ts";
import * as activations from "#autodiff/operations/activations.ts";
import * as arithmetic from "#autodiff/operations/arithmetic.ts";
import * as combining from "#autodiff/operations/combining.ts";
import * as exponentials from "#autodiff/operations/exponentials.ts";
import * as ofTwo from "#autodiff/operations/functions-of-two.ts";
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
  of: (x: Tensor, at: reduction.Reduction) => Tensor,
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
      of: (x) => of(x, reduction.reduction(x, dims, keepdim)),
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
const loss = (of: (x: Tensor, y: Tensor, by: losses.Reduction) => Tensor, domain: Domain = {}): Sample => ({
  calls: fc
    .tuple(anyShape, fc.constantFrom<losses.Reduction[]>("mean", "sum", "none"))
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

const fromWhole = (x: Tensor): Tensor => x.sub(rounding.round(x));
const fromHalf = (x: Tensor): Tensor => fromWhole(x.add(0.5));
const fromBounds =
  (low: number, high: number) =>
  (x: Tensor): Tensor =>
    x.sub(low).mul(x.sub(high));
const product = (x: Tensor, y: Tensor): Tensor => x.matmul(y);
const apart = (x: Tensor, y: Tensor): Tensor => x.sub(y);
const itself = (x: Tensor): Tensor => x;

export const samples: Readonly<Record<string, Sample | readonly Sample[]>> = {
  add: of2(arithmetic.add),
  sub: [of2((x, y) => arithmetic.sub(x, y, false)), of2((x, y) => arithmetic.sub(x, y, true))],
  mul: of2(arithmetic.mul),
  div: [of2(arithmetic.div, { from: positive }), of2(arithmetic.div, { from: negative })],
  neg: of1(arithmetic.neg),
  reciprocal: [
    of1(arithmetic.reciprocal, { from: positive }),
    of1(arithmetic.reciprocal, { from: negative }),
  ],
  pow: [
    ...[0, 1, 2, 3, 5].map((n) => of1((x) => arithmetic.pow(x, n))),
    ...[-2, -1, 0.5, 2.5].map((n) => of1((x) => arithmetic.pow(x, n), { from: positive })),
  ],
  powTensor: of2(arithmetic.powTensor, { from: positive }),
  choose: {
    calls: broadcastPair.map((shapes) => ({
      shapes,
      of: (x, y) => arithmetic.choose(x, y, mask(meeting(shapes))),
    })),
  },
  maximum: of2(arithmetic.maximum, { kinks: apart }),
  minimum: of2(arithmetic.minimum, { kinks: apart }),

  exp: of1(functions.exp),
  log: of1(functions.log, { from: positive }),
  sqrt: of1(functions.sqrt, { from: positive }),
  abs: of1(functions.abs, { kinks: itself }),
  sign: of1(functions.sign, { kinks: itself }),
  tanh: of1(functions.tanh),
  sigmoid: of1(functions.sigmoid),
  relu: of1(functions.relu, { kinks: itself }),
  positiveOnly: of1((x) => functions.positiveOnly(x, mask(x.shape).to("float64"))),
  sin: of1(functions.sin),
  cos: of1(functions.cos),

  expm1: of1(exponentials.expm1),
  log1p: of1(exponentials.log1p, { from: positive }),
  exp2: of1(exponentials.exp2),
  log2: of1(exponentials.log2, { from: positive }),
  log10: of1(exponentials.log10, { from: positive }),
  rsqrt: of1(exponentials.rsqrt, { from: positive }),
  logit: of1(exponentials.logit, { from: probabilities }),

  tan: of1(trigonometry.tan, { from: [-0.8, 0.8] }),
  sinh: of1(trigonometry.sinh),
  cosh: of1(trigonometry.cosh),
  asin: of1(trigonometry.asin, { from: inside }),
  acos: of1(trigonometry.acos, { from: inside }),
  atan: of1(trigonometry.atan),
  asinh: of1(trigonometry.asinh),
  acosh: of1(trigonometry.acosh, { from: [1.5, 3] }),
  atanh: of1(trigonometry.atanh, { from: inside }),

  clamp: of1((x) => activations.clamp(x, { low: -1, high: 0.5 }), {
    kinks: fromBounds(-1, 0.5),
  }),
  hardtanh: of1((x) => activations.hardtanh(x, { low: -1, high: 0.5 }), {
    kinks: fromBounds(-1, 0.5),
  }),
  leakyRelu: of1((x) => activations.leakyRelu(x, 0.1), { kinks: itself }),
  elu: of1((x) => activations.elu(x, { alpha: 1.5, scale: 2 }), { kinks: itself }),
  erf: of1(activations.erf),
  erfinv: of1(activations.erfinv, { from: [-0.7, 0.7] }),
  erfc: [of1(activations.erfc), of1(activations.erfc, { from: [1.5, 2.5] })],
  gelu: of1(activations.gelu),
  geluTanh: of1(activations.geluTanh),
  mish: of1(activations.mish),
  silu: of1(activations.silu),
  softplus: of1((x) => activations.softplus(x, { beta: 2, threshold: 20 })),
  logSigmoid: of1(activations.logSigmoid),
  softmax: along(activations.softmax),
  logSoftmax: along(activations.logSoftmax),

  hardshrink: of1((x) => piecewise.hardshrink(x, 0.5), { kinks: fromBounds(-0.5, 0.5) }),
  softshrink: of1((x) => piecewise.softshrink(x, 0.5), { kinks: fromBounds(-0.5, 0.5) }),
  threshold: of1((x) => piecewise.threshold(x, { threshold: 0.5, value: 3 }), {
    kinks: (x) => x.sub(0.5),
  }),
  hardsigmoid: of1(piecewise.hardsigmoid, { from: [-5, 5], kinks: fromBounds(-3, 3) }),
  hardswish: of1(piecewise.hardswish, { from: [-5, 5], kinks: fromBounds(-3, 3) }),
  celu: of1((x) => piecewise.celu(x, 1.5), { kinks: itself }),

  atan2: of2(ofTwo.atan2, { from: positive }),
  hypot: of2(ofTwo.hypot, { from: positive }),
  fmax: of2(ofTwo.fmax, { kinks: apart }),
  fmin: of2(ofTwo.fmin, { kinks: apart }),
  fmod: of2((x, y) => ofTwo.fmod(x, y, false), {
    from: positive,
    kinks: (x, y) => fromWhole(x.div(y)),
  }),
  copysign: of2((x, y) => ofTwo.copysign(x, y, false), { kinks: (x, y) => x.mul(y) }),
  logaddexp: of2(ofTwo.logaddexp),
  xlogy: of2((x, y) => ofTwo.xlogy(x, y, false), { from: positive }),

  lerp: of3((x, y, w) => combining.lerp([x, y, w], undefined)),
  lerpBy: of2((x, y) => combining.lerpBy([x, y], 0.3)),
  addScaled: of2((x, y) => combining.addScaled([x, y], 3)),
  subScaled: of2((x, y) => combining.subScaled([x, y], 3)),
  addcmul: of3((x, y, z) => combining.addcmul([x, y, z], 3)),
  addcdiv: of3((x, y, z) => combining.addcdiv([x, y, z], 3), { from: positive }),
  addmv: sized("m mk k", (...terms) => combining.addmv(terms, undefined)),
  addr: sized("mn m n", (...terms) => combining.addr(terms, undefined)),
  baddbmm: sized("bmn bmk bkn", (...terms) => combining.baddbmm(terms, undefined)),

  floor: of1(rounding.floor, { kinks: fromWhole }),
  ceil: of1(rounding.ceil, { kinks: fromWhole }),
  trunc: of1(rounding.trunc, { kinks: fromWhole }),
  round: of1(rounding.round, { kinks: fromHalf }),
  frac: of1(rounding.frac, { kinks: fromWhole }),
  floorDivide: of2(rounding.floorDivide, { from: positive, withoutRule: true }),
  remainder: of2((x, y) => rounding.remainder(x, y, false), {
    from: positive,
    kinks: (x, y) => fromWhole(x.div(y)),
  }),

  sum: reducing(reduction.sum),
  mean: reducing(reduction.mean, { least: 1 }),
  extreme: [true, false].map((largest) =>
    reducing((x, at) => reduction.extreme(x, { ...at, largest }), { least: 1 }),
  ),
  expand: {
    calls: broadcastPair.map((shapes) => ({
      shapes: shapes.slice(0, 1),
      of: (x) => reduction.expand(x, meeting(shapes)),
    })),
  },

  variance: [0, 1].map((correction) =>
    reducing((x, at) => statistics.variance(x, { ...at, correction }), { least: 2 }),
  ),
  std: [0, 1].map((correction) =>
    reducing((x, at) => statistics.std(x, { ...at, correction }), { least: 4 }),
  ),
  prod: reducing(statistics.prod, { from: [0.5, 1.5] }),
  norm: [0, 1, 2, 3, 1.5, Infinity, -Infinity].map((p) =>
    reducing((x, at) => statistics.norm(x, { ...at, p, as: "NormBackward1" }), { least: 1, from: positive }),
  ),
  logsumexp: reducing(statistics.logsumexp, { least: 1 }),
  cumsum: [true, false].map((fromEnd) => along((x, dim) => statistics.cumsum(x, { dim, fromEnd }))),
  cumprod: along(statistics.cumprod),
  trace: sized("mn", (x) => statistics.trace(x)),

  mm: sized("mk kn", (x, y) => linearAlgebra.mm(x, y)),
  mv: sized("mk k", (x, y) => linearAlgebra.mv(x, y)),
  dot: sized("k k", (x, y) => linearAlgebra.dot(x, y)),
  bmm: sized("bmk bkn", (x, y) => linearAlgebra.bmm(x, y)),
  addmm: [
    sized("mn mk kn", (...terms) => linearAlgebra.addmm(terms, undefined)),
    sized("n mk kn", (...terms) => linearAlgebra.addmm(terms, undefined)),
  ],

  inverse: sized("nn", (x) => inverse.inverse(regular(x)), { from: inside }),
  determinant: sized("nn", (x) => inverse.determinant(regular(x)), { from: inside }),
  solve: [
    sized("nn nm", (x, y) => inverse.solve(regular(x), y), { from: inside }),
    sized("nn n", (x, y) => inverse.solve(regular(x), y), { from: inside }),
  ],

  mseLoss: loss(losses.mseLoss),
  smoothL1Loss: loss((x, y, reduction) => losses.smoothL1Loss(x, y, { beta: 1, reduction }), {
    kinks: (x, y) => x.sub(y).abs().sub(1),
  }),
  huberLoss: loss((x, y, reduction) => losses.huberLoss(x, y, { delta: 1.5, reduction }), {
    kinks: (x, y) => x.sub(y).abs().sub(1.5),
  }),
  binaryCrossEntropy: loss(losses.binaryCrossEntropy, { from: probabilities }),
  binaryCrossEntropyWithLogits: loss(losses.binaryCrossEntropyWithLogits),
  pickRight: {
    calls: lengths(2).chain(([rows, classes]) =>
      fc
        .tuple(placesBelow(classes!, rows!), fc.constantFrom<losses.Reduction[]>("mean", "sum", "none"))
        .map(([right, by]) => ({
          shapes: [[rows!, classes!]],
          of: (x) => losses.nllLoss(x, tensor(right, { dtype: "int64" }), by),
        })),
    ),
  },

  tril: [-1, 0, 1].map((diagonal) => sized("bmn", (x) => masking.tril(x, diagonal))),
  triu: [-1, 0, 1].map((diagonal) => sized("mn", (x) => masking.triu(x, diagonal))),
  maskedFill: of1((x) => masking.maskedFill(x, { mask: mask(x.shape), value: 7 })),

  place: placed((x, y, places) => placing.place(x, y, { indices: places, as: "Scatter" }), {
    distinct: true,
  }),
  addAt: placed((x, y, places) => placing.addAt(x, y, { indices: places, as: "ScatterAdd" }), {
    distinct: false,
  }),

  reshape: of1((x) => shaping.reshape(x, { shape: x.shape.toReversed(), as: "View" })),
  permute: [
    sized("mn", (x) => shaping.permute(x, { order: [1, 0], as: "T" })),
    {
      calls: anyShape.chain((shape) => {
        const axes = shape.map((_, axis) => axis);
        return fc
          .shuffledSubarray(axes, { minLength: axes.length })
          .map((order) => ({ shapes: [shape], of: (x) => shaping.permute(x, { order, as: "Permute" }) }));
      }),
    },
  ],
  gather: {
    calls: anyShape.chain((shape) =>
      placesBelow(countEntries(shape), 6).map((places) => ({
        shapes: [shape],
        of: (x) =>
          shaping.gather(x, { indices: indices(places), shape: [places.length / 2, 2], as: "Index" }),
      })),
    ),
  },
  scatter: {
    calls: anyShape
      .filter((into) => countEntries(into) > 0)
      .chain((into) =>
        placesBelow(countEntries(into), 6).map((places) => ({
          shapes: [[3, 2]],
          of: (x) => shaping.scatter(x, { indices: indices(places), shape: [3, 2], into, as: "Index" }),
        })),
      ),
  },
  diagonalMatrix: sized("n", (x) => shaping.diagonalMatrix(x)),
  put: placed((x, y, places) => shaping.put(x, y, { indices: places }), { distinct: true }),
  cat: {
    calls: anyAxis.chain(({ shape, dim }) =>
      fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }).map((widths) => ({
        shapes: widths.map((width) => shape.with(dim, width)),
        of: (...inputs) => shaping.cat(inputs, dim),
      })),
    ),
  },
  stack: {
    calls: fc.tuple(anyAxis, fc.integer({ min: 1, max: 3 })).map(([{ shape, dim }, count]) => ({
      shapes: new Array<Shape>(count).fill(shape),
      of: (...inputs) => shaping.stack(inputs, dim),
    })),
  },
  cast: of1((x) => shaping.cast(x, "float64")),
  clone: of1(shaping.clone),
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
  takeAt: {
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
          return x.takeAt(list(shape[0]!), null, list(shape[2]!));
        },
      })),
  },
  squeeze: of1((x) => x.squeeze()),
  unsqueeze: along((x, dim) => x.unsqueeze(dim)),
  transpose: of1((x) => x.T),
  clamp: of1((x) => x.clamp(-1, 1), { kinks: fromBounds(-1, 1) }),
};
