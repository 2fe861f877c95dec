/** What Python's `torch` calls to see the same entries in another shape or order: views of a variable where PyTorch has views. */
import * as engine from "#autodiff/index.ts";
import { EngineError, isFloating, Tensor, type DType } from "#autodiff/index.ts";
import { diagonalMatrix } from "#autodiff/operations/index.ts";
import { expand } from "#autodiff/operations/reduce.ts";
import { rearrange } from "#autodiff/operations/take.ts";
import { valuesOf } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { flip, indexAlong, indexing, torchDialect } from "#runtime/python/bridge/indexing.ts";
import { Variable, type ViewFn } from "#runtime/python/bridge/variable.ts";

/** Variables whose entries PyTorch would not find in memory in the order of their axes, so that reshaping has to copy them. */
const outOfOrder = new WeakSet<Variable>();

function reordered(x: Variable, viewOf: ViewFn): Variable {
  const result = x.view(viewOf);
  if (!outOfOrder.has(x) && x.value.shape.filter((length) => length > 1).length > 1) outOfOrder.add(result);
  return result;
}

/** `x[i]` for every i. */
function unbind(x: Variable, dim: number): Variable[] {
  const { value } = x;
  if (value.dim === 0) throw new EngineError("TypeError", "iteration over a 0-d tensor");
  const axis = dim < 0 ? dim + value.dim : dim;
  return Array.from({ length: value.shape[axis]! }, (_, i) =>
    x.view((whole) => rearrange(whole, "Unbind", (all) => all.select(axis, i))),
  );
}

/** Pieces of these lengths along a dimension. */
function split(x: Variable, dim: number, as: string, ...lengths: number[]): Variable[] {
  let start = 0;
  return lengths.map((length) => {
    const from = start;
    start += length;
    return x.view((whole) => rearrange(whole, as, (all) => all.slice(dim, from, from + length)));
  });
}

/** The whole, repeated this often along each axis; more numbers than axes add axes in front. */
function repeat({ value: x }: Variable, ...counts: number[]): Variable {
  if (counts.length < x.dim) {
    throw new EngineError(
      "RuntimeError",
      "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
    );
  }
  const repeated = (places: Tensor) => {
    let result = places.reshape([...counts.slice(x.dim).map(() => 1), ...x.shape]);
    for (const [axis, count] of counts.entries()) {
      result = engine.cat(Array<Tensor>(count).fill(result), axis);
    }
    return result;
  };
  return new Variable(rearrange(x, "Repeat", repeated));
}

const places = (count: number): Tensor => engine.arange(0, count);

/** The entries whose column is `offset` more than their row. */
function diagonal(x: Tensor, as: string, offset: number): Tensor {
  const [rows, columns] = x.shape as [number, number];
  const down = Math.max(-offset, 0);
  const across = Math.max(offset, 0);
  const n = Math.max(0, Math.min(rows - down, columns - across));
  return rearrange(x, as, (all) => all.indexWith(places(n).add(down), places(n).add(across)));
}

/** The diagonal of a matrix, or the matrix with this diagonal. */
function diag({ value }: Variable, offset: number): Variable {
  if (value.dim === 2) return new Variable(diagonal(value, "Diag", offset));
  if (value.dim !== 1) throw new EngineError("RuntimeError", "matrix or a vector expected");
  return new Variable(diagonalMatrix(value, offset));
}

/** The entries moved on along a dimension; those that fall off the end come in at the start. */
function roll({ value: x }: Variable, shift: number, dim: number): Variable {
  const length = x.shape.at(dim)!;
  const from = Float64Array.from({ length }, (_, at) => (((at - shift) % length) + length) % length);
  const index = new Tensor(from, [length], "int64");
  return new Variable(rearrange(x, "Roll", (all) => indexAlong(all, dim, index)));
}

/** Turned by this many right angles from the first of two dimensions towards the second. */
function rot90({ value: x }: Variable, turns: number, a: number, b: number): Variable {
  const turned = (all: Tensor) => {
    if (turns === 0) return all;
    if (turns === 2) return flip(all, [a, b]);
    return flip(all, [turns === 1 ? b : a]).transpose(a, b);
  };
  return new Variable(rearrange(x, "Rot90", turned));
}

export const reshapingCalls = {
  reshape: (x: Variable, ...shape: number[]) =>
    outOfOrder.has(x)
      ? new Variable(x.value.clone().viewAs(shape, "UnsafeView"))
      : x.view((whole) => whole.reshape(shape)),
  view: (x: Variable, ...shape: number[]) => {
    if (outOfOrder.has(x)) {
      throw new EngineError(
        "RuntimeError",
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      );
    }
    return x.view((whole) => whole.view(shape));
  },
  /** A copy in another shape. */
  unsafe_view: (x: Variable, ...shape: number[]) => new Variable(x.value.viewAs(shape, "UnsafeView")),
  unsqueeze: (x: Variable, dim: number) => x.view((whole) => whole.unsqueeze(dim)),
  squeeze: (x: Variable, dim: number | null) => x.view((whole) => whole.squeeze(dim ?? undefined)),
  expand: (x: Variable, ...shape: number[]) =>
    x.view((whole) => {
      const expanded = whole.expand(shape);
      return expanded === whole ? expand(whole, whole.shape) : expanded;
    }),
  transpose: (x: Variable, a: number, b: number) => reordered(x, (whole) => whole.transpose(a, b)),
  permute: (x: Variable, ...dims: number[]) => reordered(x, (whole) => whole.permute(dims)),
  t: (x: Variable) => reordered(x, (whole) => whole.t()),
  reversed_axes: (x: Variable) => reordered(x, (whole) => whole.T),
  steps: (x: Variable) => x.strides,
  is_contiguous: (x: Variable) => x.isContiguous,
  contiguous: (x: Variable) => (x.isContiguous ? x : new Variable(x.value.clone())),

  index: indexing(torchDialect),
  select: (x: Variable, at: number) => {
    if (x.value.dim === 0) throw new EngineError("IndexError", torchDialect.tooMany(0, 1));
    return x.view((whole) => whole.select(0, at));
  },
  select_along: (x: Variable, dim: number, at: number) => x.view((whole) => whole.select(dim, at)),
  narrow: (x: Variable, dim: number, start: number, length: number) => {
    const size = x.value.shape.at(dim)!;
    if (start + length > size) {
      throw new EngineError(
        "RuntimeError",
        `start (${start}) + length (${length}) exceeds dimension size (${size}).`,
      );
    }
    return x.view((whole) => whole.slice(dim, start, start + length));
  },
  unbind,
  split,
  diagonal: (x: Variable, offset: number) => x.view((whole) => diagonal(whole, "Diagonal", offset)),
  diag,
  repeat,
  flip: (x: Variable, ...dims: number[]) => new Variable(flip(x.value, dims)),
  rot90,
  roll,
  cat: (dim: number, ...parts: Variable[]) => new Variable(engine.cat(valuesOf(parts), dim)),
  stack: (dim: number, ...parts: Variable[]) => new Variable(engine.stack(valuesOf(parts), dim)),

  detach: (x: Variable) => x.view((whole) => whole.detach()),
  to: (x: Variable, dtype: DType) =>
    x.value.dtype === dtype
      ? x
      : new Variable(isFloating(dtype) ? x.value.to(dtype) : x.value.detach().to(dtype)),
} satisfies Record<string, Call>;
