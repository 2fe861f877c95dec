/** What Python's `numpy` calls to multiply vectors, matrices and arrays of more axes. */
import { higher } from "#autodiff/dtype.ts";
import { EngineError, tensordot, type Tensor } from "#autodiff/index.ts";
import { summedAxes } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { matchFloats, tuple } from "#runtime/python/bridge/numpy/ufuncs.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** Both in the dtype that holds the entries of either. */
function alike(x: Tensor, y: Tensor): [x: Tensor, y: Tensor] {
  const [left, right] = x.dim > 0 && y.dim > 0 ? matchFloats(x, y) : [x, y];
  const dtype = higher(left.dtype, right.dtype);
  return [left.to(dtype), right.to(dtype)];
}

function matmul(x: Variable, y: Variable): Variable {
  const [left, right] = [x.value, y.value];
  for (const [i, { dim }] of [left, right].entries()) {
    if (dim > 0) continue;
    throw new EngineError(
      "ValueError",
      `matmul: Input operand ${i} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
    );
  }
  const inner = left.shape.at(-1)!;
  const outer = right.shape.at(right.dim === 1 ? 0 : -2)!;
  if (inner !== outer) {
    throw new EngineError(
      "ValueError",
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${outer} is different from ${inner})`,
    );
  }
  const [a, b] = alike(left, right);
  return new Variable(a.matmul(b));
}

/** The axis of `right` that meets the last one of `left`. Both have axes. */
function alignedAxis(left: Tensor, right: Tensor): number {
  const axis = Math.max(0, right.dim - 2);
  if (left.shape.at(-1) === right.shape[axis]) return axis;
  throw new EngineError(
    "ValueError",
    `shapes ${tuple(left.shape)} and ${tuple(right.shape)} not aligned: ${left.shape.at(-1)!} (dim ${left.dim - 1}) != ${right.shape[axis]!} (dim ${axis})`,
  );
}

/** `@` where an answer is graded: what does not fit is said in the words of `np.dot`, which name both shapes. */
export function matmulNamingShapes(x: Variable, y: Variable): Variable {
  if (x.value.dim > 0 && y.value.dim > 0) alignedAxis(x.value, y.value);
  return matmul(x, y);
}

/** `np.dot`: for matrices the product, for more axes sums over the last of x and the last but one of y. */
function dot(x: Variable, y: Variable): Variable {
  const [left, right] = [x.value, y.value];
  if (left.dim === 0 || right.dim === 0) return new Variable(left.mul(right));
  const axis = alignedAxis(left, right);
  return new Variable(tensordot(...alike(left, right), [[left.dim - 1], [axis]]));
}

export const productCalls = {
  array_matmul: matmul,
  array_dot: dot,
  array_tensordot: (x: Variable, y: Variable, ...axes: number[]) => {
    try {
      return new Variable(tensordot(...alike(x.value, y.value), summedAxes(axes)));
    } catch {
      throw new EngineError("ValueError", "shape-mismatch for sum");
    }
  },
} satisfies Record<string, Call>;
