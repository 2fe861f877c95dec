import { selection as selectionLinks } from "#autodiff/entry-links.ts";
import { binding, call, silent, snakeCase, type Notation } from "#autodiff/notation.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/entrywise.ts";
import { gather as pick, permute as reorder, scatter as spread } from "#autodiff/kernels/places.ts";
import type { ParamsOf } from "#autodiff/params.ts";
import { higher, type DType } from "#autodiff/dtype.ts";
import { defineListOp, defineOp } from "#autodiff/operation.ts";
import { countEntries, inferShape, normalizeDim, sameShape, strides, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** What is said of a rearrangement in words. */
const back = "1, each entry back to its place";

/** The same entries in another shape. Backward: the same, back. */
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

/** Axes in another order. Backward: the inverse order. */
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

const selection = {
  indices: "positions",
  shape: "shape",
  as: "word",
  overload: { optional: "overload" },
} as const;

/** For each entry of a result, of this shape, its flat position in the input; and PyTorch's name: Select, Slice, Index, … */
export type Selection = ParamsOf<typeof selection>;

/** PyTorch's names for what Python writes as a subscript, and for picking by lists of places. */
const subscripts = ["Select", "Slice"];
const picks = ["Index", "Gather", "Take", "IndexSelect", "MaskedSelect"];

const selected: Notation = {
  form({ params }) {
    const { as } = params as Selection;
    if (subscripts.includes(as)) return { kind: "subscript" };
    return picks.includes(as)
      ? { kind: "suffix", sign: "[…]", own: binding.whole }
      : { kind: "call", name: snakeCase(as) };
  },
  label: ({ params }) => snakeCase((params as Selection).as),
  local: [
    ({ params }) =>
      `1 for the chosen ${(params as Selection).as === "Select" ? "entry" : "entries"}, 0 elsewhere`,
  ],
};

/** Some entries, in some shape: any view. Backward: each gradient goes to the place its entry came from, and repeats add up. */
export const gather = defineOp({
  name: "gather",
  gradFn: ({ as, overload = 0 }) => `${as}Backward${overload}`,
  params: selection,
  notation: selected,
  links: selectionLinks,
  accepts: ([x], { indices, shape }) =>
    indices.length === countEntries(shape) && indices.every((place) => place < x!.numel),
  entries: (_inputs, { shape }) => countEntries(shape),
  forward: (x, { indices, shape }) => new Tensor(pick(x.data, indices, x.dtype), shape, x.dtype),
  vjp: [(g, { x, params }) => scatter(g, { ...params, into: x.shape })],
  malRules: [
    {
      message: "put the gradient back into the first entries rather than where its entries came from",
      input: 0,
      vjp: (g, { x, params }) =>
        scatter(g, { ...params, indices: params.indices.map((_, i) => i % x.numel), into: x.shape }),
    },
  ],
  saves: false,
});

/** Entries put into zeros at given places: what `gather` does going back. */
export const scatter: (x: Tensor, params: Selection & { into: Shape }) => Tensor = defineOp({
  name: "scatter",
  gradFn: ({ as }) => `${as}BackwardBackward0`,
  params: { ...selection, into: "shape" },
  notation: call("scatter"),
  accepts: ([x], { indices, shape, into }) =>
    indices.length === x!.numel &&
    countEntries(shape) === x!.numel &&
    indices.every((place) => place < countEntries(into)),
  entries: (_inputs, { into }) => countEntries(into),
  forward: (x, { indices, into }) =>
    new Tensor(spread(x.data, indices, countEntries(into), x.dtype), into, x.dtype),
  vjp: [(g, { params }) => gather(g, params)],
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
  name: "diagonalMatrix",
  gradFn: "DiagBackward0",
  params: { optional: "diagonal" },
  notation: call("diag"),
  accepts: ([x]) => x!.dim === 1,
  entries: ([x], offset = 0) => (x!.numel + Math.abs(offset)) ** 2,
  forward: (x, offset = 0) => {
    const n = x.numel + Math.abs(offset);
    const indices = onDiagonal(x.numel, n, offset);
    return scatter(x.detach(), { indices, shape: x.shape, into: [n, n], as: "Diag" });
  },
  vjp: [
    (g, { x, params: offset = 0 }) => {
      const indices = onDiagonal(x.numel, g.shape[0]!, offset);
      return gather(g, { indices, shape: x.shape, as: "Diag" });
    },
  ],
  saves: false,
});

/** Whether there is one place in x for each of the values. */
export const fits = ([x, values]: readonly Tensor[], { indices }: { indices: Int32Array }): boolean =>
  indices.length === values!.numel && indices.every((place) => place < x!.numel);

/** x with other values at given places, as `x[…] = values` leaves it. Backward: the values get the gradient there, x the rest. */
export const put = defineOp({
  name: "put",
  gradFn: "CopySlices",
  params: { indices: "positions" },
  notation: call("index_put"),
  accepts: fits,
  forward: (x, values, { indices }) => {
    const data = dense(x.data, x.shape, x.dtype).slice();
    const source = dense(values.data, values.shape, values.dtype);
    for (let i = 0; i < indices.length; i++) data[indices[i]!] = source[i]!;
    return new Tensor(data, x.shape, x.dtype);
  },
  vjp: [
    (g, { y, params: { indices } }): Tensor => put(g, y.detach().mul(0), { indices }),
    (g, { y, params: { indices } }) => gather(g, { indices, shape: y.shape, as: "Index" }),
  ],
  saves: false,
});

/** Flat positions of all entries of this shape: `start + Σ step·index`. */
function positions(shape: Shape, steps: readonly number[], start: number): Int32Array {
  const result = new Int32Array(countEntries(shape));
  const own = strides(shape);
  for (let i = 0; i < result.length; i++) {
    let place = start;
    for (let axis = 0, rest = i; axis < shape.length; axis++) {
      const index = Math.trunc(rest / own[axis]!);
      rest -= index * own[axis]!;
      place += index * steps[axis]!;
    }
    result[i] = place;
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

/** Tensors of one shape put side by side along a new dimension. */
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
