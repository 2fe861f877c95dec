/** Entries taken from places and put into places: one list of positions is every view. */
import { selection as selectionLinks } from "#autodiff/entry-links.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import { gather as pick, scatter as spread } from "#autodiff/kernels/gather-scatter.ts";
import { binding, call, snakeCase, type Notation } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import type { ParamsOf } from "#autodiff/params.ts";
import { countEntries, normalizeDim, strides, type Shape } from "#autodiff/shape.ts";
import { Tensor } from "#autodiff/tensor.ts";

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

/**
 * The entries at some positions, in `shape`: any view. Backward: each gradient goes to the place its entry came from, and
 * repeats add up.
 */
export const take = defineOp({
  name: "take",
  gradFn: ({ as, overload = 0 }) => `${as}Backward${overload}`,
  params: selection,
  notation: selected,
  links: selectionLinks,
  accepts: ([x], { indices, shape }) =>
    indices.length === countEntries(shape) && indices.every((place) => place < x!.numel),
  entries: (_inputs, { shape }) => countEntries(shape),
  forward: (x, { indices, shape }) => new Tensor(pick(x.data, indices, x.dtype), shape, x.dtype),
  vjp: [(g, { x, params }) => takeBackward(g, { ...params, into: x.shape })],
  malRules: [
    {
      message: "put the gradient back into the first entries rather than where its entries came from",
      input: 0,
      vjp: (g, { x, params }) =>
        takeBackward(g, { ...params, indices: params.indices.map((_, i) => i % x.numel), into: x.shape }),
    },
  ],
  saves: false,
});

/** Entries added into zeros of the shape `into` at given places: what `take` does going back. */
export const takeBackward: (x: Tensor, params: Selection & { into: Shape }) => Tensor = defineOp({
  name: "takeBackward",
  gradFn: ({ as }) => `${as}BackwardBackward0`,
  params: { ...selection, into: "shape" },
  notation: call("take_backward"),
  accepts: ([x], { indices, shape, into }) =>
    indices.length === x!.numel &&
    countEntries(shape) === x!.numel &&
    indices.every((place) => place < countEntries(into)),
  entries: (_inputs, { into }) => countEntries(into),
  forward: (x, { indices, into }) =>
    new Tensor(spread(x.data, indices, countEntries(into), x.dtype), into, x.dtype),
  vjp: [(g, { params }) => take(g, params)],
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
  return take(x, { indices: Int32Array.from(places.entries()), shape: places.shape, as, overload });
}

/** Where the entries of a diagonal stand in a square matrix of this many rows, `offset` columns beside the main one. */
const onDiagonal = (length: number, rows: number, offset: number): Int32Array =>
  Int32Array.from({ length }, (_, i) => i * (rows + 1) + (offset < 0 ? -offset * rows : offset));

/** The square matrix with this diagonal, 0 beside it: `(n,) → (m, m)` for m = n + |offset|. Backward: the diagonal. */
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
    return takeBackward(x.detach(), { indices, shape: x.shape, into: [n, n], as: "Diag" });
  },
  vjp: [
    (g, { x, params: offset = 0 }) => {
      const indices = onDiagonal(x.numel, g.shape[0]!, offset);
      return take(g, { indices, shape: x.shape, as: "Diag" });
    },
  ],
  saves: false,
});

/** Whether there is one place in x for each of the values. */
export const fits = ([x, values]: readonly Tensor[], { indices }: { indices: Int32Array }): boolean =>
  indices.length === values!.numel && indices.every((place) => place < x!.numel);

/**
 * x with other values at given places, as `x[…] = values` leaves it, in x's shape and dtype. Backward: the values get the
 * gradient there, x the rest.
 */
export const indexPut = defineOp({
  name: "indexPut",
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
    (g, { y, params: { indices } }): Tensor => indexPut(g, y.detach().mul(0), { indices }),
    (g, { y, params: { indices } }) => take(g, { indices, shape: y.shape, as: "Index" }),
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

/** `x.select(dim, index)`: one slice, without that axis. Throws an IndexError outside it, and for a scalar. */
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
  return take(x, { indices: positions(shape, steps.toSpliced(axis, 1), start), shape, as: "Select" });
}

/**
 * `x[start:stop:step]` along a dimension, with Python's rules for bounds that are missing, negative or too large. The axis
 * stays, even empty. Throws a ValueError for a step that isn't positive.
 */
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
  return take(x, { indices, shape, as: "Slice" });
}

/**
 * Entries picked by lists of positions, one list per leading axis (they broadcast), as in `x[[0, 2]]`; null keeps an axis
 * whole, and not all are null. The lists' axes stand in the place of those that they pick from, or before all others where
 * these are not side by side. Throws an IndexError for a position outside its axis.
 */
export function indexWith(x: Tensor, lists: readonly (Tensor | null)[]): Tensor {
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
  return take(x, { indices, shape, as: "Index" });
}

/** `torch.gather`: along `dim`, the entry that `index` names for each place, in the shape of `index`. Positions aren't checked. */
export function gather(x: Tensor, index: Tensor, dim: number): Tensor {
  const axis = normalizeDim(dim, x.shape.length);
  const own = strides(x.shape);
  const indices = positions(index.shape, own.with(axis, 0), 0);
  for (const [i, each] of index.entries().entries()) indices[i]! += each * own[axis]!;
  return take(x, { indices, shape: index.shape, as: "Gather" });
}
