import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/entrywise.ts";
import { gather as pick, permute as reorder, scatter as spread } from "#autodiff/kernels/places.ts";
import { higher, type DType } from "#autodiff/dtype.ts";
import { defineListOp, defineOp } from "#autodiff/operation.ts";
import { countEntries, inferShape, normalizeDim, sameShape, strides, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

interface Reshaping {
  shape: Shape;
  /** PyTorch's name for the way it was asked for, and which of the functions of that name. */
  as: string;
  overload?: number;
}

/** The same entries in another shape. Backward: the same, back. */
export const reshape = defineOp({
  name: ({ as, overload = 0 }: Reshaping) => `${as}Backward${overload}`,
  forward: (x, { shape }) => new Tensor(x.data, inferShape(shape, x.numel), x.dtype),
  vjp: [(g, { x }) => g.reshape(x.shape)],
  saves: false,
});

/** Axes in another order. Backward: the inverse order. */
export const permute = defineOp({
  name: ({ as }: { order: readonly number[]; as: "T" | "Transpose" | "Permute" }) => `${as}Backward0`,
  forward: (x, { order }) =>
    new Tensor(
      reorder(x.data, x.shape, order, x.dtype),
      order.map((axis) => x.shape[axis]!),
      x.dtype,
    ),
  vjp: [(g, { at: { order } }) => g.permute(order.map((_, axis) => order.indexOf(axis)))],
  slips: [{ says: "did not transpose the gradient back", input: 0, vjp: (g, { x }) => g.reshape(x.shape) }],
  saves: false,
});

/** Where each entry of a selection comes from. */
export interface Selection {
  /** Flat positions in the input, one per entry of the result. */
  indices: Int32Array;
  shape: Shape;
  /** PyTorch's name: Select, Slice, Index, … and which of the functions of that name. */
  as: string;
  overload?: number;
}

/** Some entries, in some shape: any view. Backward: each gradient goes to the place its entry came from, and repeats add up. */
export const gather = defineOp({
  name: ({ as, overload = 0 }: Selection) => `${as}Backward${overload}`,
  forward: (x, { indices, shape }) => new Tensor(pick(x.data, indices, x.dtype), shape, x.dtype),
  vjp: [(g, { x, at }) => scatter(g, { ...at, into: x.shape })],
  slips: [
    {
      says: "put the gradient back into the first entries rather than where its entries came from",
      input: 0,
      vjp: (g, { x, at }) =>
        scatter(g, { ...at, indices: at.indices.map((_, i) => i % x.numel), into: x.shape }),
    },
  ],
  saves: false,
});

/** Entries put into zeros at given places: what `gather` does going back. */
export const scatter: (x: Tensor, at: Selection & { into: Shape }) => Tensor = defineOp({
  name: ({ as }: Selection & { into: Shape }) => `${as}BackwardBackward0`,
  forward: (x, { indices, into }) =>
    new Tensor(spread(x.data, indices, countEntries(into), x.dtype), into, x.dtype),
  vjp: [(g, { at }) => gather(g, at)],
  saves: false,
});

/** The places 0, 1, 2, … of the entries of a tensor, in its shape. */
export function placesIn({ shape }: Tensor): Tensor {
  const places = new Float64Array(countEntries(shape));
  for (let i = 0; i < places.length; i++) places[i] = i;
  return new Tensor(places, shape, "int64");
}

/** The entries that `move` would pick and order, under the name that PyTorch has for it; `move` is shown their places. */
export function rearrange(x: Tensor, as: string, move: (places: Tensor) => Tensor, overload = 0): Tensor {
  const places = move(placesIn(x));
  return gather(x, { indices: Int32Array.from(places.entries()), shape: places.shape, as, overload });
}

/** Where the entries of a diagonal stand in a square matrix of this many rows, `offset` columns beside the main one. */
const onDiagonal = (length: number, rows: number, offset: number): Int32Array =>
  Int32Array.from({ length }, (_, i) => i * (rows + 1) + (offset < 0 ? -offset * rows : offset));

/** The matrix with this diagonal, 0 beside it. Backward: the diagonal. */
export const diagonalMatrix = defineOp({
  name: (_offset: number | undefined) => "DiagBackward0",
  forward: (x, offset = 0) => {
    const n = x.numel + Math.abs(offset);
    const indices = onDiagonal(x.numel, n, offset);
    return scatter(x.detach(), { indices, shape: x.shape, into: [n, n], as: "Diag" });
  },
  vjp: [
    (g, { x, at: offset = 0 }) => {
      const indices = onDiagonal(x.numel, g.shape[0]!, offset);
      return gather(g, { indices, shape: x.shape, as: "Diag" });
    },
  ],
  saves: false,
});

/** x with other values at given places, as `x[…] = values` leaves it. Backward: the values get the gradient there, x the rest. */
export const put = defineOp({
  name: (_at: { indices: Int32Array }) => "CopySlices",
  forward: (x, values, { indices }) => {
    const data = dense(x.data, x.shape, x.dtype).slice();
    const source = dense(values.data, values.shape, values.dtype);
    for (let i = 0; i < indices.length; i++) data[indices[i]!] = source[i]!;
    return new Tensor(data, x.shape, x.dtype);
  },
  vjp: [
    (g, { y, at: { indices } }): Tensor => put(g, y.detach().mul(0), { indices }),
    (g, { y, at: { indices } }) => gather(g, { indices, shape: y.shape, as: "Index" }),
  ],
  saves: false,
});

/** Flat positions of all entries of this shape: `start + Σ step·index`. */
function positions(shape: Shape, steps: readonly number[], start: number): Int32Array {
  const result = new Int32Array(countEntries(shape));
  const own = strides(shape);
  for (let i = 0; i < result.length; i++) {
    let at = start;
    for (let axis = 0, rest = i; axis < shape.length; axis++) {
      const index = Math.trunc(rest / own[axis]!);
      rest -= index * own[axis]!;
      at += index * steps[axis]!;
    }
    result[i] = at;
  }
  return result;
}

/** `x.select(dim, index)`: one slice, without that axis. */
export function select(x: Tensor, dim: number, index: number): Tensor {
  if (x.shape.length === 0)
    throw new EngineError("IndexError", "select() cannot be applied to a 0-dim tensor.");
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis]!;
  if (index < -length || index >= length) {
    throw new EngineError(
      "IndexError",
      `index ${index} is out of bounds for dimension ${axis} with size ${length}`,
    );
  }
  const steps = strides(x.shape);
  const start = (index < 0 ? index + length : index) * steps[axis]!;
  const shape = x.shape.toSpliced(axis, 1);
  return gather(x, { indices: positions(shape, steps.toSpliced(axis, 1), start), shape, as: "Select" });
}

