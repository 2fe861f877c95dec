/** What the lines of an answer are found to be, as it is run for real. */
import { afterAll, describe, expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { gradeSubmission, stepsOf, type Grade } from "#grader/index.ts";
import { languages, type Language } from "#reading/language.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const gradeOf = async (id: string, language: Language, code: string): Promise<Grade> =>
  gradeSubmission(await loadExercise(id), { language, code }, runtime);

/** Each line's number, name and state. */
const statesIn = ({ steps }: Grade): [number, string | null, string][] =>
  (steps?.lines ?? []).map(({ line, name, state }) => [line, name, state]);

const saidOf = ({ steps }: Grade, name: string): string | undefined =>
  steps?.lines.find((each) => each.name === name)?.says;

describe("a derivation that goes wrong in one line", () => {
  test("names it, and follows it through", async () => {
    const grade = await gradeOf(
      "batch-norm/normalize",
      "python",
      `import numpy as np
def d_normalize(x, dxhat, eps):
    n = len(x)
    centered = x - x.mean(axis=0)
    std = np.sqrt((centered**2).mean(axis=0) + eps)
    dcentered = dxhat / std
    dstd = -(dxhat * centered / std**2)
    dvar = dstd / (2 * std)
    dcentered = dcentered + 2 / n * centered * dvar
    return dcentered - dcentered.mean(axis=0)
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "not-reduced", line: 7 });
    expect(grade.message).toMatch(/^It goes wrong in line 7, `dstd`\. One `std` serves all rows/);
    expect(statesIn(grade)).toEqual([
      [3, "n", "unknown"],
      [4, "centered", "right"],
      [5, "std", "right"],
      [6, "dcentered", "right"],
      [7, "dstd", "wrong"],
      [8, "dvar", "follows"],
      [9, "dcentered", "follows"],
      [10, null, "follows"],
    ]);
    expect(saidOf(grade, "std")).toBe("The value of `std`.");
    expect(saidOf(grade, "dvar")).toBe("What flows back into `var`, given line 7.");
  });

  test("does so in JavaScript, with helpers and destructuring", async () => {
    const grade = await gradeOf(
      "linear/neuron",
      "javascript",
      `const sigmoid = (z) => 1 / (1 + Math.exp(-z));
function forward(w, x, b) {
  const z = w * x + b;
  return [z, sigmoid(z)];
}
function dNeuron(w, x, b) {
  const [z, a] = forward(w, x, b);
  const dz = a * (1 + a);
  return [dz * x, dz * w, dz];
}
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "wrong-rule", line: 8 });
    expect(statesIn(grade)).toEqual(
      expect.arrayContaining([
        [7, "z", "right"],
        [7, "a", "right"],
        [8, "dz", "wrong"],
      ]),
    );
  });

  test("finds a value that was recomputed wrongly, and what is missing in it", async () => {
    const grade = await gradeOf(
      "linear/neuron",
      "python",
      `from math import exp
def sigmoid(z):
    return 1 / (1 + exp(-z))
def d_neuron(w, x, b):
    a = sigmoid(w * x)
    dz = a * (1 - a)
    dw, dx = dz * x, dz * w
    return dw, dx, dz
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "wrong-value", line: 5 });
    expect(grade.diagnosis!.message).toMatch(/as it would be without `b`/);
    expect(statesIn(grade)).toContainEqual([6, "dz", "follows"]);
  });

  test("says from which pass of a loop on", async () => {
    const rnn = (handedOn: string) => `import numpy as np
def d_rnn(w, u, h0, xs):
    hs = [h0]
    for x in xs:
        hs.append(np.tanh(w * hs[-1] + u * x))
    dh, dw, du = 1, 0, 0
    for t in range(len(xs), 0, -1):
        dz = dh * (1 - hs[t] ** 2)
        dw += dz * hs[t - 1]
        du += dz * xs[t - 1]
        ${handedOn}
    return dw, du
`;
    const skipped = await gradeOf("recursive/rnn", "python", rnn("dh = dh * w"));
    expect(skipped.diagnosis).toMatchObject({ kind: "missing-factor", line: 11 });
    const kept = await gradeOf("recursive/rnn", "python", rnn("pass"));
    expect(kept.diagnosis).toMatchObject({ line: 8 });
    expect(kept.diagnosis!.message).toMatch(/right up to the first pass of the loop/);
  });

  test("tells the state before a step from the one after it", async () => {
    const grade = await gradeOf(
      "recursive/rnn",
      "python",
      `import numpy as np
def d_rnn(w, u, h0, xs):
    h = np.zeros(len(xs) + 1)
    h[0] = h0
    for t in range(len(xs)):
        h[t + 1] = np.tanh(w * h[t] + u * xs[t])
    dw = du = 0
    delta = 1
    for t in reversed(range(len(xs))):
        da = delta * (1 - h[t] ** 2)
        dw += da * h[t]
        du += da * xs[t]
        delta = w * da
    return dw, du
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "wrong-value", line: 10 });
    expect(grade.diagnosis!.message).toMatch(/right if `h\[t\]` stands where you have `h\[t-1\]`/);
  });

  test("blames the line before, not what is right for what stands there", async () => {
    const grade = await gradeOf(
      "vector/softmax-cross-entropy",
      "python",
      `import numpy as np
def d_softmax_cross_entropy(z, y):
    e = np.exp(z)
    s = e.sum()
    p = e / s
    dp = y / p
    ds = -(dp * e).sum() / s**2
    de = dp / s + ds
    return de * e
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "sign", line: 6 });
  });
});

test("a line is the value that it has there, whatever is done to the array later", async () => {
  const grade = await gradeOf(
    "vector/norm",
    "python",
    `import numpy as np
def d_norm(x):
    s = np.sum(x**2)
    g = 2 * x
    g /= s
    return g
`,
  );
  expect(statesIn(grade)).toEqual([
    [3, "s", "right"],
    [4, "g", "right"],
    [5, "g", "wrong"],
  ]);
});

describe("nothing is blamed", () => {
  test("in a stable softmax, whose exponentials are others", async () => {
    const grade = await gradeOf(
      "vector/softmax-cross-entropy",
      "python",
      `import numpy as np
def d_softmax_cross_entropy(z, y):
    e = np.exp(z - z.max())
    p = e / e.sum()
    return y - p
`,
    );
    expect(grade.diagnosis).toMatchObject({ kind: "sign", line: 5 });
    expect(statesIn(grade)).toEqual([
      [3, "e", "unknown"],
      [4, "p", "right"],
      [5, null, "wrong"],
    ]);
  });

  test("in an answer of one line, or where no lines are asked for", async () => {
    const short = await gradeOf("scalar/square", "python", "def d_x_square(x):\n    return x\n");
    expect(short.steps).toBeUndefined();
    const code = "def d_x_square(x):\n    d = x\n    return d\n";
    const exercise = await loadExercise("scalar/square");
    const unasked = await gradeSubmission(exercise, { language: "python", code }, runtime, { steps: false });
    expect(unasked.steps).toBeUndefined();
  });
});

describe.each(await exerciseIds())("the solution of %s", (id) => {
  test.each(languages)("in %s has no line that is wrong", async (language) => {
    const exercise = await loadExercise(id);
    const steps = await stepsOf(exercise, { language, code: exercise.solution[language] }, runtime);
    const states = new Set(steps?.lines.map(({ state }) => state));
    expect([...states].filter((state) => state === "wrong" || state === "follows")).toEqual([]);
  });
});
