import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewDigits, numberText } from "#graph/number-text.ts";
import { distinguishingDigits, valueText } from "#grader/value-text.ts";
import type { Value } from "#runtime/runtime.ts";

const number = (value: number): Value => ({ kind: "number", value, integer: false });

describe("numberText", () => {
  it.each([
    [2, "2"],
    [-2.5, "-2.5"],
    [1 / 3, "0.333333"],
    [0.1 + 0.2, "0.3"],
    [1e-9, "1e-9"],
    [123456789, "123457000"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
  ])("writes %d as %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});

describe("valueText", () => {
  it.each<[string, Value]>([
    ["[]", { kind: "array", shape: [0], data: [] }],
    ["[1, 2]", { kind: "array", shape: [2], data: [1, 2] }],
    ["[[1, 2, 3], [4, 5, 6]]", { kind: "array", shape: [2, 3], data: [1, 2, 3, 4, 5, 6] }],
    ["7", { kind: "array", shape: [], data: [7] }],
    ["(1, None)", { kind: "tuple", items: [number(1), { kind: "other", type: "NoneType", text: "None" }] }],
  ])("writes %s", (text, value) => {
    expect(valueText(value)).toBe(text);
  });
});

describe("tellingDigits", () => {
  it("stays with a few digits where they tell two values apart", () => {
    expect(distinguishingDigits(number(2), number(2.0002))).toBe(fewDigits);
  });

  it("always finds enough", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, (one, other) => {
        fc.pre(one !== other);
        const digits = distinguishingDigits(number(one), number(other));
        expect(numberText(one, digits)).not.toBe(numberText(other, digits));
      }),
    );
  });

  it("finds enough for neighbouring numbers", () => {
    const digits = distinguishingDigits(number(0.1 + 0.2), number(0.3));
    expect(numberText(0.1 + 0.2, digits)).not.toBe(numberText(0.3, digits));
  });
});
