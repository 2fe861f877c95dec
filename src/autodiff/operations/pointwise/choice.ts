/** One of two, entry by entry: where a condition holds, or whichever is larger. All operands are broadcast to one shape. */
import * as kernels from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { mapBinary } from "#autodiff/operations/map.ts";
import { mostEntries } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** x where the condition holds, y elsewhere: the gradient goes to whichever was chosen. */
export const choose = defineOp({
  name: "choose",
  gradFn: "WhereBackward0",
  params: "tensor",
  notation: call("where", ["1 where it is chosen, else 0", "1 where it is chosen, else 0"]),
  elementwise: true,
  entries: (inputs, condition) => mostEntries([...inputs.map(({ shape }) => shape), condition.shape]),
  forward: (x, y, condition) => {
    const chosen = condition.to("bool");
    const pick = (value: Tensor, keep: boolean) =>
      mapBinary(
        value,
        chosen,
        (a, c) => ((c !== 0) === keep ? a : 0),
        (dtype) => dtype,
      );
    return mapBinary(pick(x, true), pick(y, false), kernels.sum);
  },
  vjp: [
    (g, { params: condition }) => where(condition, g, g.mul(0)),
    (g, { params: condition }) => where(condition, g.mul(0), g),
  ],
  malRules: [
    { message: "let the gradient through where the other branch was taken", input: 0, vjp: (g) => g },
    { message: "let the gradient through where the other branch was taken", input: 1, vjp: (g) => g },
  ],
});

/** `torch.where`: x where the condition holds, y elsewhere. */
export const where = (condition: Tensor, x: Tensor, y: Tensor): Tensor => choose(x, y, condition);

/** The larger; where both are equal each gets half the gradient, as in PyTorch. */
export const maximum = defineOp({
  name: "maximum",
  torch: { name: "maximum" },
  notation: call("maximum", ["1 where it is the larger", "1 where it is the larger"], "max"),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, (a, b) => Math.max(a, b)),
  vjp: [
    (g, { x, y }) => g.mul(share(x.gt(y), x.eq(y), g)),
    (g, { x, y }) => g.mul(share(y.gt(x), x.eq(y), g)),
  ],
  malRules: [
    { message: "let the gradient through to the smaller one too", input: 0, vjp: (g) => g },
    { message: "let the gradient through to the smaller one too", input: 1, vjp: (g) => g },
  ],
});

/** The smaller; ties as for `maximum`. */
export const minimum = defineOp({
  name: "minimum",
  torch: { name: "minimum" },
  notation: call("minimum", ["1 where it is the smaller", "1 where it is the smaller"], "min"),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, (a, b) => Math.min(a, b)),
  vjp: [
    (g, { x, y }) => g.mul(share(x.lt(y), x.eq(y), g)),
    (g, { x, y }) => g.mul(share(y.lt(x), x.eq(y), g)),
  ],
  malRules: [
    { message: "let the gradient through to the larger one too", input: 0, vjp: (g) => g },
    { message: "let the gradient through to the larger one too", input: 1, vjp: (g) => g },
  ],
});

/** 1 where it won, ½ where it tied, 0 where it lost. */
const share = (won: Tensor, tied: Tensor, { dtype }: Tensor): Tensor =>
  won.to(dtype).add(tied.to(dtype).mul(0.5));

/** The larger of two, or the one that is a number; the first of equals gets the gradient. */
export const fmax = defineOp({
  name: "fmax",
  torch: { name: "fmax" },
  notation: call("fmax", ["1 where it is the larger", "1 where it is the larger"]),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, (a, b) => (a >= b || Number.isNaN(b) ? a : b)),
  vjp: [
    (g, { x, y }) => where(x.ge(y).logicalOr(y.isnan()), g, g.mul(0)),
    (g, { x, y }) => where(x.ge(y).logicalOr(y.isnan()), g.mul(0), g),
  ],
});

/** The smaller of two, or the one that is a number; the first of equals gets the gradient. */
export const fmin = defineOp({
  name: "fmin",
  torch: { name: "fmin" },
  notation: call("fmin", ["1 where it is the smaller", "1 where it is the smaller"]),
  elementwise: true,
  forward: (x, y) => mapBinary(x, y, (a, b) => (a <= b || Number.isNaN(b) ? a : b)),
  vjp: [
    (g, { x, y }) => where(x.le(y).logicalOr(y.isnan()), g, g.mul(0)),
    (g, { x, y }) => where(x.le(y).logicalOr(y.isnan()), g.mul(0), g),
  ],
});
