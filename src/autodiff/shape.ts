import { EngineError } from "#autodiff/errors.ts";

/** The lengths of a tensor's axes; `[]` for a scalar. */
export type Shape = readonly number[];

export const scalarShape: Shape = Object.freeze([]);

/** The number of entries, the product of the lengths: 1 for a scalar. With `dims`, the product of the first so many. */
export function countEntries(shape: Shape, dims = shape.length): number {
  let count = 1;
  for (let axis = 0; axis < dims; axis++) count *= shape[axis]!;
  return count;
}

/** Whether two shapes have the same lengths. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** Entries to step over for one step along each axis, row-major: `[12, 4, 1]` for the shape `[2, 3, 4]`. */
export function strides(shape: Shape): number[] {
  const result = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    result[axis] = step;
    step *= shape[axis]!;
  }
  return result;
}

/** The indices of the entry with this number, row-major. */
export function indicesOf(shape: Shape, entry: number): number[] {
  const indices: number[] = [];
  let rest = entry;
  for (const length of shape.toReversed()) {
    indices.unshift(rest % length);
    rest = Math.trunc(rest / length);
  }
  return indices;
}

/** How many entries tensors of these shapes have at most when they are broadcast, whether or not they can be. */
export function mostEntries(shapes: readonly Shape[]): number {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  let entries = 1;
  for (let axis = 1; axis <= rank; axis++)
    entries *= Math.max(1, ...shapes.map((shape) => shape.at(-axis) ?? 1));
  return entries;
}

/** Whether a tensor of one shape can be repeated to get the other. */
export const repeatsTo = (from: Shape, to: Shape): boolean =>
  from.length <= to.length &&
  from.every((length, i) => length === 1 || length === to[i + to.length - from.length]);

/**
 * The shape that two are broadcast to. Axes are aligned from the last; throws PyTorch's RuntimeError unless lengths are equal,
 * or one of them 1.
 */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (b.length === 0 || sameShape(a, b)) return a;
  if (a.length === 0) return b;
  const dims = Math.max(a.length, b.length);
  const result = new Array<number>(dims);
  for (let axis = dims - 1; axis >= 0; axis--) {
    const aLength = a[axis - dims + a.length] ?? 1;
    const bLength = b[axis - dims + b.length] ?? 1;
    if (aLength !== bLength && aLength !== 1 && bLength !== 1) {
      throw new EngineError(
        "RuntimeError",
        `The size of tensor a (${aLength}) must match the size of tensor b (${bLength}) at non-singleton dimension ${axis}`,
      );
    }
    result[axis] = aLength === 1 ? bLength : aLength;
  }
  return result;
}

/** Counts a negative dimension from the end; a scalar counts as having one. Throws PyTorch's IndexError when it is out of range. */
export function normalizeDim(dim: number, dims: number): number {
  const range = Math.max(dims, 1);
  if (!Number.isInteger(dim) || dim < -range || dim >= range) {
    throw new EngineError(
      "IndexError",
      `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + range : dim;
}

/** The same for several dimensions, in ascending order. Throws PyTorch's RuntimeError where one is named twice. */
export function normalizeDims(dim: number | readonly number[], dims: number): number[] {
  const result = (typeof dim === "number" ? [dim] : dim).map((each) => normalizeDim(each, dims));
  for (const [position, each] of result.entries()) {
    if (result.indexOf(each) !== position) {
      throw new EngineError("RuntimeError", `dim ${each} appears multiple times in the list of dims`);
    }
  }
  return result.sort((a, b) => a - b);
}

/**
 * The shape with the length that makes it hold so many entries in place of a −1. Throws PyTorch's RuntimeError for more than
 * one −1, and where nothing fits.
 */
export function inferShape(wanted: Shape, entries: number): Shape {
  const list = `[${wanted.join(", ")}]`;
  const open = wanted.indexOf(-1);
  if (open !== -1 && wanted.includes(-1, open + 1)) {
    throw new EngineError("RuntimeError", "only one dimension can be inferred");
  }
  const known = countEntries(wanted.filter((length) => length !== -1));
  const fits = open === -1 ? known === entries : known > 0 && entries % known === 0;
  if (!fits) throw new EngineError("RuntimeError", `shape '${list}' is invalid for input of size ${entries}`);
  return open === -1 ? wanted : wanted.with(open, entries / known);
}

/** `torch.Size([2, 3])` */
export const formatShape = (shape: Shape): string => `torch.Size([${shape.join(", ")}])`;
