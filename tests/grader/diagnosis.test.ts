import { describe, expect, test } from "vitest";
import { fromEntries, ones, type Tensor } from "#autodiff/index.ts";
import { loadExercise } from "#course/files.ts";
import type { Exercise } from "#exercise/index.ts";
import { faultyGradient, runCase } from "#grader/forward-run.ts";
import { casesFor, gradeSubmission, type Diagnosis, type Grade } from "#grader/index.ts";
import { gradeAnswer, runtimeOf, type Derivative } from "./answer.ts";
import * as exercises from "./exercises.ts";
import { softmax } from "./functions.ts";

type Kind = Diagnosis["kind"];

const { unrolled, rnn, layer, squareLayer, batchLoss, crossEntropy, norm } = exercises;
const { center, variance, normalize, batchNorm } = exercises;

const times = (x: Tensor, factor: number): Tensor => x.mul(factor);

/** dh_T/dw_h with what flows into the first `skipped` steps left out, written as a learner would. */
const unrolledFrom = (skipped: number) => (w: number, h0: number, T: number) => {
  let [h, dh] = [h0, 0];
  for (let t = 1; t <= T; t++) {
    dh = t === skipped + 1 ? h : h + w * dh;
    h = w * h;
  }
  return dh;
};

/** Back-propagation through time over the last `steps` steps. */
const throughTime = (steps: number) => (w: number, u: number, h0: number, xs: Tensor) => {
  const x = xs.entries();
  const h = [h0];
  for (const each of x) h.push(Math.tanh(w * h.at(-1)! + u * each));
  let [dh, dw, du] = [1, 0, 0];
  for (let t = x.length; t > Math.max(0, x.length - steps); t--) {
    const dz = dh * (1 - h[t]! ** 2);
    dw += dz * h[t - 1]!;
    du += dz * x[t - 1]!;
    dh = dz * w;
  }
  return [dw, du];
};

const upstream =
  (
    dX: (dZ: Tensor, W: Tensor) => Tensor,
    dW: (dZ: Tensor, X: Tensor) => Tensor,
    dB: (dZ: Tensor) => Tensor,
  ) =>
  (X: Tensor, W: Tensor, _B: Tensor, dZ: Tensor) => [dX(dZ, W), dW(dZ, X), dB(dZ)];
const rightX = (dZ: Tensor, W: Tensor) => dZ.matmul(W.T);
const rightW = (dZ: Tensor, X: Tensor) => X.T.matmul(dZ);
const rightB = (dZ: Tensor) => dZ.sum(0, true);

const loss =
  (factor: (Z: Tensor) => number) =>
  (X: Tensor, W: Tensor, B: Tensor, Y: Tensor): Tensor[] => {
    const difference = X.matmul(W).add(B).sub(Y);
    const dZ = times(difference, factor(difference));
    return [X.T.matmul(dZ), dZ.sum(0, true)];
  };

const centered = (x: Tensor) => x.sub(x.mean(0));
const std = (x: Tensor, eps: number) => centered(x).pow(2).mean(0).add(eps).sqrt();

/** What flows back from the normalised batch, as its two paths: divided by std, and by way of var through the centring. */
const direct = (x: Tensor, dxhat: Tensor, eps: number) => dxhat.div(std(x, eps));
const throughVar = (x: Tensor, dxhat: Tensor, eps: number) =>
  centered(x)
    .mul(dxhat.mul(centered(x)).mean(0))
    .div(std(x, eps).pow(3))
    .neg();
const throughMean = (dcentered: Tensor) => dcentered.sub(dcentered.mean(0));
const normalized = (x: Tensor, dxhat: Tensor, eps: number) =>
  throughMean(direct(x, dxhat, eps).add(throughVar(x, dxhat, eps)));
const normBackward =
  (
    dx: (x: Tensor, gamma: Tensor, eps: number, dY: Tensor) => Tensor,
    dgamma: (xhat: Tensor, dY: Tensor) => Tensor,
  ) =>
  (x: Tensor, gamma: Tensor, _beta: Tensor, eps: number, dY: Tensor) => [
    dx(x, gamma, eps, dY),
    dgamma(direct(centered(x), centered(x), eps), dY),
    dY.sum(0),
  ];
const rightGamma = (xhat: Tensor, dY: Tensor) => xhat.mul(dY).sum(0);

