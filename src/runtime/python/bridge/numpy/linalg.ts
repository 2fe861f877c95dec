/** `numpy.linalg`: systems of linear equations, by elimination with pivots, and least squares, by reflections. */
import { EngineError, Tensor } from "#autodiff/index.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

type Rows = Float64Array[];

function rowsOf(x: Tensor): Rows {
  const entries = x.entries();
  const columns = x.shape[1] ?? 1;
  return Array.from({ length: x.shape[0]! }, (_, i) =>
    Float64Array.from(entries.slice(i * columns, (i + 1) * columns)),
  );
}

const fromRows = (rows: Rows, shape: readonly number[]): Variable =>
  new Variable(new Tensor(Float64Array.from(rows.flatMap((row) => [...row])), shape, "float64"));

function squareRows({ value }: Variable): Rows {
  if (value.dim < 2) {
    throw new EngineError(
      "ValueError",
      `LinAlgError: ${value.dim}-dimensional array given. Array must be at least two-dimensional`,
    );
  }
  if (value.dim > 2) {
    throw new EngineError(
      "NotImplementedError",
      "numpy.linalg of a stack of matrices isn't part of this course's numpy: take them one by one",
    );
  }
  if (value.shape[0] !== value.shape[1]) {
    throw new EngineError("ValueError", "LinAlgError: Last 2 dimensions of the array must be square");
  }
  return rowsOf(value);
}

/** Subtracts `factor` times another row. */
function subtract(row: Float64Array, factor: number, other: Float64Array): void {
  if (factor === 0) return;
  for (let i = 0; i < row.length; i++) row[i]! -= factor * other[i]!;
}

/**
 * Brings a to upper triangular form, with the largest entry of each column as its pivot, and does to b what it does to a.
 * @returns the determinant
 */
function eliminate(a: Rows, b: Rows): number {
  let determinant = 1;
  for (let k = 0; k < a.length; k++) {
    let pivot = k;
    for (let i = k + 1; i < a.length; i++) if (Math.abs(a[i]![k]!) > Math.abs(a[pivot]![k]!)) pivot = i;
    if (pivot !== k) {
      [a[k], a[pivot]] = [a[pivot]!, a[k]!];
      [b[k], b[pivot]] = [b[pivot]!, b[k]!];
      determinant = -determinant;
    }
    const top = a[k]![k]!;
    determinant *= top;
    if (top === 0) continue;
    for (let i = k + 1; i < a.length; i++) {
      const factor = a[i]![k]! / top;
      subtract(a[i]!, factor, a[k]!);
      subtract(b[i]!, factor, b[k]!);
    }
  }
  return determinant;
}

/** Solves a·x = b for an upper triangular a, from the last row up; x takes the place of b. */
function substituteBack(a: Rows, b: Rows, count: number): void {
  for (let i = count - 1; i >= 0; i--) {
    for (let j = i + 1; j < count; j++) subtract(b[i]!, a[i]![j]!, b[j]!);
    for (let c = 0; c < b[i]!.length; c++) b[i]![c]! /= a[i]![i]!;
  }
}

function solveRows(a: Rows, b: Rows): Rows {
  if (eliminate(a, b) === 0) throw new EngineError("ValueError", "LinAlgError: Singular matrix");
  substituteBack(a, b, a.length);
  return b;
}

/** The lower triangular L with L·Lᵀ = a. */
function cholesky(a: Rows): Rows {
  const lower = a.map(() => new Float64Array(a.length));
  for (const [i, row] of a.entries()) {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(rest > 0)) {
        throw new EngineError("ValueError", "LinAlgError: Matrix is not positive definite");
      }
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  return lower;
}

/** Brings a to upper triangular form by reflections (Householder), and does to b what it does to a. */
function reflect(a: Rows, b: Rows, columns: number): void {
  for (let k = 0; k < columns; k++) {
    let square = 0;
    for (let i = k; i < a.length; i++) square += a[i]![k]! ** 2;
    const length = a[k]![k]! > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    const normal = a.map((row, i) => (i < k ? 0 : row[k]! - (i === k ? length : 0)));
    const size = normal.reduce((sum, entry) => sum + entry * entry, 0);
    if (size === 0) continue;
    for (const rows of [a, b]) {
      for (let c = 0; c < rows[0]!.length; c++) {
        const along = normal.reduce((sum, entry, i) => sum + entry * rows[i]![c]!, 0);
        for (let i = k; i < rows.length; i++) rows[i]![c]! -= ((2 * along) / size) * normal[i]!;
      }
    }
  }
}

export const linalgCalls = {
  linalg_solve: (a: Variable, b: Variable) => {
    const rows = squareRows(a);
    if (rows.length !== b.value.shape[0]) {
      throw new EngineError(
        "ValueError",
        `solve${b.value.dim === 1 ? "1" : ""}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${b.value.dim === 1 ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)"} (size ${b.value.shape[0] ?? 0} is different from ${rows.length})`,
      );
    }
    return fromRows(solveRows(rows, rowsOf(b.value)), b.value.shape);
  },
  linalg_inv: (a: Variable) => {
    const rows = squareRows(a);
    const one = rows.map((_, i) => Float64Array.from(rows, (_row, j) => Number(i === j)));
    return fromRows(solveRows(rows, one), a.value.shape);
  },
  linalg_det: (a: Variable) => {
    const rows = squareRows(a);
    const determinant = eliminate(
      rows,
      rows.map(() => new Float64Array()),
    );
    return new Variable(new Tensor(determinant, [], "float64"));
  },
  linalg_cholesky: (a: Variable) => fromRows(cholesky(squareRows(a)), a.value.shape),
  /** The x with the least ‖a·x − b‖, for a of full rank with at least as many rows as columns. */
  linalg_least_squares: (a: Variable, b: Variable) => {
    const columns = a.value.shape[1]!;
    const [left, right] = [rowsOf(a.value), rowsOf(b.value)];
    reflect(left, right, columns);
    substituteBack(left, right, columns);
    return fromRows(right.slice(0, columns), [columns, ...b.value.shape.slice(1)]);
  },
} satisfies Record<string, Call>;
