/** Entries moved from one place to another. */
import { allocate, type DenseStorage, type DType, type Storage } from "#autodiff/dtype.ts";
import { forEachRow } from "#autodiff/kernels/elementwise.ts";
import { strides, type Shape } from "#autodiff/shape.ts";

/** The entries, row-major, once the axes are reordered: `order[axis]` names the axis of the input that becomes axis `axis`. */
export function permute(data: Storage, shape: Shape, order: readonly number[], dtype: DType): Storage {
  if (typeof data === "number") return data;
  const result = allocate(dtype, data.length);
  if (result.length === 0) return result;
  const own = strides(shape);
  const lengths = order.map((axis) => shape[axis]!);
  const steps = order.map((axis) => own[axis]!);
  const row = lengths.at(-1) ?? 1;
  const step = steps.at(-1) ?? 0;
  let next = 0;
  forEachRow(lengths, steps, steps, (offset) => {
    for (let i = 0; i < row; i++) result[next++] = data[offset + i * step]!;
  });
  return result;
}

/** result[i] = data[indices[i]] */
export function gather(data: Storage, indices: Int32Array, dtype: DType): Storage {
  if (typeof data === "number") return data;
  const result = allocate(dtype, indices.length);
  for (let i = 0; i < result.length; i++) result[i] = data[indices[i]!]!;
  return result;
}

/** result[indices[i]] += data[i], from `length` zeros. */
export function scatter(data: Storage, indices: Int32Array, length: number, dtype: DType): DenseStorage {
  const result = allocate(dtype, length);
  for (let i = 0; i < indices.length; i++) {
    result[indices[i]!]! += typeof data === "number" ? data : data[i]!;
  }
  return result;
}
