/** What Python's `torch` calls to take entries from places that indices name, and to put values there. */
import { represent } from "#autodiff/dtype.ts";
import { EngineError, Tensor } from "#autodiff/index.ts";
import { scatter, scatterAdd } from "#autodiff/operations/scatter.ts";
import { placesIn, rearrange, take } from "#autodiff/operations/take.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { indexAlong } from "#runtime/python/bridge/indexing.ts";
import { lift } from "#runtime/python/bridge/torch/lift.ts";

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
  const places = indexAlong(placesIn(x), dim, index);
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

/** The entries where a mask, broadcast to the tensor, is true. */
function maskedSelect(x: Tensor, mask: Tensor): Tensor {
  const hits = mask
    .expand(x.shape)
    .entries()
    .flatMap((hit, place) => (hit ? [place] : []));
  const index = new Tensor(Float64Array.from(hits), [hits.length], "int64");
  return rearrange(x, "MaskedSelect", (all) => all.reshape([-1]).indexWith(index));
}

export const gatherScatterCalls = {
  gather: lift((x: Tensor, dim: number, index: Tensor) => x.gather(index, dim)),
  index_select: lift((x: Tensor, dim: number, index: Tensor) =>
    rearrange(x, "IndexSelect", (all) => indexAlong(all, dim, index)),
  ),
  masked_select: lift(maskedSelect),
  /** Entries by their place in the flattened tensor. */
  take: lift((x: Tensor, index: Tensor) => {
    const indices = index.entries().map((at) => (at < 0 ? at + x.numel : at));
    if (indices.some((at) => at < 0 || at >= x.numel)) {
      throw new EngineError(
        "IndexError",
        `out of range: tried to access index ${Math.max(...index.entries())} on a tensor of ${x.numel} elements.`,
      );
    }
    return take(x, { indices: Int32Array.from(indices), shape: index.shape, as: "Take" });
  }),
  scatter: lift((x: Tensor, dim: number, index: Tensor, src: Tensor | number) => {
    const indices = scattered(x, dim, index);
    if (typeof src === "number") {
      return scatter(x, constant(x, src, index.shape), { indices, as: "Scatter", overload: 1 });
    }
    refuseOther(x, src);
    return scatter(x, beside(index, src), { indices, as: "Scatter" });
  }),
  scatter_add: lift((x: Tensor, dim: number, index: Tensor, src: Tensor) => {
    refuseOther(x, src);
    return scatterAdd(x, beside(index, src), { indices: scattered(x, dim, index), as: "ScatterAdd" });
  }),
  index_add: lift((x: Tensor, dim: number, index: Tensor, source: Tensor) =>
    scatterAdd(x, source, { indices: slices(x, dim, index).indices, as: "IndexAdd" }),
  ),
  index_copy: lift((x: Tensor, dim: number, index: Tensor, source: Tensor) =>
    scatter(x, source, { indices: slices(x, dim, index).indices, as: "IndexCopy" }),
  ),
  index_fill: lift((x: Tensor, dim: number, index: Tensor, value: number) => {
    const { indices, shape } = slices(x, dim, index);
    return scatter(x, constant(x, value, shape), { indices, as: "IndexFill" });
  }),
} satisfies Record<string, Call>;
