import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import { lossCurves } from "#widgets/sign/sign-engine.ts";
import { signNumbers } from "#widgets/sign/sign-numbers.ts";
import { derivativePlot, lossPlot } from "#widgets/sign/sign-plots.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const number = fc.double({ min: -4, max: 4, noNaN: true });
const target = fc.double({ min: 0, max: 12, noNaN: true });

test("at x = 1 and y_actual = 10, both losses are what the lesson works out", () => {
  expect(signNumbers("difference", 10, 1)).toEqual({
    declared: { loss: -9, first: 1, second: 2, derivative: 2 },
    swapped: { loss: 9, first: -1, second: 2, derivative: -2 },
  });
  expect(signNumbers("squared", 10, 1)).toEqual({
    declared: { loss: 81, first: -18, second: 2, derivative: -36 },
    swapped: { loss: 81, first: 18, second: -2, derivative: -36 },
  });
});

describe("anywhere", () => {
  test("the factors multiply to the derivative, which finite differences confirm", () => {
    const h = 1e-5;
    fc.assert(
      fc.property(
        fc.constantFrom("difference", "squared"),
        fc.constantFrom("declared", "swapped"),
        number,
        target,
        (of, order, x, actual) => {
          const { first, second, derivative, loss } = lossCurves(of, order, actual, [x, x + h, x - h]);
          const scale = 1 + Math.abs(derivative[0]!);
          expect(first[0]! * second[0]!).toBeCloseTo(derivative[0]!, 9);
          expect(Math.abs((loss[1]! - loss[2]!) / (2 * h) - derivative[0]!)).toBeLessThan(1e-5 * scale);
        },
      ),
    );
  });

  test("a swap turns the difference over by one factor, and the square stays by two", () => {
    const opposite = (value: number) => 0 - value;
    fc.assert(
      fc.property(number, target, (x, actual) => {
        const difference = signNumbers("difference", actual, x);
        expect(difference.swapped.loss).toBeCloseTo(opposite(difference.declared.loss), 12);
        expect(difference.swapped.derivative).toBeCloseTo(opposite(difference.declared.derivative), 12);
        expect(difference.swapped.second).toBeCloseTo(difference.declared.second, 12);
        const squared = signNumbers("squared", actual, x);
        expect(squared.swapped.loss).toBeCloseTo(squared.declared.loss, 10);
        expect(squared.swapped.derivative).toBeCloseTo(squared.declared.derivative, 10);
        expect(squared.swapped.first).toBeCloseTo(opposite(squared.declared.first), 12);
        expect(squared.swapped.second).toBeCloseTo(opposite(squared.declared.second), 12);
      }),
    );
  });
});

test("is drawn at both ends of every slider", () => {
  for (const of of ["difference", "squared"] as const)
    for (const order of ["declared", "swapped"] as const)
      for (const x of [-4, 0, 4])
        for (const actual of [0, 12])
          for (const plot of [lossPlot, derivativePlot]) {
            const drawn = drawPlot(plot, { of, order, x, target: actual }, "wide", "sign", document);
            expect(drawn.outerHTML).not.toMatch(/NaN|Infinity|⚠/);
          }
});