const right: [Exercise, string, Derivative][] = [
  [unrolled, "by the recurrence", unrolledFrom(0)],
  [unrolled, "in closed form", (w: number, h0: number, T: number) => (T === 0 ? 0 : T * w ** (T - 1) * h0)],
  [rnn, "through time", throughTime(Infinity)],
  [layer, "all three", upstream(rightX, rightW, rightB)],
  [squareLayer, "with a flat bias", upstream(rightX, rightW, (dZ) => dZ.sum(0))],
  [batchLoss, "both", loss((Z) => 2 / Z.numel)],
  [crossEntropy, "softmax less truth", (z: Tensor, y: Tensor) => softmax(z).sub(y)],
  [norm, "the unit vector", (x: Tensor) => x.div(x.pow(2).sum().sqrt())],
  [center, "less the mean", (dY: Tensor) => dY.sub(dY.mean(0))],
  [
    variance,
    "twice the centred",
    (x: Tensor, dvar: Tensor) =>
      x
        .sub(x.mean(0))
        .mul(dvar)
        .mul(2 / x.shape[0]!),
  ],
  [normalize, "both paths", normalized],
  [
    batchNorm,
    "all three",
    normBackward((x, gamma, eps, dY) => normalized(x, dY.mul(gamma), eps), rightGamma),
  ],
];

const wrong: [Exercise, string, Derivative, Kind, string | null, string][] = [
  [unrolled, "the last step only", (w: number, h0: number, T: number) => (T === 0 ? 0 : w ** (T - 1) * h0), "missing-path", "every step, d(h[t])/d(h[t-1])", "w_h"],
  [unrolled, "stopped after step 2", unrolledFrom(2), "missing-path", "step 3, d(h3)/d(h2)", "w_h"],
  [unrolled, "stopped after step 1", unrolledFrom(1), "missing-path", "step 2, d(h2)/d(h1)", "w_h"],
  [rnn, "two steps back", throughTime(2), "missing-path", "the last step but one, d(w*h[t-1])/d(h[t-1])", "w"],
  [rnn, "one step back", throughTime(1), "missing-path", "every step, d(w*h[t-1])/d(h[t-1])", "w"],
  [layer, "summed along the rows", upstream(rightX, rightW, (dZ) => dZ.sum(1)), "wrong-axis", "d(Z)/d(B)", "B"],
  [layer, "summed over everything", upstream(rightX, rightW, (dZ) => dZ.sum()), "wrong-axis", "d(Z)/d(B)", "B"],
  [layer, "averaged along the rows", upstream(rightX, rightW, (dZ) => dZ.mean(1, true)), "wrong-axis", "d(Z)/d(B)", "B"],
  [squareLayer, "summed along the rows", upstream(rightX, rightW, (dZ) => dZ.sum(1)), "wrong-axis", "d(Z)/d(B)", "B"],
  [layer, "not summed", upstream(rightX, rightW, (dZ) => dZ), "not-reduced", "d(Z)/d(B)", "B"],
  [layer, "averaged", upstream(rightX, rightW, (dZ) => dZ.mean(0, true)), "batch-factor", null, "B"],
  [layer, "turned", upstream(rightX, (dZ, X) => dZ.T.matmul(X), rightB), "transposed", null, "W"],
  [layer, "without its axis", upstream(rightX, rightW, (dZ) => dZ.sum(0)), "wrong-shape", null, "B"],
  [layer, "of ones", upstream((dZ, W) => ones(dZ.shape, { dtype: "float64" }).matmul(W.T), rightW, rightB), "missing-factor", null, "X"],
  [batchLoss, "summed", loss(() => 2), "batch-factor", null, "W"],
  [batchLoss, "averaged over rows", loss((Z) => 2 / Z.shape[0]!), "batch-factor", null, "W"],
  [crossEntropy, "without the truth", (z: Tensor) => softmax(z), "not-differentiated", "exp(z)/sum(exp(z))", "z"],
  [crossEntropy, "the other way round", (z: Tensor, y: Tensor) => y.sub(softmax(z)), "sign", null, "z"],
  [norm, "divided by the square", (x: Tensor) => x.div(x.pow(2).sum()), "wrong-rule", "sqrt(sum(x**2))", "x"],
  [center, "the direct path", (dY: Tensor) => dY, "missing-path", "d(mean)/d(x)", "x"],
  [center, "the mean's path not averaged", (dY: Tensor) => dY.sub(dY.sum(0)), "missing-factor", "d(mean)/d(x)", "x"],
  [center, "the mean's path not summed", (dY: Tensor) => dY.sub(dY.div(dY.shape[0]!)), "not-reduced", "d(y)/d(mean)", "x"],
  [normalize, "the mean held still", (x: Tensor, d: Tensor, eps: number) => direct(x, d, eps).add(throughVar(x, d, eps)), "missing-path", "d(mean)/d(x)", "x"],
  [normalize, "the variance held still", (x: Tensor, d: Tensor, eps: number) => throughMean(direct(x, d, eps)), "missing-path", "d(centered**2)/d(centered)", "x"],
  [normalize, "both held still", direct, "missing-path", "d(mean)/d(x)", "x"],
  [normalize, "the quotient's minus lost", (x: Tensor, d: Tensor, eps: number) => throughMean(direct(x, d, eps).sub(throughVar(x, d, eps))), "wrong-rule", "xhat", "x"],
  [normalize, "the variance not averaged", (x: Tensor, d: Tensor, eps: number) => throughMean(direct(x, d, eps).add(throughVar(x, d, eps).mul(x.shape[0]!))), "missing-factor", "d(var)/d(centered**2)", "x"],
  [batchNorm, "without gamma", normBackward((x, _gamma, eps, dY) => normalized(x, dY, eps), rightGamma), "missing-factor", "d(gamma*xhat)/d(xhat)", "x"],
  [batchNorm, "gamma's not summed", normBackward((x, gamma, eps, dY) => normalized(x, dY.mul(gamma), eps), (xhat, dY) => xhat.mul(dY)), "not-reduced", "d(gamma*xhat)/d(gamma)", "gamma"],
  [variance, "not averaged", (x: Tensor, dvar: Tensor) => x.sub(x.mean(0)).mul(dvar).mul(2), "batch-factor", null, "x"],
]; // prettier-ignore