/** `x[start:stop:step]` along a dimension, with Python's rules for bounds that are missing, negative or too large. */
export function slice(x: Tensor, dim: number, start?: number | null, stop?: number | null, step = 1): Tensor {
  if (step <= 0) throw new EngineError("ValueError", "step must be greater than zero");
  const axis = normalizeDim(dim, x.shape.length);
  const length = x.shape[axis]!;
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + length : bound, 0), length);
  const first = clamp(start ?? 0);
  const last = clamp(stop ?? length);
  const shape = x.shape.with(axis, Math.max(0, Math.ceil((last - first) / step)));
  const steps = strides(x.shape);
  const indices = positions(shape, steps.with(axis, steps[axis]! * step), first * steps[axis]!);
  return gather(x, { indices, shape, as: "Slice" });
}

/** Entries picked by lists of positions, one list per leading axis (they broadcast), as in `x[[0, 2]]`. */
export function takeAt(x: Tensor, lists: readonly (Tensor | null)[]): Tensor {
  const used = lists.flatMap((list, axis) => (list === null ? [] : [{ list, axis }]));
  const zero = used.map(({ list }) => list.mul(0)).reduce((a, b) => a.add(b));
  const own = strides(x.shape);
  let offsets = zero;
  for (const { list, axis } of used) {
    const length = x.shape[axis]!;
    for (const index of list.entries()) {
      if (index < -length || index >= length) {
        throw new EngineError(
          "IndexError",
          `index ${index} is out of bounds for dimension ${axis} with size ${length}`,
        );
      }
    }
    offsets = offsets.add(list.add(list.lt(0).to("int64").mul(length)).mul(own[axis]!));
  }
  const kept = x.shape.map((_, axis) => axis).filter((axis) => (lists[axis] ?? null) === null);
  const keptShape = kept.map((axis) => x.shape[axis]!);
  const inner = positions(
    keptShape,
    kept.map((axis) => own[axis]!),
    0,
  );
  // Lists side by side stand where they were; apart, their axes come first.
  const first = used[0]!.axis;
  const together = used.every(({ axis }, place) => axis === first + place);
  const before = together ? kept.filter((axis) => axis < first).length : 0;
  const shape = [...keptShape.slice(0, before), ...offsets.shape, ...keptShape.slice(before)];
  const tail = countEntries(keptShape.slice(before));
  const starts = offsets.entries();
  const indices = new Int32Array(countEntries(shape));
  for (let i = 0; i < indices.length; i++) {
    const start = Math.trunc(i / tail) % starts.length;
    const lead = Math.trunc(i / (tail * starts.length));
    indices[i] = starts[start]! + inner[lead * tail + (i % tail)]!;
  }
  return gather(x, { indices, shape, as: "Index" });
}

