import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cat, fromEntries, grad, stack, tensordot, where, type Tensor } from "#autodiff/index.ts";
import * as activations from "#autodiff/operations/activations.ts";
import * as exponentials from "#autodiff/operations/exponentials.ts";
import { addmm } from "#autodiff/operations/linear-algebra.ts";
import * as losses from "#autodiff/operations/losses.ts";
import { maskedFill, tril, triu } from "#autodiff/operations/masking.ts";
import { reduction } from "#autodiff/operations/reduction.ts";
import { remainder } from "#autodiff/operations/rounding.ts";
import { diagonalMatrix, put, rearrange } from "#autodiff/operations/shaping.ts";
import * as statistics from "#autodiff/operations/statistics.ts";
import * as trigonometry from "#autodiff/operations/trigonometry.ts";
import { centralDifferences, engineGradients, relativeError } from "./finite-differences.ts";

type Shapes = readonly (readonly number[])[];

interface Sample {
  of: (...inputs: Tensor[]) => Tensor;
  /** Shapes of the inputs, several sets to try. */
  shapes: readonly Shapes[];
  /** Where the entries are drawn from; away from kinks and poles. */
  from?: readonly [number, number];
}

const elementwise: Shapes[] = [[[]], [[3]], [[2, 3]], [[2, 1, 3]]];
const broadcast: Shapes[] = [
  [[], []],
  [[3], [3]],
  [[2, 3], [3]],
  [
    [2, 3],
    [1, 3],
  ],
  [
    [2, 1],
    [1, 3],
  ],
  [[], [2, 2]],
  [[2, 3], []],
  [
    [4, 1, 2],
    [3, 1],
  ],
];

