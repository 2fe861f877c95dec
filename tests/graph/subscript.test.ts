import fc from "fast-check";
import { expect, test } from "vitest";
import { arange, noGrad, type Tensor } from "#autodiff/index.ts";
import { expressionsOver } from "#graph/expression.ts";
import { labelOf } from "#graph/node-text.ts";
import { subscript, subscriptOf, axisSlicesOf } from "#graph/subscript.ts";

/** An array whose entries are their numbers. */
const array = (shape: readonly number[]): Tensor =>
  arange(0, shape.reduce((a, b) => a * b, 1), 1, { dtype: "float64" })
    .reshape(shape)
    .detach()
    .requiresGrad_(); // prettier-ignore

const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });

/** An array and a selection or slice of it. */
const slices = lengths.chain((shape) =>
  fc
    .record({
      axis: fc.nat(shape.length - 1),
      start: fc.nat(4),
      count: fc.integer({ min: 1, max: 5 }),
      step: fc.integer({ min: 1, max: 3 }),
      single: fc.boolean(),
    })
    .map(({ axis, start, count, step, single }) => {
      const first = start % shape[axis]!;
      const x = array(shape);
      return single ? x.select(axis, first) : x.slice(axis, first, first + count * step, step);
    }),
);

test("what is read from a selection or a slice takes the same entries again", () => {
  fc.assert(
    fc.property(slices, (out) => {
      const again = noGrad(() =>
        axisSlicesOf(out.node!).reduceRight(
          (rest, { start, stop, step, single }, axis) =>
            single ? rest.select(axis, start) : rest.slice(axis, start, stop, step),
          out.node!.x,
        ),
      );
      expect(again.toList()).toEqual(out.toList());
    }),
  );
});

test.each<[text: string, shape: number[], take: (x: Tensor) => Tensor]>([
  ["[1:4]", [5], (x) => x.slice(0, 1, 4)],
  ["[:3]", [5], (x) => x.slice(0, 0, 3)],
  ["[2:]", [5], (x) => x.slice(0, 2)],
  ["[::2]", [5], (x) => x.slice(0, 0, null, 2)],
  ["[:]", [5], (x) => x.slice(0)],
  ["[2]", [5], (x) => x.select(0, -3)],
  ["[1]", [2, 3], (x) => x.select(0, 1)],
  ["[:, 2]", [2, 3], (x) => x.select(1, 2)],
  ["[:, 1:]", [3, 3], (x) => x.slice(1, 1)],
  ["[1:]", [3, 3], (x) => x.slice(0, 1)],
  ["[:0]", [3], (x) => x.slice(0, 1, 1)],
])("%s", (text, shape, take) => {
  const { node } = take(array(shape));
  expect(subscript(node!)).toBe(text);
  expect(labelOf(node!, new Map())).toBe(text);
});

test("a longer expression is put in brackets, and other choices are not spelt out", () => {
  const [x, y] = [array([4]), array([4])];
  const write = expressionsOver(new Map([[x, "x"], [y, "y"]])); // prettier-ignore
  expect(write(x.add(y).slice(0, 1))).toBe("(x + y)[1:]");
  expect(write(x.slice(0, 1).sub(x.slice(0, 0, 3)))).toBe("x[1:] - x[:3]");
  expect(write(x.indexWith(arange(0, 4, 2)))).toBe("x[…]");
});

test("what several have in common: numbers, numbers from the end, the step", () => {
  const common = (...takes: [length: number, start: number, stop: number, at: number][]) =>
    subscriptOf(
      takes.map(([length, start, stop, at]) => ({
        axes: axisSlicesOf(array([length]).slice(0, start, stop).node!),
        at,
      })),
      "i",
    );
  expect(common([5, 1, 4, 0], [7, 1, 6, 0])).toBe("[1:-1]");
  expect(common([5, 1, 4, 0], [7, 1, 4, 0])).toBe("[1:4]");
  expect(common([5, 0, 3, 0], [5, 1, 4, 1], [5, 2, 5, 2])).toBe("[i-1:i+2]");
  expect(common([5, 4, 5, 0], [5, 3, 4, 1], [6, 5, 6, 0])).toBe("[-i:-i+1]");
  expect(common([5, 0, 2, 0], [6, 0, 5, 1])).toBe("[:…]");
});
