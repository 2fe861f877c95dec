import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEntries, ones, type Tensor } from "#autodiff/index.ts";
import { loadExercise } from "#course/files.ts";
import { gradeAnswer, gradeFor, type Derivative } from "./answer.ts";
import { sigmoid } from "./functions.ts";

const correct: [string, string, Derivative][] = [
  ["scalar/square", "as a product", (x: number) => 2 * x],
  ["scalar/square", "as a sum", (x: number) => x + x],
  ["scalar/square", "from the limit, solved", (x: number) => ((x + 1) ** 2 - (x - 1) ** 2) / 2],
  ["scalar/polynomial", "term by term", (x: number) => 9 * x ** 2 - 2],
  ["scalar/polynomial", "factored", (x: number) => (3 * x - Math.SQRT2) * (3 * x + Math.SQRT2)],
  ["scalar/reciprocal", "as a power", (x: number) => -(x ** -2)],
  ["scalar/sigmoid", "from the output", (x: number) => sigmoid(x) * (1 - sigmoid(x))],
  ["scalar/sigmoid", "from the quotient", (x: number) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2],
  ["scalar/sigmoid", "from the symmetric form", (x: number) => 1 / (2 + Math.exp(x) + Math.exp(-x))],
  ["loss/difference", "with the sign in front", (_y: number, _p: number, x: number) => -2 * x],
  ["loss/squared-error", "by the chain rule", (y: number, p: number, x: number) => 2 * (p - y) * 2 * x],
  [
    "loss/squared-error",
    "with both signs turned",
    (y: number, p: number, x: number) => 2 * (y - p) * (-2 * x),
  ],
  ["loss/squared-error", "expanded", (y: number, _p: number, x: number) => 4 * x ** 3 - 4 * x * y],
  ["loss/absolute-error", "by the sign", (y: number, x: number) => Math.sign(x * x - y) * 2 * x],
  ["linear/weight", "as it is", (_w: number, x: number) => x],
  ["linear/bias", "as a constant", () => 1],
  ["linear/input", "as it is", (w: number) => w],
  [
    "linear/squared-error",
    "both",
    (w: number, x: number, b: number, y: number) => [2 * x * (w * x + b - y), 2 * (w * x + b - y)],
  ],
  ["linear/neuron", "all three", (w: number, x: number, b: number) => {
    const a = sigmoid(w * x + b);
    return [x, w, 1].map((local) => a * (1 - a) * local);
  }], // prettier-ignore
  ["vector/sum-of-squares", "entrywise", (x: Tensor) => x.mul(2)],
  [
    "batch-linear/bias",
    "as a column sum",
    (X: Tensor, W: Tensor) => ones([X.shape[0]!, W.shape[1]!]).sum(0, true),
  ],
];

const wrong: [string, Derivative, string, string | null][] = [
  ["scalar/square", (x: number) => -2 * x, "sign", null],
  ["scalar/square", (x: number) => 4 * x, "constant-factor", null],
  ["scalar/square", (x: number) => x ** 2, "not-differentiated", null],
  ["scalar/square", (x: number) => 2 * x ** 2, "wrong-rule", "x**2"],
  ["scalar/square", () => 2, "wrong-rule", "x**2"],
  ["scalar/polynomial", (x: number) => 9 * x ** 2, "missing-path", null],
  ["scalar/polynomial", (x: number) => 9 * x ** 2 + 2, "wrong-rule", null],
  ["scalar/polynomial", (x: number) => 3 * x ** 2 - 2, "missing-factor", null],
  ["scalar/reciprocal", (x: number) => 1 / x ** 2, "sign", null],
  ["scalar/reciprocal", (x: number) => 1 / x, "not-differentiated", null],
  ["scalar/sigmoid", (x: number) => sigmoid(x), "not-differentiated", null],
  ["loss/difference", (_y: number, _p: number, x: number) => 2 * x, "sign", null],
  ["loss/squared-error", (y: number, p: number) => 2 * (p - y), "missing-factor", "d(y_pred)/d(x)"],
  ["loss/squared-error", (_y: number, _p: number, x: number) => 2 * x, "missing-factor", null],
  ["loss/squared-error", (y: number, p: number) => -2 * (p - y), "wrong-variable", null],
  ["loss/squared-error", (y: number, p: number) => (p - y) ** 2, "not-differentiated", null],
  ["loss/squared-error", (y: number, p: number) => p - y, "not-differentiated", "y_pred - y_actual"],
  ["loss/absolute-error", (_y: number, x: number) => 2 * x, "missing-factor", null],
  ["linear/weight", (w: number) => w, "wrong-variable", null],
  ["linear/bias", () => 0, "missing-path", null],
  ["linear/bias", (_w: number, x: number) => x, "wrong-variable", null],
  ["linear/squared-error", (w: number, x: number, b: number, y: number) => [2 * (w * x + b - y), 2 * x * (w * x + b - y)], "order", null],
  ["linear/squared-error", (w: number, x: number, b: number, y: number) => [2 * (w * x + b - y), 2 * (w * x + b - y)], "missing-factor", null],
  ["linear/neuron", (w: number, x: number, b: number) => [x, w, 1].map((local) => sigmoid(w * x + b) * local), "wrong-rule", "sigmoid(z)"],
  ["vector/sum-of-squares", (x: Tensor) => x.mul(2).sum(), "wrong-shape", null],
  ["vector/sum-of-squares", (x: Tensor) => x.pow(2), "not-differentiated", "x**2"],
  ["batch-linear/bias", (_X: Tensor, _W: Tensor, B: Tensor) => ones(B.shape), "batch-factor", null],
  ["batch-linear/bias", (X: Tensor, W: Tensor) => ones([X.shape[0]!, W.shape[1]!]), "not-reduced", null],
  ["batch-linear/bias", (X: Tensor, W: Tensor) => ones([X.shape[0]!, W.shape[1]!]).sum(0, true).T, "transposed", null],
]; // prettier-ignore

