/**
 * Square matrices: inverse, determinant, and the solution of a system of equations. Each throws PyTorch's RuntimeError for a
 * matrix that isn't square or isn't of floats, and a NotImplementedError for a batch of them.
 */
import { isFloating, scalarTypes } from "#autodiff/dtype.ts";
import { EngineError } from "#autodiff/errors.ts";
import { dense } from "#autodiff/kernels/elementwise.ts";
import { call } from "#autodiff/notation.ts";
import { defineOp } from "#autodiff/operation.ts";
import { Tensor } from "#autodiff/tensor.ts";

/** The side of a square matrix. Throws PyTorch's error if it isn't one. */
function sideOf(x: Tensor, name: string): number {
  if (x.shape.length < 2) {
    throw new EngineError("RuntimeError", `${name}: The input tensor A must have at least 2 dimensions.`);
  }
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  if (rows !== columns) {
    throw new EngineError(
      "RuntimeError",
      `${name}: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
  }
  if (x.shape.length > 2) {
    throw new EngineError("NotImplementedError", `${name} of a batch isn't part of this course's torch`);
  }
  if (!isFloating(x.dtype)) {
    throw new EngineError(
      "RuntimeError",
      `${name}: Expected a floating point or complex tensor as input. Got ${scalarTypes[x.dtype]}`,
    );
  }
  return rows;
}

/**
 * Gauss–Jordan elimination with row exchanges. Returns A⁻¹B and det A; where a pivot is 0 the solution means nothing and
 * `singular` says which.
 */
function eliminate(
  a: Tensor,
  b: Tensor,
  n: number,
): { solution: Float64Array; determinant: number; singular: number | null } {
  const left = Float64Array.from(dense(a.data, a.shape, a.dtype));
  const right = Float64Array.from(dense(b.data, b.shape, b.dtype));
  const m = right.length / n;
  let determinant = 1;
  const exchange = (rows: Float64Array, width: number, one: number, other: number) => {
    for (let j = 0; j < width; j++) {
      [rows[one * width + j], rows[other * width + j]] = [rows[other * width + j]!, rows[one * width + j]!];
    }
  };
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(left[row * n + column]!) > Math.abs(left[pivot * n + column]!)) pivot = row;
    }
    const value = left[pivot * n + column]!;
    if (value === 0) return { solution: right, determinant: 0, singular: column + 1 };
    if (pivot !== column) {
      exchange(left, n, pivot, column);
      exchange(right, m, pivot, column);
      determinant = -determinant;
    }
    determinant *= value;
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column]! / value;
      if (row === column || factor === 0) continue;
      for (let j = column; j < n; j++) left[row * n + j]! -= factor * left[column * n + j]!;
      for (let j = 0; j < m; j++) right[row * m + j]! -= factor * right[column * m + j]!;
    }
  }
  for (let row = 0; row < n; row++) {
    for (let j = 0; j < m; j++) right[row * m + j]! /= left[row * (n + 1)]!;
  }
  return { solution: right, determinant, singular: null };
}

function refuseSingular(name: string, what: string, singular: number | null): void {
  if (singular === null) return;
  throw new EngineError(
    "RuntimeError",
    `${name}: The diagonal element ${singular} is zero, the ${what} could not be completed because the input matrix is singular.`,
  );
}

/** A⁻¹, `(n, n) → (n, n)`, so ∂L/∂A = −A⁻ᵀ·G·A⁻ᵀ. Throws a RuntimeError where A is singular. */
export const inverse = defineOp({
  name: "inverse",
  gradFn: "LinalgInvExBackward0",
  notation: call("inverse"),
  accepts: ([x]) => x!.dim === 2,
  forward: (x) => {
    const n = sideOf(x, "linalg.inv");
    const { solution, singular } = eliminate(x, identity(n), n);
    refuseSingular("linalg.inv", "inversion", singular);
    return new Tensor(solution, x.shape, "float64").converted(x.dtype);
  },
  vjp: [(g, { out }) => out.t().matmul(g).matmul(out.t()).neg()],
  malRules: [
    {
      message: "lost the minus sign",
      input: 0,
      vjp: (g, { out }) => out.t().matmul(g).matmul(out.t()),
    },
    {
      message: "did not transpose the inverse",
      input: 0,
      vjp: (g, { out }) => out.matmul(g).matmul(out).neg(),
    },
  ],
});

/** det A, `(n, n) → ()`, so ∂/∂A = det A·A⁻ᵀ: the way back throws a RuntimeError where A is singular. */
export const determinant = defineOp({
  name: "determinant",
  gradFn: "LinalgDetBackward0",
  notation: call("det"),
  accepts: ([x]) => x!.dim === 2,
  forward: (x) => {
    const n = sideOf(x, "linalg.det");
    const value = eliminate(x, identity(n), n).determinant;
    return new Tensor(value, [], "float64").converted(x.dtype);
  },
  vjp: [(g, { x, out }) => g.mul(out).mul(inverse(x).t())],
  malRules: [
    {
      message: "did not transpose the inverse",
      input: 0,
      vjp: (g, { x, out }) => g.mul(out).mul(inverse(x)),
    },
    { message: "left out the determinant itself", input: 0, vjp: (g, { x }) => g.mul(inverse(x).t()) },
  ],
});

/**
 * x = A⁻¹B in the shape of B, `(n,)` or `(n, m)`, so ∂L/∂B = A⁻ᵀ·G and ∂L/∂A = −∂L/∂B·xᵀ. Throws a RuntimeError where A is
 * singular, and where B hasn't n rows.
 */
export const solve = defineOp({
  name: "solve",
  gradFn: "LinalgSolveExBackward0",
  notation: call("solve"),
  forward: (x, y) => {
    const n = sideOf(x, "linalg.solve");
    if (y.shape[0] !== n) {
      throw new EngineError(
        "RuntimeError",
        `linalg.solve: Incompatible shapes of A and B for the equation AX = B (${n}x${n} and ${y.shape.join("x")})`,
      );
    }
    const { solution, singular } = eliminate(x, y, n);
    refuseSingular("torch.linalg.solve", "solve", singular);
    return new Tensor(solution, y.shape, "float64").converted(x.dtype);
  },
  vjp: [
    (g, { x, out }) => {
      const right = solve(x.t(), g);
      return right.shape.length === 1 ? right.unsqueeze(1).mul(out).neg() : right.matmul(out.t()).neg();
    },
    (g, { x }) => solve(x.t(), g),
  ] as [(g: Tensor, node: { x: Tensor; out: Tensor }) => Tensor, (g: Tensor, node: { x: Tensor }) => Tensor],
});

function identity(n: number): Tensor {
  const entries = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  return new Tensor(entries, [n, n], "float64");
}
