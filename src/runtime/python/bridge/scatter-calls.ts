/** What Python's `torch` calls to put values into places that indices name. */
import { represent } from "#autodiff/dtype.ts";
import { EngineError, Tensor } from "#autodiff/index.ts";
import { scatterAdd, scatter } from "#autodiff/operations/scatter.ts";
import { take, placesIn } from "#autodiff/operations/take.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

const flatPlaces = (places: Tensor): Int32Array => Int32Array.from(places.entries());

/** The flat places that an index names along a dimension, as `torch.scatter` reads it. */
function scattered(x: Tensor, dim: number, index: Tensor): Int32Array {
  if (index.dtype !== "int64") {
    throw new EngineError("RuntimeError", "scatter(): Expected dtype int64 for index");
  }
  const length = x.shape.at(dim) ?? 1;
  const outside = index.entries().find((at) => at < 0 || at >= length);
  if (outside !== undefined) {
    throw new EngineError(
      "RuntimeError",
      `index ${outside} is out of bounds for dimension ${dim} with size ${length}`,
    );
  }
  return flatPlaces(placesIn(x).gather(index, dim));
}

/** The flat places of whole slices. */
function slices(x: Tensor, dim: number, index: Tensor): { indices: Int32Array; shape: readonly number[] } {
  const axis = dim < 0 ? dim + x.dim : dim;
  const lists = Array.from({ length: axis + 1 }, (_, a) => (a === axis ? index : null));
  const places = placesIn(x).indexWith(...lists);
  return { indices: flatPlaces(places), shape: places.shape };
}

function refuseOther(x: Tensor, values: Tensor): void {
  if (x.dtype === values.dtype) return;
  throw new EngineError("RuntimeError", "scatter(): Expected self.dtype to be equal to src.dtype");
}

/** The values that stand where the index has entries: it may be smaller. */
function beside(index: Tensor, values: Tensor): Tensor {
  return index.shape.reduce(
    (rest, length, axis) => (rest.shape[axis] === length ? rest : rest.slice(axis, 0, length)),
    values,
  );
}

const constant = (x: Tensor, value: number, shape: readonly number[]): Tensor =>
  new Tensor(represent(x.dtype, value), shape, x.dtype);

export const scatterCalls = {
  scatter: ({ value: x }: Variable, dim: number, { value: index }: Variable, src: Variable | number) => {
    const indices = scattered(x, dim, index);
    if (!(src instanceof Variable)) {
      return new Variable(scatter(x, constant(x, src, index.shape), { indices, as: "Scatter", overload: 1 }));
    }
    refuseOther(x, src.value);
    return new Variable(scatter(x, beside(index, src.value), { indices, as: "Scatter" }));
  },
  scatter_add: (
    { value: x }: Variable,
    dim: number,
    { value: index }: Variable,
    { value: src }: Variable,
  ) => {
    refuseOther(x, src);
    const indices = scattered(x, dim, index);
    return new Variable(scatterAdd(x, beside(index, src), { indices, as: "ScatterAdd" }));
  },
  index_add: ({ value: x }: Variable, dim: number, { value: index }: Variable, { value: source }: Variable) =>
    new Variable(scatterAdd(x, source, { indices: slices(x, dim, index).indices, as: "IndexAdd" })),
  index_copy: (
    { value: x }: Variable,
    dim: number,
    { value: index }: Variable,
    { value: source }: Variable,
  ) => new Variable(scatter(x, source, { indices: slices(x, dim, index).indices, as: "IndexCopy" })),
  index_fill: ({ value: x }: Variable, dim: number, { value: index }: Variable, value: number) => {
    const { indices, shape } = slices(x, dim, index);
    return new Variable(scatter(x, constant(x, value, shape), { indices, as: "IndexFill" }));
  },
  /** Entries by their place in the flattened tensor. */
  take: ({ value: x }: Variable, { value: index }: Variable) => {
    const indices = index.entries().map((at) => (at < 0 ? at + x.numel : at));
    if (indices.some((at) => at < 0 || at >= x.numel)) {
      throw new EngineError(
        "IndexError",
        `out of range: tried to access index ${Math.max(...index.entries())} on a tensor of ${x.numel} elements.`,
      );
    }
    return new Variable(take(x, { indices: Int32Array.from(indices), shape: index.shape, as: "Take" }));
  },
} satisfies Record<string, Call>;