const samples: Record<string, Sample> = {
  add: { of: (x, y) => x.add(y), shapes: broadcast },
  sub: { of: (x, y) => x.sub(y), shapes: broadcast },
  rsub: { of: (x, y) => x.rsub(y), shapes: broadcast },
  mul: { of: (x, y) => x.mul(y), shapes: broadcast },
  div: { of: (x, y) => x.div(y), shapes: broadcast, from: [0.5, 2] },
  rdiv: { of: (x) => x.rdiv(3), shapes: elementwise, from: [0.5, 2] },
  pow: { of: (x) => x.pow(3), shapes: elementwise },
  "pow of a half": { of: (x) => x.pow(0.5), shapes: elementwise, from: [0.5, 2] },
  "pow of a negative": { of: (x) => x.pow(-2), shapes: elementwise, from: [0.5, 2] },
  "pow of a tensor": { of: (x, y) => x.pow(y), shapes: broadcast, from: [0.5, 2] },
  rpow: { of: (x) => x.rpow(2), shapes: elementwise },
  neg: { of: (x) => x.neg(), shapes: elementwise },
  reciprocal: { of: (x) => x.reciprocal(), shapes: elementwise, from: [0.5, 2] },
  "maximum, left": { of: (x, y) => x.add(5).maximum(y), shapes: broadcast },
  "maximum, right": { of: (x, y) => x.maximum(y.add(5)), shapes: broadcast },
  "minimum, left": { of: (x, y) => x.minimum(y.add(5)), shapes: broadcast },
  "minimum, right": { of: (x, y) => x.add(5).minimum(y), shapes: broadcast },
  exp: { of: (x) => x.exp(), shapes: elementwise },
  log: { of: (x) => x.log(), shapes: elementwise, from: [0.5, 2] },
  sqrt: { of: (x) => x.sqrt(), shapes: elementwise, from: [0.5, 2] },
  abs: { of: (x) => x.abs(), shapes: elementwise, from: [-2, -0.5] },
  tanh: { of: (x) => x.tanh(), shapes: elementwise },
  sigmoid: { of: (x) => x.sigmoid(), shapes: elementwise },
  relu: { of: (x) => x.relu(), shapes: elementwise, from: [0.5, 2] },
  sin: { of: (x) => x.sin(), shapes: elementwise },
  cos: { of: (x) => x.cos(), shapes: elementwise },
  where: { of: (x, y) => where(x.gt(0), x, y), shapes: [[[2, 3], [3]]], from: [0.5, 2] },
  softmax: { of: (x) => x.softmax(-1), shapes: [[[3]], [[2, 3]]] },
  logSoftmax: { of: (x) => x.logSoftmax(0), shapes: [[[3]], [[2, 3]]] },
  sum: { of: (x) => x.sum(), shapes: elementwise },
  "sum over a dim": { of: (x) => x.sum(0), shapes: [[[3]], [[2, 3]], [[2, 3, 2]]] },
  "sum over dims, kept": { of: (x) => x.sum([0, -1], true), shapes: [[[2, 3]], [[2, 3, 2]]] },
  mean: { of: (x) => x.mean(), shapes: elementwise },
  "mean over a dim": { of: (x) => x.mean(-1, true), shapes: [[[3]], [[2, 3]]] },
  amax: { of: (x) => x.amax(0), shapes: [[[3]], [[2, 3]]] },
  amin: { of: (x) => x.amin(), shapes: [[[3]], [[2, 3]]] },
  "matmul of matrices": { of: (x, y) => x.matmul(y), shapes: [[[2, 3], [3, 4]], [[5, 6], [6, 7]]] }, // prettier-ignore
  "matmul with vectors": { of: (x, y) => x.matmul(y), shapes: [[[3], [3]], [[2, 3], [3]], [[3], [3, 2]]] }, // prettier-ignore
  "matmul of batches": { of: (x, y) => x.matmul(y), shapes: [[[2, 2, 3], [2, 3, 2]], [[2, 2, 3], [3, 2]], [[2, 3], [2, 3, 2]], [[3], [2, 3, 2]], [[2, 1, 2, 3], [3, 3, 2]]] }, // prettier-ignore
  tensordot: { of: (x, y) => tensordot(x, y, 1), shapes: [[[2, 3], [3, 2]], [[2, 2, 3], [3, 2]]] }, // prettier-ignore
  "tensordot over two axes": {
    of: (x, y) => tensordot(x, y),
    shapes: [
      [
        [4, 2, 3],
        [2, 3, 2],
      ],
    ],
  },
  "tensordot over named axes": {
    of: (x, y) => tensordot(x, y, [[0], [1]]),
    shapes: [
      [
        [3, 2],
        [4, 3],
      ],
    ],
  },
  reshape: { of: (x) => x.reshape([3, -1]), shapes: [[[3]], [[2, 3]]] },
  transpose: { of: (x) => x.T, shapes: [[[3]], [[2, 3]], [[2, 3, 4]]] },
  permute: { of: (x) => x.permute([2, 0, 1]), shapes: [[[2, 3, 4]]] },
  expand: { of: (x) => x.expand([2, 3]), shapes: [[[]], [[3]], [[2, 1]], [[1, 3]]] },
  select: { of: (x) => x.select(-1, 1), shapes: [[[3]], [[2, 3]]] },
  slice: { of: (x) => x.slice(0, 1, null, 2), shapes: [[[4]], [[5, 2]]] },
  takeAt: {
    of: (x) => x.takeAt(fromEntries([0, 1, 0], [3], { dtype: "int64" })),
    shapes: [[[2]], [[2, 3]]],
  },
  squeeze: { of: (x) => x.squeeze(), shapes: [[[1, 3, 1]]] },
  unsqueeze: { of: (x) => x.unsqueeze(1), shapes: [[[2, 3]]] },
  cat: {
    of: (x, y) => cat([x, y], 1),
    shapes: [
      [
        [2, 3],
        [2, 1],
      ],
    ],
  },
  stack: {
    of: (x, y) => stack([x, y], 1),
    shapes: [
      [
        [2, 3],
        [2, 3],
      ],
    ],
  },
  clone: { of: (x) => x.clone(), shapes: elementwise },
  expm1: { of: (x) => exponentials.expm1(x), shapes: elementwise },
  exp2: { of: (x) => exponentials.exp2(x), shapes: elementwise },
  log1p: { of: (x) => exponentials.log1p(x), shapes: elementwise, from: [0.5, 2] },
  log2: { of: (x) => exponentials.log2(x), shapes: elementwise, from: [0.5, 2] },
  log10: { of: (x) => exponentials.log10(x), shapes: elementwise, from: [0.5, 2] },
  rsqrt: { of: (x) => exponentials.rsqrt(x), shapes: elementwise, from: [0.5, 2] },
  tan: { of: (x) => trigonometry.tan(x), shapes: elementwise, from: [-1, 1] },
  sinh: { of: (x) => trigonometry.sinh(x), shapes: elementwise },
  cosh: { of: (x) => trigonometry.cosh(x), shapes: elementwise },
  asin: { of: (x) => trigonometry.asin(x), shapes: elementwise, from: [-0.7, 0.7] },
  acos: { of: (x) => trigonometry.acos(x), shapes: elementwise, from: [-0.7, 0.7] },
  atan: { of: (x) => trigonometry.atan(x), shapes: elementwise },
  remainder: { of: (x, y) => remainder(x, y.add(3)), shapes: [[[2, 3], [3]]], from: [0.2, 0.8] },
  clamp: { of: (x) => activations.clamp(x, { low: 0, high: 3 }), shapes: elementwise, from: [0.5, 2] },
  hardtanh: { of: (x) => activations.hardtanh(x, { low: 0, high: 1 }), shapes: elementwise, from: [1.5, 2] },
  leakyRelu: { of: (x) => activations.leakyRelu(x, 0.1), shapes: elementwise, from: [-2, -0.5] },
  elu: { of: (x) => activations.elu(x, { alpha: 1.5, scale: 2 }), shapes: elementwise, from: [-2, -0.5] },
  erf: { of: (x) => activations.erf(x), shapes: elementwise },
  gelu: { of: (x) => activations.gelu(x), shapes: elementwise },
  silu: { of: (x) => activations.silu(x), shapes: elementwise },
  softplus: { of: (x) => activations.softplus(x, { beta: 2, threshold: 20 }), shapes: elementwise },
  logSigmoid: { of: (x) => activations.logSigmoid(x), shapes: elementwise },
  "softmax as one operation": { of: (x) => activations.softmax(x, -1), shapes: [[[3]], [[2, 3]]] },
  "logSoftmax as one operation": { of: (x) => activations.logSoftmax(x, 0), shapes: [[[3]], [[2, 3]]] },
  variance: {
    of: (x) => statistics.variance(x, { ...reduction(x, 0, false), correction: 1 }),
    shapes: [[[3]], [[4, 2]]],
  },
  std: {
    of: (x) => statistics.std(x, { ...reduction(x, undefined, false), correction: 0 }),
    shapes: [[[3]], [[2, 3]]],
  },
  prod: { of: (x) => statistics.prod(x, reduction(x, -1, true)), shapes: [[[3]], [[2, 3]]], from: [0.5, 2] },
  ...Object.fromEntries(
    [1, 2, 3, Infinity].map((p) => [
      `norm ${p}`,
      {
        of: (x: Tensor) => statistics.norm(x, { ...reduction(x, 0, false), p, as: "NormBackward1" }),
        shapes: [[[3]], [[3, 2]]],
        from: [0.5, 2],
      } satisfies Sample,
    ]),
  ),
  logsumexp: { of: (x) => statistics.logsumexp(x, reduction(x, 0, false)), shapes: [[[3]], [[3, 2]]] },
  cumsum: {
    of: (x) => statistics.cumsum(x, { dim: 0, fromEnd: false }),
    shapes: [[[3]], [[3, 2]]],
  },
  cumprod: { of: (x) => statistics.cumprod(x, 0), shapes: [[[3]], [[3, 2]]] },
  trace: { of: (x) => statistics.trace(x), shapes: [[[3, 3]], [[2, 3]]] },
  addmm: { of: (b, x, y) => addmm([b, x, y], undefined), shapes: [[[2], [3, 4], [4, 2]]] }, // prettier-ignore
  diagonalMatrix: { of: (x) => diagonalMatrix(x), shapes: [[[3]]] },
  put: {
    of: (x, y) => put(x, y, { indices: Int32Array.of(4, 1) }),
    shapes: [[[2, 3], [2]]],
  },
  rearrange: {
    of: (x) => rearrange(x, "Flip", (places) => cat([places, places.T.reshape(places.shape)], 0)),
    shapes: [[[2, 3]]],
  },
  tril: { of: (x) => tril(x, 0), shapes: [[[3, 3]], [[2, 3, 2]]] },
  triu: { of: (x) => triu(x, 1), shapes: [[[3, 3]]] },
  maskedFill: {
    of: (x) => maskedFill(x, { mask: x.detach().gt(0), value: 7 }),
    shapes: [[[2, 3]]],
    from: [0.5, 2],
  },
  ...Object.fromEntries(
    (["mean", "sum", "none"] as const).map((by) => [
      `mseLoss, ${by}`,
      {
        of: (x: Tensor, y: Tensor) => losses.mseLoss(x, y, by),
        shapes: [
          [
            [2, 3],
            [2, 3],
          ],
        ],
      },
    ]),
  ),
  smoothL1Loss: {
    of: (x, y) => losses.smoothL1Loss(x, y.mul(4).add(9), { beta: 0.5, reduction: "mean" }),
    shapes: [[[3], [3]]],
  },
  huberLoss: {
    of: (x, y) => losses.huberLoss(x, y.mul(0.1), { delta: 9, reduction: "sum" }),
    shapes: [[[3], [3]]],
  },
  binaryCrossEntropy: {
    of: (x, y) => losses.binaryCrossEntropy(x, y, "mean"),
    shapes: [[[3], [3]]],
    from: [0.2, 0.8],
  },
  binaryCrossEntropyWithLogits: {
    of: (x, y) => losses.binaryCrossEntropyWithLogits(x, y, "sum"),
    shapes: [[[3], [3]]],
    from: [0.2, 0.8],
  },
  nllLoss: {
    of: (x) => losses.nllLoss(x, fromEntries([2, 0], [2], { dtype: "int64" }), "mean"),
    shapes: [[[2, 3]]],
  },
};

