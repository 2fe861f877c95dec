/**
 * The loops over entries, one at a time. They know storage and shapes, nothing of graphs or derivatives. A call for every
 * entry costs several times what the arithmetic does, so the commonest functions bring their own loop.
 */
import { allocate, represent, type DenseStorage, type DType, type Storage } from "#autodiff/dtype.ts";
import { countEntries, sameShape, scalarShape, strides, type Shape } from "#autodiff/shape.ts";

/** A function of one entry, and its loop. */
export interface Unary {
  readonly of: (x: number) => number;
  readonly fill: (result: DenseStorage, x: DenseStorage) => void;
}

/** A function of two entries, and its loop over one row: entries `from` up to `to` of the result. */
export interface Binary {
  readonly of: (x: number, y: number) => number;
  readonly fillRow: (
    result: DenseStorage,
    from: number,
    to: number,
    x: DenseStorage,
    xAt: number,
    xStep: number,
    y: DenseStorage,
    yAt: number,
    yStep: number,
  ) => void;
}

/** A function of one entry, with a loop that calls it for each. */
export const unary = (of: (x: number) => number): Unary => ({
  of,
  fill: (result, x) => {
    for (let i = 0; i < result.length; i++) result[i] = of(x[i]!);
  },
});

/** A function of two entries, with a loop that calls it for each pair. */
export const binary = (of: (x: number, y: number) => number): Binary => ({
  of,
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = of(x[p]!, y[q]!);
  },
});

export const sum: Binary = {
  of: (x, y) => x + y,
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = x[p]! + y[q]!;
  },
};

export const difference: Binary = {
  of: (x, y) => x - y,
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = x[p]! - y[q]!;
  },
};

export const product: Binary = {
  of: (x, y) => x * y,
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = x[p]! * y[q]!;
  },
};

export const quotient: Binary = {
  of: (x, y) => x / y,
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = x[p]! / y[q]!;
  },
};

/** x where y is positive, 0 elsewhere. */
export const gate: Binary = {
  of: (x, y) => (y > 0 ? x : 0),
  fillRow: (result, from, to, x, p, dp, y, q, dq) => {
    for (let i = from; i < to; i++, p += dp, q += dq) result[i] = y[q]! > 0 ? x[p]! : 0;
  },
};

export const negative: Unary = {
  of: (x) => -x,
  fill: (result, x) => {
    for (let i = 0; i < result.length; i++) result[i] = -x[i]!;
  },
};

export const square: Unary = {
  of: (x) => x * x,
  fill: (result, x) => {
    for (let i = 0; i < result.length; i++) result[i] = x[i]! * x[i]!;
  },
};

/** max(x, 0); NaN stays NaN. */
export const rectifier: Unary = {
  of: (x) => (x <= 0 ? 0 : x),
  fill: (result, x) => {
    for (let i = 0; i < result.length; i++) result[i] = x[i]! <= 0 ? 0 : x[i]!;
  },
};

/** Every entry written out, row-major. An array is returned as it is, not copied. */
export function dense(data: Storage, shape: Shape, dtype: DType): DenseStorage {
  if (typeof data !== "number") return data;
  return allocate(dtype, countEntries(shape)).fill(data);
}

/** f of every entry, in a new array; of a plain number, once. */
export function map(data: Storage, dtype: DType, f: Unary): Storage {
  if (typeof data === "number") return represent(dtype, f.of(data));
  const result = allocate(dtype, data.length);
  f.fill(result, data);
  return result;
}

/** For each axis of `to`, how far a step along it moves in `from`: 0 where `from` is repeated. */
function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = strides(from);
  const missing = to.length - from.length;
  return to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : own[axis - missing]!));
}

/**
 * Calls `visit` with the offset of the first entry of each row of the last axis, for two operands walked together. `a` and `b`
 * say how many entries each moves by for a step along each axis of `shape`.
 */
export function forEachRow(
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

/** Where a plain number stands while it is an operand of a loop. */
const onlyX = new Float64Array(1);
const onlyY = new Float64Array(1);

function alone(value: number, place: Float64Array): Float64Array {
  place[0] = value;
  return place;
}

/**
 * f of the entries of two arrays that broadcast to `shape`, for each entry of that, row-major; of two plain numbers a plain
 * number.
 */
export function zip(
  a: Storage,
  aShape: Shape,
  b: Storage,
  bShape: Shape,
  shape: Shape,
  dtype: DType,
  f: Binary,
): Storage {
  if (typeof a === "number" && typeof b === "number") return represent(dtype, f.of(a, b));
  const result = allocate(dtype, countEntries(shape));
  const count = result.length;
  if (count === 0) return result;
  const x = typeof a === "number" ? alone(a, onlyX) : a;
  const y = typeof b === "number" ? alone(b, onlyY) : b;
  // An operand of one entry stays where it is; one that has them all goes along.
  if ((x.length === 1 || x.length === count) && (y.length === 1 || y.length === count)) {
    f.fillRow(result, 0, count, x, 0, x.length === 1 ? 0 : 1, y, 0, y.length === 1 ? 0 : 1);
    return result;
  }
  const xStrides = broadcastStrides(x.length === 1 ? scalarShape : aShape, shape);
  const yStrides = broadcastStrides(y.length === 1 ? scalarShape : bShape, shape);
  const row = shape.at(-1) ?? 1;
  const xStep = xStrides.at(-1) ?? 0;
  const yStep = yStrides.at(-1) ?? 0;
  let next = 0;
  forEachRow(shape, xStrides, yStrides, (xOffset, yOffset) => {
    f.fillRow(result, next, (next += row), x, xOffset, xStep, y, yOffset, yStep);
  });
  return result;
}

const first = binary((x) => x);

/** The entries repeated along new and unit axes, so that they fill `shape`. */
export function expand(data: Storage, from: Shape, shape: Shape, dtype: DType): Storage {
  if (typeof data === "number" || sameShape(from, shape)) return data;
  return zip(data, from, 0, scalarShape, shape, dtype, first);
}
