import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awayFromZero, integer, joinWithAnd, nameIn, starter, uniform } from "#exercise/index.ts";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("names", () => {
  test.each([
    ["d_x_square", "dXSquare"],
    ["d_w_h2", "dWH2"],
    ["d_h0_h2", "dH0H2"],
    ["y_actual", "yActual"],
    ["X", "X"],
    ["dZ", "dZ"],
    ["batch_norm_backward", "batchNormBackward"],
  ])("%s is %s in JavaScript", (python, javascript) => {
    expect(nameIn("javascript", python)).toBe(javascript);
    expect(nameIn("python", python)).toBe(python);
  });

  test("are listed as in a sentence", () => {
    expect([
      joinWithAnd([]),
      joinWithAnd(["w"]),
      joinWithAnd(["w", "b"]),
      joinWithAnd(["w", "x", "b"]),
    ]).toEqual(["", "w", "w and b", "w, x and b"]);
  });
});

describe("samplers", () => {
  test("uniform stays in its range, in steps of a hundredth, and reaches both ends", () => {
    fc.assert(
      fc.property(random, (value) => {
        const drawn = uniform(-3, 3).draw(() => value, []) as number;
        expect(Math.abs(drawn)).toBeLessThanOrEqual(3);
        expect(drawn).toBe(Math.round(drawn * 100) / 100);
      }),
    );
    expect(uniform(-3, 3).draw(() => 0, [])).toBe(-3);
    expect(uniform(-3, 3).draw(() => 1 - 2 ** -53, [])).toBe(3);
  });

  test("uniform fills the shape that it is given", () => {
    expect(uniform(1, 1, ["n", 2]).draw(() => 0.5, [3, 2])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test("integers are whole and in range", () => {
    fc.assert(
      fc.property(random, (value) => {
        const drawn = integer(0, 8).draw(() => value, []) as number;
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn <= 8).toBe(true);
      }),
    );
  });

  test("awayFromZero keeps its distance and its shape", () => {
    fc.assert(
      fc.property(fc.infiniteStream(random), (stream) => {
        const next = () => stream.next().value as number;
        const drawn = awayFromZero(uniform(-3, 3, ["n"]), 0.2).draw(next, [4]) as number[];
        expect(drawn).toHaveLength(4);
        expect(drawn.every((value) => Math.abs(value) >= 0.2)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the starter", () => {
  const exercise = {
    inputs: { w: uniform(-3, 3), y_actual: uniform(-3, 3) },
    wrt: ["w", "y_actual"],
    asks: { name: "d_loss", params: ["y_actual", "w"] },
  };

  test("has the function's first line and says what to return", () => {
    expect(starter(exercise, "python")).toBe(
      "def d_loss(y_actual, w):\n    # Return (dw, dy_actual).\n    pass\n",
    );
    expect(starter(exercise, "javascript")).toBe(
      "function dLoss(yActual, w) {\n  // Return [dw, dyActual].\n}\n",
    );
  });

  test("imports NumPy where there are arrays", () => {
    const arrays = { ...exercise, inputs: { ...exercise.inputs, w: uniform(-3, 3, ["n"]) } };
    expect(starter(arrays, "python")).toMatch(/^import numpy as np\n\n/);
  });
});
