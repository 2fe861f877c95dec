import fc from "fast-check";
import { expect, test } from "vitest";
import { awayFromZero, integer, oneHot, uniform, type Nested } from "#exercise/index.ts";
import { randomFor } from "#grader/cases.ts";

const flat = (value: Nested): number[] => [value].flat(9) as number[];

const anyRandom = fc.string().map(randomFor);
const bound = fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths / 100);
const range = fc.tuple(bound, bound).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test("small numbers are whole, close to 0 and in range, where there are any", () => {
  fc.assert(
    fc.property(anyRandom, range, (random, [low, high]) => {
      const entries = flat(uniform(low, high).small!(random, [3, 2]));
      expect(entries).toHaveLength(6);
      for (const entry of entries) {
        expect(entry).toBeGreaterThanOrEqual(low - 1e-12);
        expect(entry).toBeLessThanOrEqual(high + 1e-12);
        if (Math.max(Math.ceil(low), -3) <= Math.min(Math.floor(high), 3)) {
          expect(Number.isInteger(entry) && Math.abs(entry) <= 3).toBe(true);
        }
      }
    }),
  );
});

test("small numbers away from zero stay away from it, even where 0 is the only whole one", () => {
  fc.assert(
    fc.property(anyRandom, fc.constantFrom(0.5, 1, 3), (random, most) => {
      const entries = flat(awayFromZero(uniform(-most, most)).small!(random, [4]));
      expect(entries.every((entry) => Math.abs(entry) >= 0.2 && Math.abs(entry) <= most)).toBe(true);
    }),
  );
});

test("small whole numbers start where the range does", () => {
  fc.assert(
    fc.property(anyRandom, fc.integer({ min: 0, max: 5 }), fc.nat(9), (random, low, length) => {
      const entry = integer(low, low + length).small!(random, []) as number;
      expect(entry).toBeGreaterThanOrEqual(low);
      expect(entry).toBeLessThanOrEqual(low + Math.min(length, 3));
    }),
  );
});

test("an array of whole numbers has its shape, and all numbers of its range", () => {
  const ids = integer(2, 9, ["rows", 3]);
  expect(ids).toMatchObject({ axes: ["rows", 3], integer: true });
  const drawn = ids.draw(randomFor("whole numbers"), [40, 3]) as number[][];
  expect(drawn.map((row) => row.length)).toEqual(Array.from({ length: 40 }, () => 3));
  expect(new Set(flat(drawn))).toEqual(new Set([2, 3, 4, 5, 6, 7, 8, 9]));
  const small = flat(ids.small!(randomFor("small"), [40, 3]));
  expect(new Set(small)).toEqual(new Set([2, 3, 4, 5]));
});

test("a one-hot row has a single 1, and each place gets it at times", () => {
  const random = randomFor("one hot");
  const rows = Array.from(
    { length: 200 },
    () => oneHot(["rows", "classes"]).draw(random, [2, 3]) as number[][],
  ).flat();
  for (const row of rows) expect(row.toSorted()).toEqual([0, 0, 1]);
  expect(new Set(rows.map((row) => row.indexOf(1))).size).toBe(3);
});
