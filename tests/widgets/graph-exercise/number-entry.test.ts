import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "#widgets/graph-exercise/number-entry.ts";

describe("a number is read as people write it", () => {
  test.each<[string, number]>([
    ["-1/4", -0.25],
    ["0.25", 0.25],
    ["−3", -3],
    ["1e-2", 0.01],
    [" - 1 / 4 ", -0.25],
    ["+2", 2],
    [".5", 0.5],
    ["3.", 3],
    ["1/-2", -0.5],
    ["0.5/2", 0.25],
    ["0", 0],
  ])("%s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test("whatever JavaScript prints", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test("a fraction of two whole numbers", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (numerator, denominator) => {
        expect(readNumber(`${numerator}/${denominator}`)).toBeCloseTo(numerator / denominator, 12);
      }),
    );
  });
});

describe("what is no number is told, with what to write instead", () => {
  test.each<[string, RegExp]>([
    ["", /Fill in a number/],
    ["  ", /Fill in a number/],
    ["0,25", /decimal point/],
    ["2x", /not a number/],
    ["1/2/3", /not a number/],
    ["1/", /not a number/],
    ["--1", /not a number/],
    ["0x10", /not a number/],
    ["Infinity", /not a number/],
    ["1/0", /not a finite number/],
    ["1e999", /not a finite number/],
  ])("“%s”", (text, complaint) => {
    expect(readNumber(text)).toEqual({ problem: expect.stringMatching(complaint) as string });
  });

  test("any text is a number or a complaint", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readNumber(text);
        expect(typeof read === "number" ? Number.isFinite(read) : read.problem.length > 0).toBe(true);
      }),
    );
  });
});
