/**
 * Losses as one operation each, as PyTorch's graph shows them. Their mean or sum is a scalar; with `none` there is one for every
 * entry of x and y, broadcast.
 */
import { EngineError } from "#autodiff/errors.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { take, takeBackward } from "#autodiff/operations/take.ts";
import { broadcastShapes } from "#autodiff/shape.ts";
import type { Tensor } from "#autodiff/tensor.ts";

/** How the entries' losses become one number, if at all. */
const reductions = ["mean", "sum", "none"] as const;

export type LossReduction = (typeof reductions)[number];

/** The mean or the sum of losses, a scalar, or the losses as they are. */
export function reduced(losses: Tensor, reduction: LossReduction): Tensor {
  return reduction === "mean" ? losses.mean() : reduction === "sum" ? losses.sum() : losses;
}

/** The upstream gradient of each entry's loss. */
function shared(g: Tensor, x: Tensor, y: Tensor, reduction: LossReduction): Tensor {
  if (reduction === "none") return g;
  const shape = broadcastShapes(x.shape, y.shape);
  const spread = g.expand(shape);
  return reduction === "mean" ? spread.div(spread.numel) : spread;
}

/** (x − y)², so ∂/∂x = 2(x − y) and ∂/∂y = −2(x − y); the mean divides by the number of entries. */
export const mseLoss = defineOp({
  name: "mseLoss",
  params: reductions,
  notation: call("mse_loss"),
  forward: (x, y, reduction) => reduced(x.detach().sub(y.detach()).pow(2), reduction),
  vjp: [
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.sub(y).mul(2)),
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.sub(y).mul(-2)),
  ],
  malRules: [
    {
      message: "forgot the factor 2",
      input: 0,
      vjp: (g, { x, y, params }) => shared(g, x, y, params).mul(x.sub(y)),
    },
    {
      message: "subtracted the other way round",
      input: 0,
      vjp: (g, { x, y, params }) => shared(g, x, y, params).mul(y.sub(x).mul(2)),
    },
  ],
});

/** ½(x − y)²/β where |x − y| < β, and |x − y| − β/2 elsewhere, so ∂/∂x = (x − y)/β or its sign (R. Girshick, 2015). */
export const smoothL1Loss = defineOp({
  name: "smoothL1Loss",
  params: { reduction: reductions, beta: "number" },
  notation: call("smooth_l1_loss"),
  forward: (x, y, { beta, reduction }) => {
    const size = x.detach().sub(y.detach()).abs();
    return reduced(where(size.lt(beta), size.pow(2).mul(0.5 / beta), size.sub(0.5 * beta)), reduction);
  },
  vjp: [
    (g, { x, y, params }) =>
      shared(g, x, y, params.reduction).mul(x.sub(y).div(params.beta).maximum(-1).minimum(1)),
    (g, { x, y, params }) =>
      shared(g, x, y, params.reduction).mul(y.sub(x).div(params.beta).maximum(-1).minimum(1)),
  ],
});

/** ½(x − y)² where |x − y| ≤ δ, and δ(|x − y| − δ/2) elsewhere, so ∂/∂x = x − y, held between −δ and δ (P. Huber, 1964). */
export const huberLoss = defineOp({
  name: "huberLoss",
  params: { reduction: reductions, delta: "number" },
  notation: call("huber_loss"),
  forward: (x, y, { delta, reduction }) => {
    const size = x.detach().sub(y.detach()).abs();
    return reduced(where(size.le(delta), size.pow(2).mul(0.5), size.sub(0.5 * delta).mul(delta)), reduction);
  },
  vjp: [
    (g, { x, y, params }) =>
      shared(g, x, y, params.reduction).mul(x.sub(y).maximum(-params.delta).minimum(params.delta)),
    (g, { x, y, params }) =>
      shared(g, x, y, params.reduction).mul(y.sub(x).maximum(-params.delta).minimum(params.delta)),
  ],
});

/**
 * −(y·ln x + (1 − y)·ln(1 − x)) with logarithms held above −100, so ∂/∂x = (x − y)/(x(1 − x)). Throws a RuntimeError for an x
 * outside [0, 1].
 */
export const binaryCrossEntropy = defineOp({
  name: "binaryCrossEntropy",
  params: reductions,
  notation: call("binary_cross_entropy"),
  forward: (x, y, reduction) => {
    const p = x.detach();
    if (p.lt(0).logicalOr(p.gt(1)).entries().includes(1)) {
      throw new EngineError("RuntimeError", "all elements of input should be between 0 and 1");
    }
    const yes = y.detach().mul(p.log().maximum(-100));
    const no = y.detach().rsub(1).mul(p.rsub(1).log().maximum(-100));
    return reduced(yes.add(no).neg(), reduction);
  },
  vjp: [
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.sub(y).div(x.mul(x.rsub(1)).maximum(1e-12))),
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.rsub(1).log().sub(x.log())),
  ],
});

/** The same of σ(x), computed without overflow, so ∂/∂x = σ(x) − y. */
export const binaryCrossEntropyWithLogits = defineOp({
  name: "binaryCrossEntropyWithLogits",
  params: reductions,
  notation: call("binary_cross_entropy_with_logits"),
  forward: (x, y, reduction) => {
    const z = x.detach();
    const losses = z.maximum(0).sub(z.mul(y.detach())).add(z.abs().neg().exp().add(1).log());
    return reduced(losses, reduction);
  },
  vjp: [
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.sigmoid().sub(y)),
    (g, { x, y, params }) => shared(g, x, y, params).mul(x.neg()),
  ],
});

/**
 * −x[i, cᵢ], the log-probability of the right class c of each row, so ∂/∂x is −1 there and 0 elsewhere. x is `(n, k)`, the
 * classes are `(n,)`, and so are the losses before they are reduced. Throws an IndexError for a class outside 0 … k − 1.
 */
export function nllLoss(x: Tensor, classes: Tensor, reduction: LossReduction): Tensor {
  return pickRight(x, { classes, reduction });
}

/** The operation behind `nllLoss`. The classes are a parameter, for nothing flows back to them. */
export const pickRight = defineOp({
  name: "pickRight",
  gradFn: "NllLossBackward0",
  params: { classes: "tensor", reduction: reductions },
  notation: call("nll_loss"),
  accepts: ([x], { classes }) => x!.dim === 2 && classes.dim === 1 && classes.numel === x!.shape[0],
  forward: (x, { classes, reduction }) => reduced(picked(x.detach(), classes).neg(), reduction),
  vjp: [
    (g, { x, params: { classes, reduction } }) => {
      const each = g.expand(classes.shape);
      const rows = reduction === "mean" ? each.div(classes.numel) : each;
      return takeBackward(rows.neg(), {
        indices: places(x, classes),
        shape: classes.shape,
        into: x.shape,
        as: "Gather",
      });
    },
  ],
  saves: false,
});

/** The flat place of each row's class. */
function places(x: Tensor, classes: Tensor): Int32Array {
  const width = x.shape.at(-1)!;
  return Int32Array.from(classes.entries(), (right, row) => {
    if (right < 0 || right >= width) {
      throw new EngineError("IndexError", `Target ${right} is out of bounds.`);
    }
    return row * width + right;
  });
}

const picked = (x: Tensor, classes: Tensor): Tensor =>
  take(x, { indices: places(x, classes), shape: classes.shape, as: "Gather" });
