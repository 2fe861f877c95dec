import { expect, test } from "vitest";
import { tensor } from "#autodiff/index.ts";
import { inspect } from "#runtime/javascript/inspect.ts";

const circular: unknown[] = [1];
circular.push(circular);

test.each<[unknown, string]>([
  [0.1, "0.1"],
  [-0, "-0"],
  [1e21, "1e+21"],
  [NaN, "NaN"],
  [10n, "10n"],
  ["text", "text"],
  [["text", 1], '["text", 1]'],
  [[1, [2, 3]], "[1, [2, 3]]"],
  [new Float64Array([1, 2]), "[1, 2]"],
  [{ a: 1, b: { c: "d" } }, '{ a: 1, b: { c: "d" } }'],
  [{}, "{}"],
  [[], "[]"],
  [undefined, "undefined"],
  [null, "null"],
  [Math.sin, "[function sin]"],
  [new Map([["a", 1]]), 'Map { "a" => 1 }'],
  [new Set([1]), "Set { 1 }"],
  [new TypeError("so"), "TypeError: so"],
  [tensor([1, 2]), "tensor([1., 2.])"],
  [circular, "[1, [circular]]"],
])("%#: %s", (value, text) => {
  expect(inspect(value)).toBe(text);
});

test("long arrays are cut", () => {
  expect(inspect(Array.from({ length: 150 }, () => 0))).toMatch(/, 0, … 50 more\]$/);
});