test("a product's derivative at zeros is the product of the others", () => {
  const x = fromEntries([2, 0, 3], [3], { requiresGrad: true });
  statistics.prod(x, reduction(x, undefined, false)).backward();
  expect(x.grad!.entries()).toEqual([0, 6, 0]);
});

test("a norm's and a deviation's derivative at their kink is 0", () => {
  const x = fromEntries([0, 0], [2], { requiresGrad: true });
  const all = reduction(x, undefined, false);
  statistics
    .norm(x, { ...all, p: 2, as: "NormBackward1" })
    .add(statistics.std(x, { ...all, correction: 0 }))
    .backward();
  expect(x.grad!.entries()).toEqual([0, 0]);
});

const leaf = (entries: number[], shape: readonly number[]): Tensor =>
  fromEntries(entries, shape, { requiresGrad: true });

/**
 * Inputs of these shapes with entries drawn from a range, each from a part of it that it has for itself: none comes near
 * another, so that ties and kinks stay away.
 */
function inputsOf(shapes: Shapes, [low, high]: readonly [number, number]): fc.Arbitrary<Tensor[]> {
  return fc.tuple(
    ...shapes.map((shape) => {
      const length = shape.reduce((a, b) => a * b, 1);
      const parts = Array.from({ length }, (_, part) => part);
      const exactly = { minLength: length, maxLength: length };
      return fc
        .tuple(
          fc.shuffledSubarray(parts, exactly),
          fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), exactly),
        )
        .map(([order, places]) =>
          leaf(
            order.map((part, i) => low + ((high - low) * (part + places[i]!)) / length),
            shape,
          ),
        );
    }),
  );
}

