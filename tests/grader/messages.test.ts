/** Messages as a good teacher would say them: what the answer does, at one place, and the question that leads on. */
import { describe, expect, test } from "vitest";
import { fromEntries, ones, type Tensor } from "#autodiff/index.ts";
import { loadExercise } from "#course/files.ts";
import { arrayValue, casesFor, judge } from "#grader/index.ts";
import { mistakesAbout } from "#grader/mistakes.ts";
import { diagnose } from "#grader/diagnose.ts";
import { runCase, trueGradients } from "#grader/forward-run.ts";
import { isRight } from "#grader/judge.ts";
import { gradeFor, type Derivative } from "./answer.ts";
import { rnn, sigmoid, softmax } from "./functions.ts";

const centred = (x: Tensor): Tensor => x.sub(x.mean(0));
const stdOf = (x: Tensor, eps: number): Tensor => centred(x).pow(2).mean(0).add(eps).sqrt();

/** The backward pass of a normalised batch, with what is made of the gradient of each entry's `std`. */
const normalized =
  (together: (dstd: Tensor) => Tensor) =>
  (x: Tensor, dxhat: Tensor, eps: number): Tensor => {
    const [c, std] = [centred(x), stdOf(x, eps)];
    const dstd = together(dxhat.mul(c).div(std.pow(2)).neg());
    const dvar = dstd.div(std.mul(2));
    const dc = dxhat.div(std).add(c.mul(dvar).mul(2).div(x.shape[0]!));
    return dc.sub(dc.mean(0));
  };
const right = normalized((dstd) => dstd.sum(0));

const layer =
  (dgamma: (xhat: Tensor, dY: Tensor, y: Tensor) => Tensor) =>
  (x: Tensor, gamma: Tensor, beta: Tensor, eps: number, dY: Tensor): Tensor[] => {
    const xhat = centred(x).div(stdOf(x, eps));
    return [right(x, dY.mul(gamma), eps), dgamma(xhat, dY, gamma.mul(xhat).add(beta)), dY.sum(0)];
  };

describe("what a teacher would say", () => {
  test.each<[string, string, Derivative, RegExp]>([
    ["one of two paths", "recursive/weight", (_w, _h0, h1: number) => h1, /more than one path.*What comes along the path through `h1`\?$/],
    ["right numbers in a row", "batch-norm/layer", layer((xhat, dY) => dY.mul(xhat).sum(0, true)), /The numbers are right\. `gamma` has the shape \(2,\), yours has the shape \(1, 2\)\. Which axis is one too many\?$/],
    ["1 from every entry", "vector/softmax-cross-entropy", (z: Tensor) => softmax(z).sub(1), /^You take 1 from every entry\. Which class does that path reach\?$/],
    ["y for xhat", "batch-norm/layer", layer((_xhat, dY, y) => dY.mul(y).sum(0)), /right if `xhat` stands where you have `y`/],
    ["a sum kept apart", "vector/softmax-cross-entropy", (z: Tensor, y: Tensor) => softmax(z).mul(y).sub(y), /^One `sum\(e\)` serves all entries of `p`, and what flows back from them meets there/],
    ["a slope skipped", "recursive/rnn", rnn({ handedOn: (dh, _dz, w) => dh * w }), /skips the slope of `tanh` at every step\. What has `h\[t-1\]` passed through on its way to `h\[t\]`\?$/],
    ["dstd not summed", "batch-norm/normalize", normalized((dstd) => dstd), /^One `std` serves all rows of `xhat`.* Here it is kept apart/],
    ["single precision", "scalar/polynomial", (x: number) => Math.fround(9 * x ** 2 - 2), /right to about 7 digits, as far as single precision goes/],
    ["rounded", "scalar/sigmoid", (x: number) => Number((sigmoid(x) * (1 - sigmoid(x))).toFixed(4)), /right, but rounded to 4 digits/],
    ["a small constant", "scalar/sigmoid", (x: number) => sigmoid(x) * (1 - sigmoid(x)) + 1e-8, /too large by 1e-8 everywhere/],
    ["a small constant inside", "vector/norm", (x: Tensor) => x.div(x.pow(2).sum().sqrt().add(1e-8)), /right to about \d+ digits.*rounding on the way, or a small constant/],
    ["slopes added", "recursive/initial-state", (w: number) => 2 * w, /add the slopes along a path/],
    ["the last division left out", "batch-norm/normalize", (x: Tensor, d: Tensor, eps: number) => right(x, d, eps).mul(stdOf(x, eps)), /^This is the right one times `std`/],
    ["nothing but ones", "batch-linear/inputs", (X: Tensor) => ones(X.shape, { dtype: "float64" }), /1 flows back into `X`/],
    ["the loss left out", "batch-linear/mean-squared-error", (X: Tensor, W: Tensor) => {
      const dZ = ones([X.shape[0]!, W.shape[1]!], { dtype: "float64" });
      return [X.T.matmul(dZ), dZ.sum(0, true)];
    }, /1 flows back into `U`/],
  ])("%s, %s", async (_what, id, derivative, says) => {
    const { verdict, diagnosis } = await gradeFor(id, derivative);
    expect(verdict).toBe("incorrect");
    expect(diagnosis!.message).toMatch(says);
  }); // prettier-ignore

  test.each([["list"], ["tuple"]] as const)("an array in a %s", async (type) => {
    const exercise = await loadExercise("vector/sum-of-squares");
    const cases = casesFor(exercise);
    const results = cases.map((each) => {
      const value = arrayValue(runCase(exercise, each).inputs.x!.detach().mul(2).unsqueeze(0));
      return { ...value, type } as typeof value;
    });
    const { diagnosis } = judge(exercise, "python", cases, results);
    expect(diagnosis).toMatchObject({ kind: "wrong-shape" });
    expect(diagnosis!.message).toMatch(
      new RegExp(`numbers are right\\. You return a ${type} that holds the array`),
    );
  });

  test("of two gradients that are wrong for one reason it is said once, and of one place", async () => {
    const { message } = await gradeFor("recursive/rnn", rnn({ handedOn: () => 0 }));
    expect(message.match(/goes back over the last step only/g)).toHaveLength(1);
    const { message: mean } = await gradeFor("batch-linear/mean-squared-error", (X: Tensor, W: Tensor, B: Tensor, Y: Tensor) => {
      const U = X.matmul(W).add(B).sub(Y);
      const dZ = ones(U.shape, { dtype: "float64" }).mul(U.mean().mul(2 / U.numel));
      return [X.T.matmul(dZ), dZ.sum(0, true)];
    });
    expect(mean.match(/averages what flows back/g)).toHaveLength(1);
  }); // prettier-ignore
});

