/**
 * Products of matrices. Four rows by four columns are summed at a time; what they need is first packed side by side as
 * doubles, so that one inner loop serves every dtype, transposed or not. Each sum runs over p = 0, 1, 2, … from 0.
 */
import { allocate, type DenseStorage, type DType } from "#autodiff/dtype.ts";
import { plainTiles, tile, type TileProduct } from "#autodiff/kernels/tiles.ts";
import { simdTiles } from "#autodiff/kernels/tiles-simd.ts";

/** A matrix in memory: where it starts, and the steps to the next row and the next column. */
export interface Matrix {
  readonly data: DenseStorage;
  start: number;
  readonly rowStep: number;
  readonly columnStep: number;
}

/**
 * `batches` products of an m×k by a k×n matrix, each next to the one before in memory: batches · m · n entries, row-major.
 * Moves the `start` of both factors behind the last matrix.
 */
export function matmul(
  a: Matrix,
  b: Matrix,
  batches: number,
  m: number,
  k: number,
  n: number,
  dtype: DType,
): DenseStorage {
  const result = allocate(dtype, batches * m * n);
  const multiply = m < tile || n < tile || k === 0 ? multiplyPlainly : multiplyTiles;
  for (let batch = 0; batch < batches; batch++) {
    multiply(a, b, result, batch * m * n, m, k, n);
    a.start += m * k;
    b.start += k * n;
  }
  return result;
}

/** Where the product is narrower than a tile. */
function multiplyPlainly(
  a: Matrix,
  b: Matrix,
  c: DenseStorage,
  cStart: number,
  m: number,
  k: number,
  n: number,
): void {
  const { data: x, columnStep } = a;
  const { data: y, rowStep } = b;
  for (let i = 0, to = cStart; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let total = 0;
      let xAt = a.start + i * a.rowStep;
      let yAt = b.start + j * b.columnStep;
      for (let p = 0; p < k; p++, xAt += columnStep, yAt += rowStep) total += x[xAt]! * y[yAt]!;
      c[to++] = total;
    }
  }
}

let simd: TileProduct | null | undefined;

function multiplyTiles(
  a: Matrix,
  b: Matrix,
  c: DenseStorage,
  cStart: number,
  m: number,
  k: number,
  n: number,
): void {
  if (simd === undefined) simd = simdTiles();
  const rows = tile * Math.ceil(m / tile);
  const columns = tile * Math.ceil(n / tile);
  const length = rows * k + k * columns + rows * columns;
  const room = simd?.memory(length);
  const memory = room ?? new Float64Array(length);
  pack(memory, 0, m, a.data, a.start, a.rowStep, a.columnStep, k);
  pack(memory, rows * k, n, b.data, b.start, b.columnStep, b.rowStep, k);
  (room && simd ? simd : plainTiles).run(memory, rows, k, columns);
  for (let i = 0, to = cStart, from = (rows + columns) * k; i < m; i++, from += columns) {
    for (let j = 0; j < n; j++) c[to++] = memory[from + j]!;
  }
}

/** Weaves lines of k entries into one run, four at a time; lines that are missing from the last four are 0. */
function pack(
  to: Float64Array,
  at: number,
  lines: number,
  data: DenseStorage,
  start: number,
  lineStep: number,
  step: number,
  k: number,
): void {
  const whole = lines - (lines % tile);
  for (let line = 0; line < whole; line += tile) {
    for (let p = 0, from = start + line * lineStep; p < k; p++, from += step, at += tile) {
      to[at] = data[from]!;
      to[at + 1] = data[from + lineStep]!;
      to[at + 2] = data[from + 2 * lineStep]!;
      to[at + 3] = data[from + 3 * lineStep]!;
    }
  }
  if (whole === lines) return;
  to.fill(0, at, at + tile * k);
  for (let line = whole; line < lines; line++) {
    for (let p = 0; p < k; p++) {
      to[at + p * tile + line - whole] = data[start + line * lineStep + p * step]!;
    }
  }
}
