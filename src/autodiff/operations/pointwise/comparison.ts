/** Comparisons give truth values, in the shape that the operands are broadcast to; nothing flows back through them. */
import type { DType } from "#autodiff/dtype.ts";
import { binary } from "#autodiff/kernels/elementwise.ts";
import { mapBinary, mapUnary } from "#autodiff/operations/map.ts";
import type { Tensor } from "#autodiff/tensor.ts";

const truth = (): DType => "bool";

function compare(holds: (x: number, y: number) => boolean): (x: Tensor, y: Tensor) => Tensor {
  const kernel = binary((a, b) => (holds(a, b) ? 1 : 0));
  return (x, y) => mapBinary(x, y, kernel, truth);
}

/** x = y; of NaN and anything never. */
export const eq = compare((a, b) => a === b);

/** x ≠ y; of NaN and anything always. */
export const ne = compare((a, b) => a !== b);

/** x < y */
export const lt = compare((a, b) => a < b);

/** x ≤ y */
export const le = compare((a, b) => a <= b);

/** x > y */
export const gt = compare((a, b) => a > b);

/** x ≥ y */
export const ge = compare((a, b) => a >= b);

/** Whether both differ from 0. */
export const logicalAnd = compare((a, b) => a !== 0 && b !== 0);

/** Whether one differs from 0. */
export const logicalOr = compare((a, b) => a !== 0 || b !== 0);

/** Whether x is 0. */
export const logicalNot = (x: Tensor): Tensor => mapUnary(x, (a) => (a === 0 ? 1 : 0), "bool");

/** Whether x is NaN, which alone differs from itself. */
export const isnan = (x: Tensor): Tensor => mapUnary(x, (a) => (Number.isNaN(a) ? 1 : 0), "bool");