describe("what is never said", () => {
  test.each([1e-9, -1e-9, 1e-6, 5e-4])("1 times the right one, for a factor of 1 and %s", async (more) => {
    const { diagnosis } = await gradeFor("scalar/polynomial", (x: number) => (9 * x ** 2 - 2) * (1 + more));
    expect(diagnosis?.kind).toBe("finite-difference");
    expect(diagnosis!.message).not.toMatch(/\b1(\.0+\d*)? times/);
  });

  test.each<[string, Derivative]>([
    [
      "a difference quotient of a parabola",
      (_y, _p, x: number) => ((x - 1e-6) ** 2 - (x + 1e-6) ** 2) / 2e-6,
    ],
  ])("that %s was rounded", async (_what, derivative) => {
    const { diagnosis } = await gradeFor("loss/difference", derivative);
    expect(diagnosis!.message).toMatch(/A difference quotient does that/);
  });

  test("a pair of mistakes where one of them is what nobody does", async () => {
    const exercise = await loadExercise("vector/softmax-cross-entropy");
    const cases = casesFor(exercise);
    const runs = cases.map((each) => runCase(exercise, each));
    const answers = runs.map(({ inputs: { z } }) => {
      const answer = softmax(z!.detach()).sub(1);
      return { shape: answer.shape, data: answer.entries() };
    });
    const wrong = { wrt: "z", answers, truth: trueGradients(runs, "z") };
    const { kind, message } = diagnose(wrong, { exercise, language: "python", cases, runs });
    expect(kind).toBe("none");
    expect(message).not.toMatch(/two things wrong|neither/);
  });

  test("that a constant of a half is missing where a path is", async () => {
    const { message } = await gradeFor("recursive/weight", (w: number, h0: number) => w * h0);
    expect(message).not.toMatch(/half/);
  });

  test("that what came back is a number where it is an array", async () => {
    const { message } = await gradeFor(
      "linear/squared-error",
      (w: number, x: number, b: number, y: number) => {
        const dz = 2 * (w * x + b - y);
        return fromEntries([dz * x, dz, 0], [3]);
      },
    );
    expect(message).toMatch(/returned an array of shape \(3,\)\./);
  });
});

test.each([
  ["loss/squared-error"],
  ["linear/neuron"],
  ["recursive/unrolled"],
  ["batch-linear/bias"],
  ["batch-norm/mean"],
])("%s: every message is one paragraph of sentences, with one question at its end", async (id) => {
  const exercise = await loadExercise(id);
  const cases = casesFor(exercise);
  const runs = cases.map((each) => runCase(exercise, each));
  let asked = 0;
  for (const wrt of exercise.wrt) {
    const truth = trueGradients(runs, wrt);
    for (const { answers } of mistakesAbout(exercise, runs, wrt, "python")) {
      if (isRight({ answers, truth }) || !answers.every(({ data }) => data.every(Number.isFinite))) continue;
      const { message } = diagnose({ wrt, answers, truth }, { exercise, language: "python", cases, runs });
      asked++;
      expect(message).toMatch(/^[A-Z`][^\n]*\?$/);
      expect(message.match(/\?/g)).toHaveLength(1);
      expect(message.match(/`/g)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
      expect(message).not.toMatch(/Your answer|undefined|null|NaN|\[object|``/);
      expect(message.length).toBeLessThan(400);
    }
  }
  expect(asked).toBeGreaterThan(5);
});