/** `torch.gather`: along `dim`, the entry that `index` names for each place. */
export function takeAlong(x: Tensor, index: Tensor, dim: number): Tensor {
  const axis = normalizeDim(dim, x.shape.length);
  const own = strides(x.shape);
  const indices = positions(index.shape, own.with(axis, 0), 0);
  for (const [i, each] of index.entries().entries()) indices[i]! += each * own[axis]!;
  return gather(x, { indices, shape: index.shape, as: "Gather" });
}

/** Tensors put one after another along a dimension. Backward: each gets its part. */
export const cat = defineListOp({
  name: "CatBackward0",
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
    let at = 0;
    for (const [i, input] of inputs.entries()) {
      const data = dense(input.data, input.shape, input.dtype);
      for (let o = 0; o < outer; o++) {
        result.set(data.subarray(o * widths[i]!, (o + 1) * widths[i]!), o * width + at);
      }
      at += widths[i]!;
    }
    return new Tensor(result, shape, dtype);
  },
  vjp:
    (input) =>
    (g, { inputs, at: dim }) => {
      const axis = normalizeDim(dim, g.shape.length);
      const start = inputs.slice(0, input).reduce((length, each) => length + each.shape[axis]!, 0);
      return slice(g, axis, start, start + inputs[input]!.shape[axis]!);
    },
  saves: false,
});

/** Tensors of one shape put side by side along a new dimension. */
export const stack = defineListOp({
  name: "StackBackward0",
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
    (g, { at: dim }) =>
      select(g, dim, input),
  saves: false,
});

/** The same values as another dtype. Backward: cast back. */
export const cast = defineOp({
  name: (_dtype: DType) => "ToCopyBackward0",
  forward: (x, dtype) => x.detach().converted(dtype),
  vjp: [(g, { x }) => g.to(x.dtype)],
  saves: false,
});

/** A copy; the gradient passes unchanged. */
export const clone = defineOp({
  name: "CloneBackward0",
  forward: (x) => new Tensor(typeof x.data === "number" ? x.data : x.data.slice(), x.shape, x.dtype),
  vjp: [(g) => g],
  saves: false,
});
