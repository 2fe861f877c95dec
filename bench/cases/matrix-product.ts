import type { Floats } from "../case.ts";

/** A matrix, or by other strides the transpose of one. */
export interface StridedMatrix {
  entries: Floats;
  /** How far apart neighbours in a column lie. */
  down: number;
  /** How far apart neighbours in a row lie. */
  across: number;
}

export const matrix = (entries: Floats, columns: number): StridedMatrix => ({
  entries,
  down: columns,
  across: 1,
});

export const transposed = ({ entries, down, across }: StridedMatrix): StridedMatrix => ({
  entries,
  down: across,
  across: down,
});

/**
 * product ← AB, where A is m × k and B is k × n. Sixteen sums at a time stay in registers, so that a number that was read is
 * used four times; rows and columns that don't fill a tile of 4 × 4 follow one by one.
 */
export function multiply(
  a: StridedMatrix,
  b: StridedMatrix,
  product: Floats,
  m: number,
  k: number,
  n: number,
): void {
  const tiledRows = m - (m % 4);
  const tiledColumns = n - (n % 4);
  multiplyTiles(a, b, product, tiledRows, k, tiledColumns, n);
  multiplyOneByOne(a, b, product, 0, m, k, tiledColumns, n);
  multiplyOneByOne(a, b, product, tiledRows, m, k, 0, tiledColumns, n);
}

function multiplyTiles(
  { entries: left, down: aDown, across: aAcross }: StridedMatrix,
  { entries: right, down: bDown, across: bAcross }: StridedMatrix,
  product: Floats,
  m: number,
  k: number,
  columns: number,
  n: number,
): void {
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < columns; j += 4) {
      let s00 = 0,
        s01 = 0,
        s02 = 0,
        s03 = 0;
      let s10 = 0,
        s11 = 0,
        s12 = 0,
        s13 = 0;
      let s20 = 0,
        s21 = 0,
        s22 = 0,
        s23 = 0;
      let s30 = 0,
        s31 = 0,
        s32 = 0,
        s33 = 0;
      for (let p = i * aDown, q = j * bAcross, end = q + k * bDown; q < end; p += aAcross, q += bDown) {
        const b0 = right[q]!;
        const b1 = right[q + bAcross]!;
        const b2 = right[q + 2 * bAcross]!;
        const b3 = right[q + 3 * bAcross]!;
        const a0 = left[p]!;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s03 += a0 * b3;
        const a1 = left[p + aDown]!;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s13 += a1 * b3;
        const a2 = left[p + 2 * aDown]!;
        s20 += a2 * b0;
        s21 += a2 * b1;
        s22 += a2 * b2;
        s23 += a2 * b3;
        const a3 = left[p + 3 * aDown]!;
        s30 += a3 * b0;
        s31 += a3 * b1;
        s32 += a3 * b2;
        s33 += a3 * b3;
      }
      const at = i * n + j;
      product[at] = s00;
      product[at + 1] = s01;
      product[at + 2] = s02;
      product[at + 3] = s03;
      product[at + n] = s10;
      product[at + n + 1] = s11;
      product[at + n + 2] = s12;
      product[at + n + 3] = s13;
      product[at + 2 * n] = s20;
      product[at + 2 * n + 1] = s21;
      product[at + 2 * n + 2] = s22;
      product[at + 2 * n + 3] = s23;
      product[at + 3 * n] = s30;
      product[at + 3 * n + 1] = s31;
      product[at + 3 * n + 2] = s32;
      product[at + 3 * n + 3] = s33;
    }
  }
}

function multiplyOneByOne(
  { entries: left, down: aDown, across: aAcross }: StridedMatrix,
  { entries: right, down: bDown, across: bAcross }: StridedMatrix,
  product: Floats,
  firstRow: number,
  m: number,
  k: number,
  firstColumn: number,
  columns: number,
  n = columns,
): void {
  for (let i = firstRow; i < m; i++) {
    for (let j = firstColumn; j < columns; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += left[i * aDown + l * aAcross]! * right[l * bDown + j * bAcross]!;
      product[i * n + j] = sum;
    }
  }
}