describe("correct answers, however written", () => {
  test.each(correct)("%s, %s", async (id, _how, derivative) => {
    const { verdict, diagnosis, cases, outputs } = await gradeFor(id, derivative);
    expect({ verdict, diagnosis }).toEqual({ verdict: "correct", diagnosis: null });
    expect(cases.length).toBeGreaterThanOrEqual(8);
    expect(cases.every((row) => row.outputs.every(({ agrees }) => agrees))).toBe(true);
    expect(outputs.every(({ verdict: one }) => one === "correct")).toBe(true);
  });
});

describe("wrong answers are explained", () => {
  test.each(wrong)("%s: %s is %s", async (id, derivative, kind, where) => {
    const { verdict, diagnosis, message, cases } = await gradeFor(id, derivative);
    expect({ verdict, kind: diagnosis?.kind }).toEqual({ verdict: "incorrect", kind });
    if (where !== null) expect(diagnosis?.where).toBe(where);
    expect(message).toContain(diagnosis!.message);
    expect(cases.some((row) => row.outputs.some(({ agrees }) => !agrees))).toBe(true);
  });

  test("a difference quotient is told from the derivative, forward and central, at any usual step", async () => {
    for (const h of [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7]) {
      for (const back of [0, h]) {
        const quotient = (x: number) =>
          (3 * (x + h) ** 3 - 2 * (x + h) - (3 * (x - back) ** 3 - 2 * (x - back))) / (h + back);
        const { verdict, diagnosis } = await gradeFor("scalar/polynomial", quotient);
        expect([h, verdict, diagnosis?.kind]).toEqual([h, "incorrect", "finite-difference"]);
      }
    }
  });

  test("one wrong gradient of several is named, and the right ones are said to be right", async () => {
    const grade = await gradeFor("linear/squared-error", (w: number, x: number, b: number, y: number) => {
      const dz = 2 * (w * x + b - y);
      return [dz * x, -dz];
    });
    expect(grade.outputs.map(({ wrt, verdict }) => [wrt, verdict])).toEqual([
      ["w", "correct"],
      ["b", "incorrect"],
    ]);
    expect(grade.diagnosis).toMatchObject({ kind: "sign", output: "b" });
    expect(grade.message).toContain("with respect to `w` is right");
  });

  test("an answer that nothing explains is shown the simplest input on which it fails", async () => {
    const { diagnosis } = await gradeFor("scalar/square", (x: number) => Math.cos(x) + x ** 3);
    expect(diagnosis?.kind).toBe("none");
    expect(diagnosis?.message).toContain("`x = ");
  });

  test("no constant but the right one passes", async () => {
    const exercise = await loadExercise("scalar/square");
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (factor) => {
        fc.pre(Math.abs(factor - 2) > 1e-9);
        const { verdict, diagnosis } = gradeAnswer(exercise, (x: number) => factor * x);
        expect(verdict).toBe("incorrect");
        if (Math.abs(factor) > 1e-6 && Math.abs(factor - 2) > 0.1 && Math.abs(factor + 2) > 1e-9) {
          expect(diagnosis?.kind).toBe("constant-factor");
        }
      }),
    );
  });

  test("no error added to the truth passes, however small against the values", async () => {
    const exercise = await loadExercise("vector/sum-of-squares");
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e3, noNaN: true }), fc.nat(1), (error, entry) => {
        const { verdict } = gradeAnswer(exercise, (x: Tensor) =>
          fromEntries(
            x.entries().map((value, i) => 2 * value + (i === entry ? error : 0)),
            x.shape,
          ),
        );
        expect(verdict).toBe("incorrect");
      }),
    );
  });
});

describe("what can't be graded is invalid and says why", () => {
  test.each<[string, Derivative, RegExp]>([
    ["scalar/square", () => null, /returned nothing.*return/s],
    ["scalar/square", () => "2x", /returned a string/],
    ["scalar/square", () => NaN, /not a number/],
    ["scalar/square", (x: number) => 1 / (x - x), /infinity/],
    ["linear/squared-error", () => 1, /returned a number.*2 gradients/s],
    ["linear/squared-error", () => [1, 2, 3], /3 values.*2 gradients/s],
    ["linear/squared-error", () => [1, null], /with respect to `b`/],
  ])("%s: %s", async (id, derivative, reason) => {
    const { verdict, message, diagnosis } = await gradeFor(id, derivative);
    expect(verdict).toBe("invalid");
    expect(diagnosis).toBeNull();
    expect(message).toMatch(reason);
  });
});
