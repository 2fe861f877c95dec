/** Values put into, or added to, given places of a tensor. */
import { dense } from "#autodiff/kernels/entrywise.ts";
import { defineOp } from "#autodiff/operation.ts";
import { gather } from "#autodiff/operations/shaping.ts";
import { Tensor } from "#autodiff/tensor.ts";

interface Places {
  /** The flat place of each value. */
  indices: Int32Array;
  /** PyTorch's name: Scatter, IndexCopy, … and which of the functions of that name. */
  as: string;
  overload?: number;
}

function written(x: Tensor, values: Tensor, indices: Int32Array, adding: boolean): Tensor {
  const data = dense(x.data, x.shape, x.dtype).slice();
  const source = dense(values.data, values.shape, values.dtype);
  for (const [i, place] of indices.entries()) data[place] = source[i]! + (adding ? data[place]! : 0);
  return new Tensor(data, x.shape, x.dtype);
}

/** x, but the values at their places. They get the gradient there, x gets the rest. */
export const place = defineOp({
  name: ({ as, overload = 0 }: Places) => `${as}Backward${overload}`,
  forward: (x, values, { indices }) => written(x, values, indices, false),
  vjp: [
    (g, { y, at }): Tensor => place(g, y.detach().mul(0), at),
    (g, { y, at: { indices } }) => gather(g, { indices, shape: y.shape, as: "Gather" }),
  ],
  slips: [{ says: "let the gradient through where the value was replaced", input: 0, vjp: (g) => g }],
});

/** x with the values added at their places. x gets the whole gradient, and the values what arrives at their places. */
export const addAt = defineOp({
  name: ({ as }: Places) => `${as}Backward0`,
  forward: (x, values, { indices }) => written(x, values, indices, true),
  vjp: [(g) => g, (g, { y, at: { indices } }) => gather(g, { indices, shape: y.shape, as: "Gather" })],
});