/** A weighted sum, so that every entry of the result has an upstream gradient of its own. */
const weighted = (result: Tensor): Tensor =>
  result
    .mul(
      fromEntries(
        Array.from({ length: result.numel }, (_, i) => 1 + 0.7 * i),
        result.shape,
      ),
    )
    .sum();

describe.each(Object.entries(samples))("%s", (_name, { of, shapes, from = [-2, 2] }) => {
  const cases = shapes.map((set) => ({
    set,
    told: set.map((shape) => `[${shape.join(", ")}]`).join(" and "),
  }));

  test.each(cases)("agrees with finite differences for $told", ({ set }) => {
    fc.assert(
      fc.property(inputsOf(set, from), (inputs) => {
        const f = (xs: Tensor[]) => weighted(of(...xs));
        for (const [i, gradient] of engineGradients(f, inputs).entries()) {
          expect(relativeError(gradient, centralDifferences(f, inputs, i))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 10 },
    );
  });

  test.each(cases)("has a derivative that can be differentiated again for $told", ({ set }) => {
    fc.assert(
      fc.property(inputsOf(set, from), (inputs) => {
        const slope = (xs: Tensor[]) => {
          const variables = xs.map((x) => (x.requiresGrad ? x : x.requiresGrad_()));
          const gradients = grad(weighted(of(...variables)).pow(2), variables, { createGraph: true });
          return gradients.map(weighted).reduce((a, b) => a.add(b));
        };
        for (const [i, gradient] of engineGradients(slope, inputs).entries()) {
          expect(relativeError(gradient, centralDifferences(slope, inputs, i))).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe("random graphs", () => {
  const steps: ((a: Tensor, b: Tensor) => Tensor)[] = [
    (a, b) => a.add(b),
    (a, b) => a.sub(b),
    (a, b) => a.mul(b),
    (a, b) => a.div(b.pow(2).add(1)),
    (a) => a.tanh(),
    (a) => a.sigmoid(),
    (a) => a.sin(),
    (a, b) => a.pow(2).add(b),
    (a, b) => a.mul(b.sum()),
    (a) => a.mean().sub(a),
  ];

  test("agree with finite differences, whatever is shared", () => {
    const program = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(100), fc.nat(100)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(program, inputsOf([[], [2], [2, 1]], [-1, 1]), (instructions, inputs) => {
        const f = (xs: Tensor[]) => {
          const values = [...xs];
          for (const [step, a, b] of instructions) {
            values.push(steps[step]!(values[a % values.length]!, values[b % values.length]!));
          }
          return values.at(-1)!.sum();
        };
        for (const [i, gradient] of engineGradients(f, inputs).entries()) {
          expect(relativeError(gradient, centralDifferences(f, inputs, i))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });
});
