/** Sums, accumulated in double precision whatever the dtype. */
import { allocate, represent, type DenseStorage, type DType, type Storage } from "#autodiff/dtype.ts";
import { countEntries, type Shape } from "#autodiff/shape.ts";

/**
 * Σ of all entries, in the order in which PyTorch adds on a processor with four doubles to a register: four registers of
 * running sums, then what does not fill a register, then the sums. Rounding depends on it, and so whether 2.5 prints as
 * `2.5000`.
 */
function sumOfAll(data: DenseStorage): number {
  const { length } = data;
  const registers = length - (length % 4);
  const blocks = length - (length % 16);
  let i = 0;
  // prettier-ignore
  let a0 = 0, a1 = 0, a2 = 0, a3 = 0,
      b0 = 0, b1 = 0, b2 = 0, b3 = 0,
      c0 = 0, c1 = 0, c2 = 0, c3 = 0,
      d0 = 0, d1 = 0, d2 = 0, d3 = 0;
  // prettier-ignore
  for (; i < blocks; i += 16) {
    a0 += data[i]!;      a1 += data[i + 1]!;  a2 += data[i + 2]!;  a3 += data[i + 3]!;
    b0 += data[i + 4]!;  b1 += data[i + 5]!;  b2 += data[i + 6]!;  b3 += data[i + 7]!;
    c0 += data[i + 8]!;  c1 += data[i + 9]!;  c2 += data[i + 10]!; c3 += data[i + 11]!;
    d0 += data[i + 12]!; d1 += data[i + 13]!; d2 += data[i + 14]!; d3 += data[i + 15]!;
  }
  // prettier-ignore
  for (; i < registers; i += 4) {
    a0 += data[i]!;      a1 += data[i + 1]!;  a2 += data[i + 2]!;  a3 += data[i + 3]!;
  }
  let total = 0;
  for (; i < length; i++) total += data[i]!;
  total += a0 + b0 + c0 + d0;
  total += a1 + b1 + c1 + d1;
  total += a2 + b2 + c2 + d2;
  total += a3 + b3 + c3 + d3;
  return total;
}

/** Sums along one axis, of which `outer` × `length` × `inner` entries are written row-major. */
function sumOfAxis(data: DenseStorage, outer: number, length: number, inner: number): Float64Array {
  const totals = new Float64Array(outer * inner);
  let from = 0;
  for (let start = 0; start < totals.length; start += inner) {
    const end = start + inner;
    for (let k = 0; k < length; k++) {
      for (let to = start; to < end; to++) totals[to]! += data[from++]!;
    }
  }
  return totals;
}

/** Sums along these axes (ascending): one for each place along the others, row-major; over all axes a plain number. */
export function sumOf(data: Storage, shape: Shape, axes: readonly number[], dtype: DType): Storage {
  if (typeof data === "number") {
    let removed = 1;
    for (const axis of axes) removed *= shape[axis]!;
    return represent(dtype, data * removed);
  }
  if (axes.length === shape.length) return represent(dtype, sumOfAll(data));
  let totals: DenseStorage = data;
  let inner = 1;
  let next = axes.length - 1;
  for (let axis = shape.length - 1; next >= 0; axis--) {
    if (axis !== axes[next]) inner *= shape[axis]!;
    else {
      totals = sumOfAxis(totals, countEntries(shape, axis), shape[axis]!, inner);
      next--;
    }
  }
  return dtype === "float32" ? Float32Array.from(totals) : totals;
}

/** total + more, written over `total` where that is an array. */
export function accumulate(total: Storage, more: Storage, shape: Shape, dtype: DType): Storage {
  if (typeof total === "number") {
    if (typeof more === "number") return represent(dtype, total + more);
    return accumulate(allocate(dtype, countEntries(shape)).fill(total), more, shape, dtype);
  }
  if (typeof more === "number") for (let i = 0; i < total.length; i++) total[i]! += more;
  else for (let i = 0; i < total.length; i++) total[i]! += more[i]!;
  return total;
}