/** Each row after a title that is made of its exercise's id and its second entry. */
const titled = <Row extends readonly [Exercise, string, ...unknown[]]>(row: Row): [string, Row] => [
  `${row[0].id}, ${row[1]}`,
  row,
];

describe("recurrences, batches and stages of a layer", () => {
  test.each(right.map(titled))("%s is correct", (_title, [exercise, , derivative]) => {
    const { verdict, message } = gradeAnswer(exercise, derivative);
    expect({ verdict, message }).toMatchObject({ verdict: "correct" });
  });

  test.each(wrong.map(titled))("%s is explained", (_title, [exercise, , derivative, kind, where, output]) => {
    const { verdict, diagnosis } = gradeAnswer(exercise, derivative);
    expect({ verdict, kind: diagnosis?.kind, output: diagnosis?.output }).toEqual({
      verdict: "incorrect",
      kind,
      output,
    });
    if (where !== null) expect(diagnosis!.where).toBe(where);
  });

  test("a message about a recurrence names the step", () => {
    expect(gradeAnswer(unrolled, unrolledFrom(2)).message).toContain("stops at step 3 on the way back");
    expect(gradeAnswer(rnn, throughTime(1)).message).toContain("goes back over the last step only");
  });

  test("an answer right but for its shape is told so", () => {
    const { message } = gradeAnswer(
      layer,
      upstream(rightX, rightW, (dZ) => dZ.sum(0)),
    );
    expect(message).toContain("The numbers are right.");
  });
});

const lossOf = (local: (difference: number, x: number) => number) => (y: number, p: number, x: number) =>
  local(p - y, x);

describe("two mistakes at once", () => {
  test.each<[string, Exercise | string, Derivative, Kind]>([
    ["a factor and the sign lost", "loss/squared-error", lossOf((d) => -2 * d * 2), "missing-factor"],
    ["two slips", "scalar/polynomial", (x: number) => 3 * x ** 2 + 2, "missing-factor"],
    [
      "one exponent kept and one raised",
      "loss/squared-error",
      lossOf((d, x) => 2 * d ** 2 * 2 * x ** 3),
      "wrong-rule",
    ],
    ["turned and negative", layer, upstream(rightX, (dZ, X) => dZ.T.matmul(X).neg(), rightB), "transposed"],
  ])("%s", async (_what, exercise, derivative, kind) => {
    const definition = typeof exercise === "string" ? await loadExercise(exercise) : exercise;
    const { diagnosis } = gradeAnswer(definition, derivative);
    expect(diagnosis).toMatchObject({ kind });
    expect(diagnosis!.message).toContain("two things wrong at once");
  });

  test("are not made up for an answer that is nearly constant", async () => {
    const { diagnosis } = gradeAnswer(await loadExercise("scalar/polynomial"), (x: number) =>
      x > 0 ? 7 : 5,
    );
    expect(diagnosis?.kind).toBe("none");
  });
});

