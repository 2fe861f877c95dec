/** Random shapes, and random inputs of given shapes that stay away from where a function bends. */
import fc from "fast-check";
import { broadcastShapes, countEntries } from "#autodiff/shape.ts";
import { fromEntries, type Shape, type Tensor } from "#autodiff/index.ts";

const most = 40;
const length = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(0));

/** Ranks 0 to 4, axes of 0 to 4 entries. */
export const anyShape: fc.Arbitrary<Shape> = fc
  .array(length, { maxLength: 4 })
  .filter((shape) => countEntries(shape) <= most);

/** A shape of at least one axis, and one of its axes. */
export const anyAxis: fc.Arbitrary<{ shape: Shape; dim: number }> = anyShape
  .filter((shape) => shape.length > 0)
  .chain((shape) => fc.integer({ min: -shape.length, max: shape.length - 1 }).map((dim) => ({ shape, dim })));

/** Two shapes that broadcast: of one shape, each keeps its last axes, and of those some at length 1. */
export const broadcastPair: fc.Arbitrary<readonly [Shape, Shape]> = anyShape.chain((whole) => {
  const repeated = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  const part = fc
    .tuple(fc.nat(whole.length), repeated)
    .map(([dropped, ones]) => whole.slice(dropped).map((size, axis) => (ones[axis] ? 1 : size)));
  return fc.tuple(fc.boolean(), part, repeated).map(([swapped, small, ones]) => {
    const large = whole.map((size, axis) => (ones[axis] ? 1 : size));
    return swapped ? ([small, large] as const) : ([large, small] as const);
  });
});

/** The shape of what two such inputs make. */
export const meeting = ([x, y]: readonly [Shape, Shape]): Shape => broadcastShapes(x, y);

/** Lengths of at least 1. */
export const lengths = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: count, maxLength: count });

/** Some of 0 … count − 1, in any order; not none unless that is all there is. */
export const someOf = (count: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, i) => i),
    { minLength: Math.min(1, count) },
  );

/** As many numbers below a bound; they may repeat. */
export const placesBelow = (bound: number, count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(Math.max(0, bound - 1)), { minLength: bound && count, maxLength: bound && count });

export type Interval = readonly [low: number, high: number];

/**
 * Leaves of these shapes with entries from an interval, each from a part of it that no other has: ties stay away. `kinks` is 0
 * where the function bends; inputs at which one of its entries is within 0.01 of that are passed over.
 */
export function inputsOf(
  shapes: readonly Shape[],
  [low, high]: Interval,
  kinks?: (...inputs: Tensor[]) => Tensor,
): fc.Arbitrary<Tensor[]> {
  const count = shapes.reduce((total, shape) => total + countEntries(shape), 0);
  const parts = Array.from({ length: count }, (_, part) => part);
  const exactly = { minLength: count, maxLength: count };
  return fc
    .tuple(
      fc.shuffledSubarray(parts, exactly),
      fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), exactly),
    )
    .map(([order, places]) =>
      leaves(
        order.map((part, i) => low + ((high - low) * (part + places[i]!)) / count),
        shapes,
      ),
    )
    .filter(
      (inputs) =>
        kinks?.(...inputs)
          .entries()
          .every((distance) => Math.abs(distance) > 0.01) ?? true,
    );
}

/** A direction to move inputs of these shapes in. */
export const directionOf = (shapes: readonly Shape[]): fc.Arbitrary<Tensor[]> => {
  const count = shapes.reduce((total, shape) => total + countEntries(shape), 0);
  return fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: count, maxLength: count })
    .map((entries) => leaves(entries, shapes).map((tensor) => tensor.detach()));
};

function leaves(entries: readonly number[], shapes: readonly Shape[]): Tensor[] {
  let next = 0;
  return shapes.map((shape) =>
    fromEntries(entries.slice(next, (next += countEntries(shape))), shape, { requiresGrad: true }),
  );
}
