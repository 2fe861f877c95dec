import fc from "fast-check";
import { describe, expect, test } from "vitest";
import rnn from "../../../exercises/recursive/rnn.ts";
import { grad, tensor } from "#autodiff/index.ts";
import { startState, steps, weights } from "#widgets/unrolled/unrolled-setting.ts";
import { gradientsOverTime, unroll } from "#widgets/unrolled/unrolled-engine.ts";

/** Settings that the sliders can reach. */
const settings = fc.record({
  cell: fc.constantFrom("linear", "tanh"),
  w: fc
    .integer({ min: weights.min / weights.step, max: weights.max / weights.step })
    .map((n) => n * weights.step),
  T: fc.integer(steps),
});

const close = (actual: number, expected: number, magnitude = Math.abs(expected)) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * magnitude);

describe("the paths back to the weight", () => {
  test("are as many as the steps, from the last to the first, and add up to the engine's gradient", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { uses, byWeight } = unroll(setting);
        expect(uses.map(({ step }) => step)).toEqual(
          Array.from({ length: setting.T }, (_, i) => setting.T - i),
        );
        const shares = uses.map(({ contribution }) => contribution);
        close(
          shares.reduce((a, b) => a + b, 0),
          byWeight,
          shares.reduce((a, b) => a + Math.abs(b), 0),
        );
      }),
    );
  });

  test("contribute the product of their factors", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        for (const { back, slope, state, contribution } of unroll(setting).uses)
          close(back * slope * state, contribution);
      }),
    );
  });
});

describe("the gradients", () => {
  test("of the linear cell have the closed forms wᵀ and T·wᵀ⁻¹·h₀, and every path brings the same", () => {
    fc.assert(
      fc.property(settings, ({ w, T }) => {
        const { byStart, byWeight, uses } = unroll({ cell: "linear", w, T });
        close(byStart, w ** T);
        close(byWeight, T * w ** (T - 1) * startState);
        for (const { contribution } of uses) close(contribution, w ** (T - 1) * startState);
      }),
    );
  });

  test("of the tanh cell are those of the lesson's exercise without inputs", () => {
    fc.assert(
      fc.property(settings, ({ w, T }) => {
        const leaves = {
          w: tensor(w, { dtype: "float64", requiresGrad: true }),
          h0: tensor(startState, { dtype: "float64", requiresGrad: true }),
        };
        const noInputs = tensor(Array<number>(T).fill(0), { dtype: "float64" });
        const h = rnn.forward({ ...leaves, u: noInputs.sum(), xs: noInputs }, (_, step) => step);
        const [dw, dh0] = grad(h, [leaves.w, leaves.h0]);
        const { byStart, byWeight } = unroll({ cell: "tanh", w, T });
        close(byWeight, dw.item());
        close(byStart, dh0.item());
      }),
    );
  });

  test("over time begin with a result that is its own start", () => {
    for (const cell of ["linear", "tanh"] as const) {
      const { byStart, byWeight } = gradientsOverTime(cell, 1.5);
      expect([byStart[0], byWeight[0]]).toEqual([1, 0]);
      expect(byStart).toHaveLength(steps.max + 1);
      expect(byWeight[7]).toBe(unroll({ cell, w: 1.5, T: 7 }).byWeight);
    }
  });
});
