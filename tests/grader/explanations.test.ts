/** Mistakes that people make and no single fault in the sweep leads to. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError, fromEntries, ones, type Tensor } from "#autodiff/index.ts";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { casesFor, type Diagnosis } from "#grader/index.ts";
import { runCase, trueGradients, type ForwardRun } from "#grader/forward-run.ts";
import type { Numbers } from "#grader/compare.ts";
import { derivativeByEntry, type DerivativeRule } from "#grader/explanations/forward-mode.ts";
import { wrongRules } from "#grader/explanations/wrong-rules.ts";
import { byTheRule, sweptGradient } from "#grader/explanations/sweep.ts";
import { nodesBehind } from "#graph/nodes.ts";
import { gradeFor, type Derivative } from "./answer.ts";
import { rnn, sigmoid, softmax } from "./functions.ts";

describe("what people do", () => {
  test.each<[string, string, Derivative, Diagnosis["kind"], string]>([
    ["keep a constant", "linear/weight", (_w, x: number, b: number) => x + b, "wrong-rule", "keep a term that is a constant"],
    ["keep the last term", "scalar/polynomial", (x: number) => 9 * x ** 2 - 2 + 5, "wrong-rule", "keep a term"],
    ["differentiate a constant to 1", "linear/input", (w: number) => w + 1, "wrong-rule", "differentiate a constant term to 1"],
    ["add along a path", "loss/squared-error", (y: number, p: number, x: number) => 2 * (p - y) + 2 * x, "wrong-rule", "add the slopes along a path"],
    ["integrate", "scalar/polynomial", (x: number) => 0.75 * x ** 4 - x ** 2 + 5 * x, "wrong-rule", "integrate instead of differentiating"],
    ["lower an exponent twice", "scalar/polynomial", (x: number) => 9 * x - 2, "wrong-rule", "lower exponents by two"],
    ["raise the exponent of 1/x", "scalar/reciprocal", () => -1, "wrong-rule", "raise exponents by one"],
    ["differentiate outside at x", "loss/absolute-error", (_y, x: number) => Math.sign(x) * 2 * x, "wrong-rule", "at `x` itself"],
    ["take the output for the input", "linear/neuron", (w: number, x: number, b: number) => {
      const a = sigmoid(w * x + b);
      const dz = sigmoid(a) * (1 - sigmoid(a));
      return [dz * x, dz * w, dz];
    }, "wrong-value", "right if `z` stands where you have `sigmoid(z)`"],
    ["take the state after for the state before", "recursive/rnn", rnn({ state: (h, t) => h[t]! }), "wrong-value", "right if `h[t-1]` stands where you have `h[t]`"],
    ["forget a term of the value", "linear/squared-error", (w: number, x: number, _b, y: number) => {
      const dz = 2 * (w * x - y);
      return [dz * x, dz];
    }, "other-function", "one in which `b` is `0`"],
    ["drop the first state", "recursive/unrolled", (w: number, _h0, T: number) => (T === 0 ? 0 : T * w ** (T - 1)), "other-function", "one in which `h0` is `1`"],
    ["multiply by the parameter itself", "linear/squared-error", (w: number, x: number, b: number, y: number) => {
      const dz = 2 * (w * x + b - y);
      return [dz * x, dz * b];
    }, "extra-factor", "multiplies once too often by `b`"],
    ["go a step too far", "recursive/initial-state", (w: number) => w ** 3, "extra-factor", "multiplies once too often by `w_h`"],
    ["add up over all entries", "vector/sum-of-squares", (x: Tensor) => ones(x.shape, { dtype: "float64" }).mul(x.sum().mul(2)), "summed-too-far", "adds up what flows back into the entries of `x`"],
    ["keep apart what meets", "vector/softmax-cross-entropy", (z: Tensor, y: Tensor) => y.mul(softmax(z).sub(1)), "not-reduced", "One `sum(e)` serves all entries of `p`"],
    ["return the variable", "scalar/polynomial", (x: number) => x, "not-differentiated", "`x` itself"],
    ["stop at a step", "scalar/sigmoid", (x: number) => -1 / (1 + Math.exp(-x)) ** 2, "missing-factor", "with respect to `1 + exp(-x)`"],
    ["shift by one", "scalar/square", (x: number) => 2 * x + 1, "constant-term", "too large by 1 everywhere"],
    ["think of positive numbers", "scalar/square", (x: number) => Math.abs(2 * x), "partly-right", "right where `x` is positive"],
    ["write out the first steps", "recursive/unrolled", (w: number, h0: number, T: number) => (T < 4 ? T : 4) * h0 * (T === 0 ? 0 : w ** ((T < 4 ? T : 4) - 1)), "partly-right", "`T` is at most 4"],
    ["round", "scalar/polynomial", (x: number) => Math.round((9 * x ** 2 - 2) * 1e3) / 1e3, "finite-difference", "3 digits after the point"],
    ["compute in single precision", "scalar/square", (x: number) => Math.fround(Math.fround(x) * 2), "finite-difference", "single precision"],
    ["count both ways", "vector/mean-squared-error", (y: Tensor, p: Tensor) => p.sub(y).mul(2 * p.numel), "batch-factor", "the square of the number of entries"],
    ["wrap it", "vector/sum-of-squares", (x: Tensor) => x.mul(2).unsqueeze(0), "wrong-shape", "The numbers are right."],
    ["stop at half of the paths", "recursive/weight", (w: number, h0: number) => w * h0, "missing-path", "more than one path"],
  ])("%s: %s", async (_what, id, derivative, kind, says) => {
    const { verdict, diagnosis, message } = await gradeFor(id, derivative);
    expect({ verdict, kind: diagnosis?.kind }).toEqual({ verdict: "incorrect", kind });
    expect(message).toContain(says);
  }); // prettier-ignore

  test("an answer that is a billionth of a billionth off is not explained by a mistake that changes nothing", async () => {
    const { diagnosis } = await gradeFor("scalar/polynomial", (x: number) => 9 * x ** 2 - 2 + 1e-10);
    expect(diagnosis?.kind).toBe("finite-difference");
  });

  test("an answer that is random is not explained", async () => {
    const { diagnosis } = await gradeFor("scalar/polynomial", (x: number) => Math.cos(3 * x) + x);
    expect(diagnosis?.kind).toBe("none");
  });
});

const ids = (await exerciseIds()).filter((id) => !id.endsWith("-graph"));

describe.each(ids)("%s", (id) => {
  test("forward and backward, the right rules give the gradient that the engine gives", async () => {
    const exercise = await loadExercise(id);
    const runs = casesFor(exercise).map((each) => runCase(exercise, each));
    fc.assert(
      fc.property(fc.nat(runs.length - 1), fc.constantFrom(...exercise.wrt), (i, wrt) => {
        const [{ data, shape }] = trueGradients([runs[i]!], wrt) as [{ data: number[]; shape: number[] }];
        const scale = Math.max(1, ...data.map(Math.abs));
        const backward = sweptGradient(runs[i]!, wrt, byTheRule);
        expect(backward.shape).toEqual(shape);
        data.forEach((value, entry) => {
          expect(derivativeByEntry(runs[i]!, wrt, entry, () => null) / scale).toBeCloseTo(value / scale, 12);
          expect(backward.data[entry]! / scale).toBeCloseTo(value / scale, 12);
        });
      }),
    );
  });
});

test("every wrong rule is wrong somewhere, and has a description of its own", async () => {
  // A quotient of two functions of one variable stands in none of the course's exercises.
  const x = fromEntries([1.5], [], { requiresGrad: true });
  const value = x.exp().div(x.pow(2).add(1));
  const quotient = { inputs: { x }, names: new Map(), value, nodes: nodesBehind(value) };
  const exercises = await Promise.all(ids.map(loadExercise));
  const runs = exercises.flatMap((exercise) =>
    exercise.wrt.map((wrt) => [runCase(exercise, casesFor(exercise).at(-1)!), wrt] as const),
  );
  const isWrong = (run: ForwardRun, wrt: string, derivative: DerivativeRule): boolean => {
    const [{ data }] = trueGradients([run], wrt) as [Numbers];
    try {
      return Math.abs(derivativeByEntry(run, wrt, 0, derivative) - data[0]!) > 1e-9;
    } catch (error) {
      if (error instanceof EngineError) return false;
      throw error;
    }
  };
  for (const { description, derivative } of wrongRules) {
    const somewhere = [[quotient, "x"] as const, ...runs].some(([run, wrt]) => isWrong(run, wrt, derivative));
    expect([description("x"), somewhere]).toEqual([description("x"), true]);
  }
  expect(new Set(wrongRules.map(({ description }) => description("x"))).size).toBe(wrongRules.length);
});
