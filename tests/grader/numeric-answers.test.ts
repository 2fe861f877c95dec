/**
 * Answers that approximate the derivative by values of the function. What counts is what comes out: those that come within the
 * tolerance are right, as the page on grading says.
 */
import { describe, expect, test } from "vitest";
import { tolerance } from "#grader/compare.ts";
import { gradeFor } from "./answer.ts";

/** A complex number: as much of one as the functions below need. */
type Complex = readonly [real: number, imaginary: number];

const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
};
const plus = (...terms: readonly Complex[]): Complex =>
  terms.reduce(([a, b], [c, d]): Complex => [a + c, b + d], [0, 0]);

const functions: Readonly<Record<string, (z: Complex) => Complex>> = {
  "scalar/square": (z) => times(z, z),
  "scalar/polynomial": (z) => plus(times([3, 0], times(z, times(z, z))), times([-2, 0], z), [5, 0]),
  "scalar/reciprocal": (z) => over([1, 0], z),
};

type Method = (f: (z: Complex) => Complex, x: number) => number;

const central =
  (h: number): Method =>
  (f, x) =>
    (f([x + h, 0])[0] - f([x - h, 0])[0]) / (2 * h);

/** Central quotients of ever smaller steps, from which the errors are eliminated one power of the step after another. */
const richardson: Method = (f, x) => {
  let row = Array.from({ length: 6 }, (_, i) => central(0.1 / 2 ** i)(f, x));
  for (let k = 1; row.length > 1; k++) {
    row = row.slice(1).map((finer, i) => (4 ** k * finer - row[i]!) / (4 ** k - 1));
  }
  return row[0]!;
};

const complexStep: Method = (f, x) => f([x, 1e-20])[1] / 1e-20;

/** Cauchy's integral along a circle around x, by the mean over 32 points of it. */
const cauchy: Method = (f, x) => {
  const turns = Array.from({ length: 32 }, (_, k): Complex => {
    const angle = (2 * Math.PI * k) / 32;
    return [Math.cos(angle), Math.sin(angle)];
  });
  const terms = turns.map((turn) => over(f([x + 0.1 * turn[0], 0.1 * turn[1]]), turn));
  return plus(...terms)[0] / (32 * 0.1);
};

const gradeBy = (id: string, method: Method) => gradeFor(id, (x: number) => method(functions[id]!, x));

describe.each(Object.keys(functions))("of the function of %s", (id) => {
  test.each<[name: string, method: Method]>([
    ["one-sided quotient", (f, x) => (f([x + 1e-8, 0])[0] - f([x, 0])[0]) / 1e-8],
    ["central quotient of a small step", central(1e-5)],
    ["central quotient of the best step size", central(6e-6)],
  ])("a %s is refused, and told what it is", async (_, method) => {
    const { verdict, diagnosis } = await gradeBy(id, method);
    expect({ verdict, kind: diagnosis?.kind }).toEqual({ verdict: "incorrect", kind: "finite-difference" });
  });

  test.each([
    ["Richardson's extrapolation", richardson],
    ["a complex step", complexStep],
    ["Cauchy's integral", cauchy],
  ])("%s comes within the tolerance, and so is right", async (_, method) => {
    expect(await gradeBy(id, method)).toMatchObject({ verdict: "correct" });
  });
});

test("a central quotient of a wide step is exact on a square, and right for that alone", async () => {
  expect(await gradeBy("scalar/square", central(0.5))).toMatchObject({ verdict: "correct" });
  expect(await gradeBy("scalar/polynomial", central(0.5))).toMatchObject({ verdict: "incorrect" });
  expect(await gradeBy("scalar/reciprocal", central(0.1))).toMatchObject({ verdict: "incorrect" });
});

test("what misses by twice the tolerance is refused, what misses by half of it is right", async () => {
  const off = (by: number) => gradeFor("scalar/square", (x: number) => 2 * x + by * tolerance * 6);
  expect(await off(0.5)).toMatchObject({ verdict: "correct" });
  expect(await off(2)).toMatchObject({ verdict: "incorrect" });
});
