/** What Python's `numpy` calls to write into an array. */
import { EngineError, isFloating, sameShape, type DType } from "#autodiff/index.ts";
import { valuesFor, type Operand } from "#runtime/python/bridge/arguments.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";
import { tuple } from "#runtime/python/bridge/numpy/ufuncs.ts";
import type { Variable } from "#runtime/python/bridge/variable.ts";

/** Writes a result into an array in place. */
function assign(x: Variable, result: Variable, name: string): void {
  const { shape, dtype } = x.value;
  const next = result.value;
  if (!sameShape(next.shape, shape)) {
    throw new EngineError(
      "ValueError",
      `non-broadcastable output operand with shape ${tuple(shape)} doesn't match the broadcast shape ${tuple(next.shape)}`,
    );
  }
  const rank = (of: DType) => (isFloating(of) ? 2 : of === "int64" ? 1 : 0);
  if (rank(next.dtype) > rank(dtype)) {
    throw new EngineError(
      "TypeError",
      `Cannot cast ufunc '${name}' output from dtype('${next.dtype}') to dtype('${dtype}') with casting rule 'same_kind'`,
    );
  }
  x.replace(next.to(dtype));
}

/** `x[…] = values` */
function fill(x: Variable, values: Operand): void {
  const { shape, dtype } = x.value;
  let next = valuesFor(x, values);
  while (next.dim > shape.length && next.shape[0] === 1) next = next.squeeze(0);
  const fits =
    next.dim <= shape.length &&
    next.shape.every((length, axis) => length === 1 || length === shape[axis - next.dim + shape.length]);
  if (!fits && shape.length === 0) {
    throw new EngineError("ValueError", "setting an array element with a sequence.");
  }
  if (!fits) {
    throw new EngineError(
      "ValueError",
      `could not broadcast input array from shape ${tuple(next.shape)} into shape ${tuple(shape)}`,
    );
  }
  x.replace(next.to(dtype).expand(shape));
}

export const inPlaceCalls = { array_assign: assign, array_fill: fill } satisfies Record<string, Call>;
