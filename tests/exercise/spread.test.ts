import fc from "fast-check";
import { expect, test } from "vitest";
import { spread, spreadWhole, toHundredths } from "#exercise/spread.ts";
import type { Range } from "#exercise/index.ts";
import { randomFor } from "#grader/cases.ts";

const anyRandom = fc.string().map(randomFor);
const bound = fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths / 100);
const anyRange = fc.tuple(bound, bound).map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)]);
const count = fc.integer({ min: 10, max: 80 });

test("numbers stay in their range, and every part of it has some", () => {
  fc.assert(
    fc.property(anyRandom, anyRange, count, (random, [low, high], many) => {
      const numbers = spread([[low, high]], many, random).toSorted((a, b) => a - b);
      expect(numbers).toHaveLength(many);
      for (const number of numbers) expect(low <= number && number <= high).toBe(true);
      const gaps = [low, ...numbers, high].map((number, i, all) => number - (all[i - 1] ?? low));
      expect(Math.max(...gaps)).toBeLessThanOrEqual((2 * (high - low)) / (many - 4) + 1e-12);
    }),
  );
});

test("one number each lies close to the ends, and one on either side of 0, not at it", () => {
  fc.assert(
    fc.property(anyRandom, anyRange, count, (random, [low, high], many) => {
      fc.pre(low <= -0.1 && high >= 0.1);
      const numbers = spread([[low, high]], many, random);
      const near = (high - low) / 100;
      expect(Math.min(...numbers) - low).toBeLessThanOrEqual(near);
      expect(high - Math.max(...numbers)).toBeLessThanOrEqual(near);
      expect(numbers.some((number) => 0 < number && number <= near)).toBe(true);
      expect(numbers.some((number) => -near <= number && number < 0)).toBe(true);
      expect(numbers).not.toContain(0);
    }),
  );
});

test("a gap between two ranges stays empty, and both of its sides are reached", () => {
  fc.assert(
    fc.property(anyRandom, count, (random, many) => {
      const ranges: Range[] = [
        [-3, -0.2],
        [0.2, 3],
      ];
      const numbers = spread(ranges, many, random);
      expect(numbers.filter((number) => Math.abs(number) < 0.2)).toEqual([]);
      expect(Math.min(...numbers.filter((number) => number > 0))).toBeLessThanOrEqual(0.256);
      expect(Math.max(...numbers.filter((number) => number < 0))).toBeGreaterThanOrEqual(-0.256);
    }),
  );
});

test("whole numbers have all their turn, or the ends and what lies evenly between", () => {
  fc.assert(
    fc.property(anyRandom, fc.integer({ min: -5, max: 5 }), fc.nat(30), (random, low, more) => {
      const numbers = spreadWhole([low, low + more], 10, random);
      expect(numbers).toHaveLength(10);
      expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([low, low + more]);
      expect(new Set(numbers).size).toBe(Math.min(10, more + 1));
    }),
  );
});

test("to two decimals a number keeps its sign and its range", () => {
  fc.assert(
    fc.property(anyRange, fc.double({ min: 0, max: 1, noNaN: true }), ([low, high], share) => {
      const number = low + share * (high - low);
      const short = toHundredths(number, [[low, high]]);
      expect(Math.abs(short - number)).toBeLessThanOrEqual(0.005 + 1e-12);
      expect(Math.sign(short)).toBe(Math.sign(number));
      expect(low <= short && short <= high).toBe(true);
    }),
  );
});
