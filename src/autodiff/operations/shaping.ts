/** The same entries in another shape, order or dtype, and tensors put together. */
import { higher, type DType } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import { permute as reorder } from "#autodiff/kernels/gather-scatter.ts";
import { binding, call, silent } from "#autodiff/notation.ts";
import { defineListOp, defineOp } from "#autodiff/operation.ts";
import { select, slice } from "#autodiff/operations/take.ts";
import { countEntries, inferShape, normalizeDim, sameShape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** What is said of a rearrangement in words. */
const back = "1, each entry back to its place";

/**
 * The same entries, row-major, in another shape; −1 is the length that is left over. Backward: the same, back. Throws a
 * RuntimeError where they don't fill it.
 */
export const reshape = defineOp({
  name: "reshape",
  gradFn: ({ as, overload = 0 }) => `${as}Backward${overload}`,
  params: { shape: "lengths", as: "word", overload: { optional: "overload" } },
  notation: silent("reshape", [back]),
  accepts: ([x], { shape }) => shape.includes(-1) || countEntries(shape) === x!.numel,
  forward: (x, { shape }) => new Tensor(x.data, inferShape(shape, x.numel), x.dtype),
  vjp: [(g, { x }) => g.reshape(x.shape)],
  saves: false,
});

/** Axes in another order: `order[axis]` is the one of x that becomes axis `axis`. Backward: the inverse order. */
export const permute = defineOp({
  name: "permute",
  gradFn: ({ as }) => `${as}Backward0`,
  params: { order: "order", as: ["T", "Transpose", "Permute"] },
  notation: { form: { kind: "suffix", sign: ".T", own: binding.whole }, label: "( )ᵀ", local: [back] },
  forward: (x, { order }) =>
    new Tensor(
      reorder(x.data, x.shape, order, x.dtype),
      order.map((axis) => x.shape[axis]!),
      x.dtype,
    ),
  vjp: [(g, { params: { order } }) => g.permute(order.map((_, axis) => order.indexOf(axis)))],
  malRules: [
    { message: "did not transpose the gradient back", input: 0, vjp: (g, { x }) => g.reshape(x.shape) },
  ],
  saves: false,
});

/** The same values as another dtype. Backward: cast back. */
export const cast = defineOp({
  name: "cast",
  gradFn: "ToCopyBackward0",
  params: "dtype",
  notation: silent("to", ["1"]),
  forward: (x, dtype) => x.detach().converted(dtype),
  vjp: [(g, { x }) => g.to(x.dtype)],
  saves: false,
});

/** A copy; the gradient passes unchanged. */
export const clone = defineOp({
  name: "clone",
  torch: { name: "clone" },
  notation: silent("clone", ["1"]),
  forward: (x) => new Tensor(typeof x.data === "number" ? x.data : x.data.slice(), x.shape, x.dtype),
  vjp: [(g) => g],
  saves: false,
});

/**
 * Tensors put one after another along an axis, `(…, a, …)` and `(…, b, …)` to `(…, a + b, …)`, in the highest of their dtypes.
 * Backward: each gets its part. Throws a RuntimeError where ranks or other lengths differ.
 */
export const cat = defineListOp({
  name: "cat",
  params: "axis",
  notation: call("cat"),
  entries: (inputs) => inputs.reduce((sum, { numel }) => sum + numel, 0),
  forward: (inputs, dim: number) => {
    const [head, ...others] = inputs as [Tensor, ...Tensor[]];
    const axis = normalizeDim(dim, head.shape.length);
    for (const other of others) {
      const clash = head.shape.findIndex((length, a) => a !== axis && other.shape[a] !== length);
      if (other.shape.length !== head.shape.length || clash !== -1) {
        throw new EngineError(
          "RuntimeError",
          other.shape.length === head.shape.length
            ? `Sizes of tensors must match except in dimension ${axis}. Expected size ${head.shape[clash]} but got size ${other.shape[clash]} for tensor number ${inputs.indexOf(other)} in the list.`
            : `Tensors must have same number of dimensions: got ${head.shape.length} and ${other.shape.length}`,
        );
      }
    }
    const dtype = inputs.map((input) => input.dtype).reduce<DType>(higher, "bool");
    const outer = countEntries(head.shape.slice(0, axis));
    const widths = inputs.map((input) => countEntries(input.shape.slice(axis)));
    const shape = head.shape.with(
      axis,
      inputs.reduce((length, input) => length + input.shape[axis]!, 0),
    );
    const result = dense(0, shape, dtype);
    const width = widths.reduce((a, b) => a + b, 0);
    let filled = 0;
    for (const [i, input] of inputs.entries()) {
      const data = dense(input.data, input.shape, input.dtype);
      for (let o = 0; o < outer; o++) {
        result.set(data.subarray(o * widths[i]!, (o + 1) * widths[i]!), o * width + filled);
      }
      filled += widths[i]!;
    }
    return new Tensor(result, shape, dtype);
  },
  vjp:
    (input) =>
    (g, { inputs, params: dim }) => {
      const axis = normalizeDim(dim, g.shape.length);
      const start = inputs.slice(0, input).reduce((length, each) => length + each.shape[axis]!, 0);
      return slice(g, axis, start, start + inputs[input]!.shape[axis]!);
    },
  saves: false,
});

/** n tensors of one shape put side by side along a new axis of length n. Throws a RuntimeError where their shapes differ. */
export const stack = defineListOp({
  name: "stack",
  params: "newAxis",
  notation: call("stack"),
  entries: (inputs) => inputs.reduce((sum, { numel }) => sum + numel, 0),
  forward: (inputs, dim: number) => {
    const first = inputs[0]!;
    const clash = inputs.find((input) => !sameShape(input.shape, first.shape));
    if (clash) {
      throw new EngineError(
        "RuntimeError",
        `stack expects each tensor to be equal size, but got [${first.shape.join(", ")}] at entry 0 and [${clash.shape.join(", ")}] at entry ${inputs.indexOf(clash)}`,
      );
    }
    const axis = normalizeDim(dim, first.shape.length + 1);
    return cat(
      inputs.map((input) => input.detach().unsqueeze(axis)),
      axis,
    );
  },
  vjp:
    (input) =>
    (g, { params: dim }) =>
      select(g, dim, input),
  saves: false,
});
