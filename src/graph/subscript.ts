/** Which entries a selection or a slice takes, as Python writes it: `x[1:4]`, `X[:, 2]`. */
import type { Node } from "#autodiff/index.ts";
import type { Selection } from "#autodiff/operations/take.ts";
import { formOf } from "#autodiff/notation.ts";
import { indicesOf } from "#autodiff/shape.ts";

/** What is taken along an axis of this length: from `start` up to `stop`, or the place `start` alone. */
export interface AxisSlice {
  length: number;
  start: number;
  stop: number;
  step: number;
  single: boolean;
}

/** What a node takes along each axis, and in which step of a recurrence, counted from 0. */
export interface SliceAtStep {
  axes: readonly AxisSlice[];
  at: number;
}

/** Whether an operation is written as a subscript. */
export const isSubscript = (node: Node): boolean => formOf(node).kind === "subscript";

/** What a selection or a slice takes along each axis. */
export function axisSlicesOf({ x, out, params }: Node): AxisSlice[] {
  const { indices, as } = params as Selection;
  const first = indicesOf(x.shape, indices[0] ?? 0);
  const last = indicesOf(x.shape, indices.at(-1) ?? 0);
  const isDropped = (axis: number): boolean =>
    first[axis] === last[axis] && x.shape.toSpliced(axis, 1).every((length, i) => length === out.shape[i]);
  const dropped = as === "Select" ? x.shape.findIndex((_, axis) => isDropped(axis)) : -1;
  const counts = dropped === -1 ? out.shape : out.shape.toSpliced(dropped, 0, 1);
  return x.shape.map((length, axis) => {
    const [start, end, count] = [first[axis]!, last[axis]!, counts[axis]!];
    const step = count > 1 ? (end - start) / (count - 1) : 1;
    const stop = count === 0 ? start : end + step > length ? length : end + 1;
    return { length, start, stop, step, single: axis === dropped };
  });
}

const plus = (name: string, offset: number): string =>
  offset === 0 ? name : `${name}${offset > 0 ? "+" : ""}${offset}`;

interface Bound {
  value: number;
  length: number;
  /** The step of the recurrence, counted from 1. */
  t: number;
}

/** What a bound is every time: a number, one from the end, or one that goes with the step; an ellipsis if none of them. */
function boundText(bounds: readonly Bound[], letter: string): string {
  const always = (of: (bound: Bound) => number): number | null => {
    const [first, ...others] = bounds.map(of);
    return others.every((each) => each === first) ? first! : null;
  };
  const number = always(({ value }) => value) ?? always(({ value, length }) => value - length);
  if (number !== null) return String(number);
  const forwards = always(({ value, t }) => value - t);
  if (forwards !== null) return plus(letter, forwards);
  const backwards = always(({ value, length, t }) => value - length + t);
  return backwards === null ? "…" : plus(`-${letter}`, backwards);
}

function axisText(slices: readonly (AxisSlice & { t: number })[], letter: string): string {
  const text = (value: (each: AxisSlice) => number) =>
    boundText(
      slices.map((each) => ({ value: value(each), length: each.length, t: each.t })),
      letter,
    );
  const { single, step } = slices[0]!;
  if (single) return text(({ start }) => start);
  const from = slices.every(({ start }) => start === 0) ? "" : text(({ start }) => start);
  const to = slices.every(({ stop, length }) => stop === length) ? "" : text(({ stop }) => stop);
  return `${from}:${to}${step === 1 ? "" : `:${step}`}`;
}

/**
 * The subscript that all of these share: `[1:4]`, `[t-1]`, `[:, 2]`. Axes at the end that are taken whole are left out.
 * @param letter what the number of a step is called, counted from 1
 */
export function subscriptOf(uses: readonly SliceAtStep[], letter = "t"): string {
  const texts = uses[0]!.axes.map((_, axis) =>
    axisText(
      uses.map(({ axes, at }) => ({ ...axes[axis]!, t: at + 1 })),
      letter,
    ),
  );
  const last = texts.findLastIndex((text) => text !== ":");
  return `[${texts.slice(0, Math.max(1, last + 1)).join(", ")}]`;
}

/** The subscript of one node, in numbers. */
export const subscript = (node: Node): string => subscriptOf([{ axes: axisSlicesOf(node), at: 0 }]);