describe("the faults of a diagnosis", () => {
  const expectFaults = (exercise: Exercise, grade: Grade): void => {
    const { diagnosis } = grade;
    const first = grade.cases.findIndex(({ outputs }) =>
      outputs.some(({ wrt, agrees }) => wrt === diagnosis!.output && !agrees),
    );
    const made = faultyGradient(
      runCase(exercise, casesFor(exercise)[first]!),
      diagnosis!.output!,
      diagnosis!.bends,
    );
    const { yours } = grade.cases[first]!.outputs.find(({ wrt }) => wrt === diagnosis!.output)!;
    const entries = yours!.kind === "number" ? [yours!.value] : yours!.kind === "array" ? yours!.data : [];
    expect(diagnosis!.bends.length).toBeGreaterThan(0);
    made!.data.forEach((value, i) => expect(value).toBeCloseTo(entries[i]!, 10));
  };

  const explained = wrong.filter(([, , , kind]) =>
    ["missing-path", "missing-factor", "wrong-rule", "not-reduced"].includes(kind),
  );

  test.each(explained.map(titled))("%s: they lead to the answer", (_title, [exercise, , derivative]) => {
    expectFaults(exercise, gradeAnswer(exercise, derivative));
  });

  test("are both there where there are two mistakes", async () => {
    const exercise = await loadExercise("scalar/polynomial");
    const grade = gradeAnswer(exercise, (x: number) => 3 * x ** 2 + 2);
    expect(grade.diagnosis!.bends).toHaveLength(2);
    expectFaults(exercise, grade);
  });

  test("are none where the mistake is in no edge", async () => {
    const exercise = await loadExercise("scalar/square");
    expect(gradeAnswer(exercise, (x: number) => -2 * x).diagnosis!.bends).toEqual([]);
  });
});

describe("an answer that nothing explains", () => {
  const gradeOn = async (exercise: Exercise, derivative: Derivative): Promise<string> => {
    const submission = { language: "python", code: "" } as const;
    const { diagnosis } = await gradeSubmission(exercise, submission, runtimeOf(derivative));
    expect(diagnosis?.kind).toBe("none");
    return diagnosis!.message;
  };

  test("is run again on small whole numbers, and shown the simplest at which it fails", async () => {
    const square = await loadExercise("scalar/square");
    expect(await gradeOn(square, (x: number) => (x < 2 ? 2 * x : x ** 3))).toMatch(
      /fails is `x = 2`: there it is too large/,
    );
    expect(await gradeOn(square, (x: number) => (x > -2 ? 2 * x : 0.1 * x * x))).toMatch(
      /fails is `x = -2`: there it is of the wrong sign/,
    );
  });

  test("is shown the entry that is wrong, in the smallest shape", async () => {
    const sum = await loadExercise("vector/sum-of-squares");
    const message = await gradeOn(sum, (x: Tensor) =>
      fromEntries(
        x.entries().map((value, i) => (i === 1 ? 2 * value - 1 - value ** 2 : 2 * value)),
        x.shape,
      ),
    );
    expect(message).toMatch(/fails is `x = \[-?\d, -?\d\]`: there its entry `\[1\]` is too small/);
  });

  test("is never shown inputs that the exercise does not accept", async () => {
    const exercise = await loadExercise("loss/absolute-error");
    const message = await gradeOn(exercise, (y: number, x: number) => Math.cos(y) + x);
    const [, y, x] = /`y_actual = (.*?)`, `x = (.*?)`/.exec(message)!.map(Number) as [number, number, number];
    expect(Math.abs(x * x - y)).toBeGreaterThan(0.1);
  });

  test("is judged on the graded cases alone if the second run fails", async () => {
    const square = await loadExercise("scalar/square");
    const seen = new Set(casesFor(square).map(({ inputs }) => inputs.x));
    const message = await gradeOn(square, (x: number) => {
      if (!seen.has(x)) throw new Error("not this one");
      return Math.cos(x) + x ** 3;
    });
    expect(message).toMatch(/`x = /);
  });

  test("is not told the right value", async () => {
    const exercise = await loadExercise("loss/squared-error");
    expect(await gradeOn(exercise, (y: number, p: number, x: number) => Math.cos(y) + p * x)).not.toMatch(
      /right (one|value)|should be|expected/,
    );
  });
});
