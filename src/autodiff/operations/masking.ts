/** Operations that keep some entries and replace the others by a constant: the gradient goes to those that were kept. */
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { mapBinary } from "#autodiff/operations/map.ts";
import { where } from "#autodiff/operations/pointwise/choice.ts";
import { mostEntries } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** Whether each entry of a matrix, or of the matrices of a batch, is on the wanted side of a diagonal. */
function side(x: Tensor, diagonal: number, lower: boolean): Tensor {
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const offsets = Float64Array.from(
    { length: rows * columns },
    (_, i) => (i % columns) - Math.trunc(i / columns),
  );
  const offset = new Tensor(offsets, [rows, columns], "int64");
  return lower ? offset.le(diagonal) : offset.ge(diagonal);
}

const kept = (x: Tensor, mask: Tensor): Tensor => where(mask, x, new Tensor(0, [], x.dtype));

/**
 * The lower triangle of a matrix, or of each matrix of a batch, up to this diagonal: 0 is the main one, 1 the next above. All
 * above it is 0.
 */
export const tril = defineOp({
  name: "tril",
  params: "diagonal",
  notation: call("tril"),
  accepts: ([x]) => x!.dim >= 2,
  forward: (x, diagonal) => kept(x.detach(), side(x, diagonal, true)),
  vjp: [(g, { params: diagonal }): Tensor => tril(g, diagonal)],
  saves: false,
});

/** The upper triangle, from this diagonal on. All below it is 0. */
export const triu = defineOp({
  name: "triu",
  params: "diagonal",
  notation: call("triu"),
  accepts: ([x]) => x!.dim >= 2,
  forward: (x, diagonal) => kept(x.detach(), side(x, diagonal, false)),
  vjp: [(g, { params: diagonal }): Tensor => triu(g, diagonal)],
  saves: false,
});

/** x, but a constant where the mask holds: in x's dtype, and the shape that both are broadcast to. */
export const maskedFill = defineOp({
  name: "maskedFill",
  params: { mask: "tensor", value: "number" },
  notation: call("masked_fill", ["1, or 0 where it was replaced"]),
  elementwise: true,
  entries: ([x], { mask }) => mostEntries([x!.shape, mask.shape]),
  forward: (x, { mask, value }) =>
    mapBinary(
      x,
      mask,
      (a, hidden) => (hidden ? value : a),
      () => x.dtype,
    ),
  vjp: [(g, { params: { mask } }): Tensor => maskedFill(g, { mask, value: 0 })],
  malRules: [{ message: "let the gradient through where the value was replaced", input: 0, vjp: (g) => g }],
  saves: false,
});
