/** Values put into, or added to, given places of a tensor. The result has its shape and dtype. */
import { dense } from "#autodiff/kernels/elementwise.ts";
import { callBy, snakeCase } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { fits, take } from "#autodiff/operations/take.ts";
import type { ParamsOf } from "#autodiff/params.ts";
import { Tensor } from "#autodiff/tensor.ts";

const params = {
  indices: "positions",
  as: "word",
  overload: { optional: "overload" },
} as const;

/** The flat place of each value; and PyTorch's name: Scatter, IndexCopy, … and which of the functions of that name. */
type Places = ParamsOf<typeof params>;

const notation = callBy(({ as }: Places) => snakeCase(as));

function written(x: Tensor, values: Tensor, indices: Int32Array, adding: boolean): Tensor {
  const data = dense(x.data, x.shape, x.dtype).slice();
  const source = dense(values.data, values.shape, values.dtype);
  for (const [i, place] of indices.entries()) data[place] = source[i]! + (adding ? data[place]! : 0);
  return new Tensor(data, x.shape, x.dtype);
}

/** x, but the values at their places. They get the gradient there, x gets the rest. */
export const scatter = defineOp({
  name: "scatter",
  gradFn: ({ as, overload = 0 }) => `${as}Backward${overload}`,
  params,
  notation,
  accepts: fits,
  forward: (x, values, { indices }) => written(x, values, indices, false),
  vjp: [
    (g, { y, params }): Tensor => scatter(g, y.detach().mul(0), params),
    (g, { y, params: { indices } }) => take(g, { indices, shape: y.shape, as: "Gather" }),
  ],
  malRules: [{ message: "let the gradient through where the value was replaced", input: 0, vjp: (g) => g }],
});

/** x with the values added at their places. x gets the whole gradient, and the values what arrives at their places. */
export const scatterAdd = defineOp({
  name: "scatterAdd",
  gradFn: ({ as }) => `${as}Backward0`,
  params,
  notation,
  accepts: fits,
  forward: (x, values, { indices }) => written(x, values, indices, true),
  vjp: [(g) => g, (g, { y, params: { indices } }) => take(g, { indices, shape: y.shape, as: "Gather" })],
});
