/**
 * The loops over entries. They know storage and shapes, nothing of graphs or derivatives. Sums are accumulated in double
 * precision whatever the dtype.
 */
import { allocate, represent, type DenseStorage, type DType, type Storage } from "#autodiff/dtype.ts";
import { countEntries, sameShape, strides, type Shape } from "#autodiff/shape.ts";

/** Every entry written out. */
export function dense(data: Storage, shape: Shape, dtype: DType): DenseStorage {
  if (typeof data !== "number") return data;
  return allocate(dtype, countEntries(shape)).fill(data);
}

/** f of every entry. */
export function map(data: Storage, dtype: DType, f: (x: number) => number): Storage {
  if (typeof data === "number") return represent(dtype, f(data));
  const result = allocate(dtype, data.length);
  for (let i = 0; i < result.length; i++) result[i] = f(data[i]!);
  return result;
}

/** For each axis of `to`, how far a step along it moves in `from`: 0 where `from` is repeated. */
function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = strides(from);
  const missing = to.length - from.length;
  return to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : own[axis - missing]!));
}

/** Calls `visit` with the offset of the first entry of each row of the last axis, for two operands walked together. */
function forEachRow(
  shape: Shape,
  a: readonly number[],
  b: readonly number[],
  visit: (aOffset: number, bOffset: number) => void,
): void {
  const outer = shape.length - 1;
  const counter = new Array<number>(Math.max(outer, 0)).fill(0);
  let aOffset = 0;
  let bOffset = 0;
  for (;;) {
    visit(aOffset, bOffset);
    let axis = outer - 1;
    for (; axis >= 0; axis--) {
      aOffset += a[axis]!;
      bOffset += b[axis]!;
      if (++counter[axis]! < shape[axis]!) break;
      aOffset -= a[axis]! * shape[axis]!;
      bOffset -= b[axis]! * shape[axis]!;
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** f of the entries of two arrays that broadcast to `shape`. */
export function zip(
  a: Storage,
  aShape: Shape,
  b: Storage,
  bShape: Shape,
  shape: Shape,
  dtype: DType,
  f: (x: number, y: number) => number,
): Storage {
  if (typeof a === "number") {
    if (typeof b === "number") return represent(dtype, f(a, b));
    if (sameShape(bShape, shape)) {
      const result = allocate(dtype, b.length);
      for (let i = 0; i < result.length; i++) result[i] = f(a, b[i]!);
      return result;
    }
  } else if (typeof b === "number") {
    if (sameShape(aShape, shape)) {
      const result = allocate(dtype, a.length);
      for (let i = 0; i < result.length; i++) result[i] = f(a[i]!, b);
      return result;
    }
  } else if (sameShape(aShape, bShape)) {
    const result = allocate(dtype, a.length);
    for (let i = 0; i < result.length; i++) result[i] = f(a[i]!, b[i]!);
    return result;
  }
  const result = allocate(dtype, countEntries(shape));
  if (result.length === 0) return result;
  const x = typeof a === "number" ? Float64Array.of(a) : a;
  const y = typeof b === "number" ? Float64Array.of(b) : b;
  const xStrides = broadcastStrides(typeof a === "number" ? [] : aShape, shape);
  const yStrides = broadcastStrides(typeof b === "number" ? [] : bShape, shape);
  const row = shape.at(-1) ?? 1;
  const xStep = xStrides.at(-1) ?? 0;
  const yStep = yStrides.at(-1) ?? 0;
  let next = 0;
  forEachRow(shape, xStrides, yStrides, (xOffset, yOffset) => {
    for (let i = 0; i < row; i++) result[next++] = f(x[xOffset + i * xStep]!, y[yOffset + i * yStep]!);
  });
  return result;
}

/** The entries repeated along new and unit axes, so that they fill `shape`. */
export function expand(data: Storage, from: Shape, shape: Shape, dtype: DType): Storage {
  if (typeof data === "number") return data;
  return zip(data, from, 0, [], shape, dtype, (x) => x);
}

/**
 * Σ of all entries, in the order in which PyTorch adds on a processor with four doubles to a register: four times four running
 * sums, then what does not fill a register, then the sums. Rounding depends on it, and so whether 2.5 prints as `2.5000`.
 */
function sumOfRow(data: DenseStorage): number {
  const lanes = 4;
  const block = 4 * lanes;
  const registers = data.length - (data.length % lanes);
  const blocks = registers - (registers % block);
  const sums = new Float64Array(block);
  for (let i = 0; i < blocks; i++) sums[i % block]! += data[i]!;
  for (let i = blocks; i < registers; i++) sums[i % lanes]! += data[i]!;
  for (let i = lanes; i < block; i++) sums[i % lanes]! += sums[i]!;
  let total = 0;
  for (let i = registers; i < data.length; i++) total += data[i]!;
  for (let lane = 0; lane < lanes; lane++) total += sums[lane]!;
  return total;
}

/** Sums of the entries along these axes (ascending). */
export function sum(data: Storage, shape: Shape, axes: readonly number[], dtype: DType): Storage {
  const removed = countEntries(axes.map((axis) => shape[axis]!));
  if (typeof data === "number") return represent(dtype, data * removed);
  if (axes.length === shape.length) return represent(dtype, sumOfRow(data));
  let lengths = [...shape];
  let totals: DenseStorage = data;
  for (const axis of axes.toReversed()) {
    const outer = countEntries(lengths.slice(0, axis));
    const length = lengths[axis]!;
    const inner = countEntries(lengths.slice(axis + 1));
    const next = new Float64Array(outer * inner);
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < length; k++) {
        const from = (o * length + k) * inner;
        for (let i = 0; i < inner; i++) next[o * inner + i]! += totals[from + i]!;
      }
    }
    totals = next;
    lengths = lengths.toSpliced(axis, 1);
  }
  return dtype === "float32" ? Float32Array.from(totals) : totals;
}

/** `order[axis]` names the axis of the input that becomes axis `axis`. */
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

/** result[indices[i]] += data[i], from zeros. */
export function scatter(data: Storage, indices: Int32Array, length: number, dtype: DType): DenseStorage {
  const result = allocate(dtype, length);
  for (let i = 0; i < indices.length; i++) {
    result[indices[i]!]! += typeof data === "number" ? data : data[i]!;
  }
  return result;
}

/** `batches` products of an m×k by a k×n matrix, row-major. Works on tiles of 4×4 sums held in registers. */
export function matmul(
  a: DenseStorage,
  b: DenseStorage,
  batches: number,
  m: number,
  k: number,
  n: number,
  dtype: DType,
): DenseStorage {
  const result = allocate(dtype, batches * m * n);
  for (let batch = 0; batch < batches; batch++) {
    multiply(a, batch * m * k, b, batch * k * n, result, batch * m * n, m, k, n);
  }
  return result;
}

function multiply(
  a: DenseStorage,
  aStart: number,
  b: DenseStorage,
  bStart: number,
  c: DenseStorage,
  cStart: number,
  m: number,
  k: number,
  n: number,
): void {
  const tiledRows = m - (m % 4);
  const tiledColumns = n - (n % 4);
  for (let i = 0; i < tiledRows; i += 4) {
    const a0 = aStart + i * k;
    const a1 = a0 + k;
    const a2 = a1 + k;
    const a3 = a2 + k;
    // prettier-ignore
    for (let j = 0; j < tiledColumns; j += 4) {
      let c00 = 0, c01 = 0, c02 = 0, c03 = 0;
      let c10 = 0, c11 = 0, c12 = 0, c13 = 0;
      let c20 = 0, c21 = 0, c22 = 0, c23 = 0;
      let c30 = 0, c31 = 0, c32 = 0, c33 = 0;
      for (let p = 0, at = bStart + j; p < k; p++, at += n) {
        const b0 = b[at]!;
        const b1 = b[at + 1]!;
        const b2 = b[at + 2]!;
        const b3 = b[at + 3]!;
        const x0 = a[a0 + p]!;
        const x1 = a[a1 + p]!;
        const x2 = a[a2 + p]!;
        const x3 = a[a3 + p]!;
        c00 += x0 * b0; c01 += x0 * b1; c02 += x0 * b2; c03 += x0 * b3;
        c10 += x1 * b0; c11 += x1 * b1; c12 += x1 * b2; c13 += x1 * b3;
        c20 += x2 * b0; c21 += x2 * b1; c22 += x2 * b2; c23 += x2 * b3;
        c30 += x3 * b0; c31 += x3 * b1; c32 += x3 * b2; c33 += x3 * b3;
      }
      const c0 = cStart + i * n + j;
      const c1 = c0 + n;
      const c2 = c1 + n;
      const c3 = c2 + n;
      c[c0] = c00; c[c0 + 1] = c01; c[c0 + 2] = c02; c[c0 + 3] = c03;
      c[c1] = c10; c[c1 + 1] = c11; c[c1 + 2] = c12; c[c1 + 3] = c13;
      c[c2] = c20; c[c2 + 1] = c21; c[c2 + 2] = c22; c[c2 + 3] = c23;
      c[c3] = c30; c[c3 + 1] = c31; c[c3 + 2] = c32; c[c3 + 3] = c33;
    }
  }
  for (let i = 0; i < m; i++) {
    for (let j = i < tiledRows ? tiledColumns : 0; j < n; j++) {
      let total = 0;
      for (let p = 0; p < k; p++) total += a[aStart + i * k + p]! * b[bStart + p * n + j]!;
      c[cStart + i * n + j] = total;
    }
  }
}
