/**
 * The inner loop of a product of matrices, where its time goes. In memory lie, one after another: the left factor, every four
 * rows woven into one run of columns; the right factor, every four columns woven into one run of rows; the product, row-major.
 * Rows and columns come in fours.
 */
export interface TileProduct {
  /** Room for this many numbers, with anything in it and for one product only; null if that is too much. */
  memory(length: number): Float64Array | null;
  run(memory: Float64Array, rows: number, k: number, columns: number): void;
}

export const tile = 4;

/** Sums of products of 4 rows and 4 columns at a time, held in registers. */
export const plainTiles: TileProduct = {
  memory: (length) => new Float64Array(length),
  run: (memory, rows, k, columns) => {
    const right = rows * k;
    const product = right + columns * k;
    for (let j = 0; j < columns; j += tile) {
      for (let i = 0; i < rows; i += tile) {
        multiplyTile(memory, i * k, right + j * k, k, product + i * columns + j, columns);
      }
    }
  },
};

// prettier-ignore
function multiplyTile(m: Float64Array, x: number, y: number, k: number, to: number, step: number): void {
  let c00 = 0, c01 = 0, c02 = 0, c03 = 0;
  let c10 = 0, c11 = 0, c12 = 0, c13 = 0;
  let c20 = 0, c21 = 0, c22 = 0, c23 = 0;
  let c30 = 0, c31 = 0, c32 = 0, c33 = 0;
  for (const end = x + 4 * k; x < end; x += 4, y += 4) {
    const y0 = m[y]!, y1 = m[y + 1]!, y2 = m[y + 2]!, y3 = m[y + 3]!;
    const x0 = m[x]!, x1 = m[x + 1]!, x2 = m[x + 2]!, x3 = m[x + 3]!;
    c00 += x0 * y0; c01 += x0 * y1; c02 += x0 * y2; c03 += x0 * y3;
    c10 += x1 * y0; c11 += x1 * y1; c12 += x1 * y2; c13 += x1 * y3;
    c20 += x2 * y0; c21 += x2 * y1; c22 += x2 * y2; c23 += x2 * y3;
    c30 += x3 * y0; c31 += x3 * y1; c32 += x3 * y2; c33 += x3 * y3;
  }
  m[to] = c00; m[to + 1] = c01; m[to + 2] = c02; m[to + 3] = c03; to += step;
  m[to] = c10; m[to + 1] = c11; m[to + 2] = c12; m[to + 3] = c13; to += step;
  m[to] = c20; m[to + 1] = c21; m[to + 2] = c22; m[to + 3] = c23; to += step;
  m[to] = c30; m[to + 1] = c31; m[to + 2] = c32; m[to + 3] = c33;
}
