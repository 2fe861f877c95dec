/** Sums with products of further tensors, as one operation each: entry by entry and broadcast, or of matrices. */
import { promote, represent } from "#autodiff/dtype.ts";
import { call, type Notation } from "#autodiff/notation.ts";
import { defineListOp } from "#autodiff/operation.ts";
import { add, sub } from "#autodiff/operations/arithmetic.ts";
import { mapBinary } from "#autodiff/operations/map.ts";
import type { Shape } from "#autodiff/shape.ts";
import type { Tensor } from "#autodiff/tensor.ts";

type Three = [Tensor, Tensor, Tensor];

const detached = (inputs: readonly Tensor[]): Three => inputs.map((each) => each.detach()) as Three;

/** x + w·(y − x), so ∂/∂x = 1 − w, ∂/∂y = w and ∂/∂w = y − x. */
export const lerp = defineListOp({
  name: "lerp",
  gradFn: "LerpBackward1",
  notation: call("lerp"),
  terms: 3,
  forward: (inputs) => {
    const [x, y, w] = detached(inputs);
    return x.add(w.mul(y.sub(x)));
  },
  vjp:
    (input) =>
    (g, { inputs }) => {
      const [x, y, w] = inputs as Three;
      return input === 0 ? g.mul(w.rsub(1)) : input === 1 ? g.mul(w) : g.mul(y.sub(x));
    },
});

/** The same for a constant weight. */
export const lerpBy = defineListOp({
  name: "lerpBy",
  gradFn: "LerpBackward0",
  params: "number",
  notation: call("lerp"),
  terms: 2,
  forward: (inputs, weight: number) => {
    const [x, y] = inputs.map((each) => each.detach()) as [Tensor, Tensor];
    return x.add(y.sub(x).mul(weight));
  },
  vjp:
    (input) =>
    (g, { params: weight }) =>
      g.mul(input === 0 ? 1 - weight : weight),
  saves: false,
});

const scaled = (name: string, gradFn: string, notation: Notation, sign: number) =>
  defineListOp({
    name,
    gradFn,
    params: "number",
    notation,
    terms: 2,
    forward: (inputs, factor) => {
      const [x, y] = inputs as [Tensor, Tensor];
      const exact = represent(promote(x.dtype, x.dim, y.dtype, y.dim), sign * factor);
      return mapBinary(x, y, (a, b) => a + exact * b);
    },
    vjp:
      (input) =>
      (g, { params: factor }) =>
        input === 0 ? g : g.mul(sign * factor),
    saves: false,
  });

/** x + c·y, rounded once. */
export const addScaled = scaled("addScaled", "AddBackward0", add.operation.notation, 1);

/** x − c·y, rounded once. */
export const subScaled = scaled("subScaled", "SubBackward0", sub.operation.notation, -1);

/** x + c·y·z, so ∂/∂x = 1, ∂/∂y = c·z and ∂/∂z = c·y. */
export const addcmul = defineListOp({
  name: "addcmul",
  params: "number",
  notation: call("addcmul"),
  terms: 3,
  forward: (inputs, factor: number) => {
    const [x, y, z] = detached(inputs);
    return x.add(y.mul(z).mul(factor));
  },
  vjp:
    (input) =>
    (g, { inputs, params: factor }) =>
      input === 0 ? g : g.mul(inputs[3 - input]!.mul(factor)),
});

/** x + c·y/z, so ∂/∂x = 1, ∂/∂y = c/z and ∂/∂z = −c·y/z². */
export const addcdiv = defineListOp({
  name: "addcdiv",
  params: "number",
  notation: call("addcdiv"),
  terms: 3,
  forward: (inputs, factor: number) => {
    const [x, y, z] = detached(inputs);
    return x.add(y.div(z).mul(factor));
  },
  vjp:
    (input) =>
    (g, { inputs, params: factor }) => {
      const [, y, z] = inputs as Three;
      if (input === 0) return g;
      const share = g.mul(factor).div(z);
      return input === 1 ? share : share.mul(y.div(z)).neg();
    },
});

type ProductRule = (g: Tensor, y: Tensor, z: Tensor) => Tensor;

/** A sum with a product, as one operation: `rules` are the product's. */
const adding = (
  name: string,
  gradFn: string,
  ranks: readonly [number, number],
  size: (y: Shape, z: Shape) => number,
  product: (y: Tensor, z: Tensor) => Tensor,
  ...rules: [ProductRule, ProductRule]
) =>
  defineListOp({
    name,
    gradFn,
    notation: call(name),
    terms: 3,
    accepts: ([, y, z]) => y!.dim === ranks[0] && z!.dim === ranks[1],
    entries: ([x, y, z]) => Math.max(x!.numel, size(y!.shape, z!.shape)),
    forward: (inputs) => {
      const [x, y, z] = detached(inputs);
      return product(y, z).add(x);
    },
    vjp:
      (input) =>
      (g, { inputs: [, y, z] }) =>
        input === 0 ? g : rules[input - 1]!(g, y!, z!),
  });

/** x + Yz, `(m,) + (m, k) × (k,) → (m,)`, x broadcast. Throws a RuntimeError where lengths don't fit. */
export const addmv = adding(
  "addmv",
  "AddmvBackward0",
  [2, 1],
  ([rows]) => rows!,
  (y, z) => y.matmul(z),
  (g, _, z) => g.unsqueeze(1).mul(z),
  (g, y) => y.t().matmul(g),
);

/** X + yzᵀ, `(m, n) + (m,) × (n,) → (m, n)`, X broadcast. */
export const addr = adding(
  "addr",
  "AddrBackward0",
  [1, 1],
  ([rows], [columns]) => rows! * columns!,
  (y, z) => y.unsqueeze(1).mul(z),
  (g, _, z) => g.matmul(z),
  (g, y) => g.t().matmul(y),
);

/** X + YZ, `(b, m, n) + (b, m, k) × (b, k, n) → (b, m, n)`, X broadcast. Throws a RuntimeError where lengths don't fit. */
export const baddbmm = adding(
  "baddbmm",
  "BaddbmmBackward0",
  [3, 3],
  ([batches, rows], [, , columns]) => batches! * rows! * columns!,
  (y, z) => y.matmul(z),
  (g, _, z) => g.matmul(z.transpose(1, 2)),
  (g, y) => y.transpose(1, 2).matmul(g),
);
