/** A slip of the pen in an answer, found by running the answer without it. */
import { describe, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { answeredIds } from "#course/people.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { gradeSubmission, type Diagnosis } from "#grader/index.ts";
import { slipsIn } from "#grader/repairs/slips-in.ts";
import { variantsOf } from "#grader/repairs/variants.ts";
import type { Language } from "#reading/language.ts";
import { replaceSpan } from "#reading/program-nodes.ts";
import { nodeRuntime, number, resultsOf } from "../runtime/node-runtime.ts";
import { peoplesAnswers } from "#course/people.ts";
import { keyOf, readRecording, repairIn } from "../people/recording.ts";

const runtime = nodeRuntime();

const languageOf = (code: string): Language =>
  /^\s*(import|from|def)\b/.test(code) ? "python" : "javascript";

async function diagnosisOf(id: string, code: string): Promise<Diagnosis | null> {
  const { diagnosis } = await gradeSubmission(
    await loadExercise(id),
    { language: languageOf(code), code },
    runtime,
  );
  return diagnosis;
}

describe("what was written for what was meant", () => {
  test.each<[what: string, id: string, code: string, kind: string, line: number, said: RegExp]>([
    [
      "another value, in Python",
      "scalar/sigmoid",
      `from math import exp

def d_sigmoid(x):
    y = 1 / (1 + exp(-x))
    rest = 1 - x
    return y * rest
`,
      "wrong-value",
      5,
      /`y` stands there where you have `x`/,
    ],
    [
      "another value, in JavaScript",
      "linear/neuron",
      `function dNeuron(w, x, b) {
  const z = w * x + b;
  const a = 1 / (1 + Math.exp(-z));
  const dz = a * (1 - z);
  return [dz * x, dz * w, dz];
}`,
      "wrong-value",
      4,
      /`a` stands there where you have `z`/,
    ],
    [
      "another axis",
      "batch-norm/mean",
      `def d_center(dY):
    return dY - dY.mean(axis=1, keepdims=True)
`,
      "wrong-axis",
      2,
      /`dY\.mean\(axis=0, keepdims=True\)` where you have `dY\.mean\(axis=1/,
    ],
    [
      "brackets that are lost",
      "linear/squared-error",
      `def d_linear_loss(w, x, b, y):
    dz = 2 * (w * x + b) - y
    return dz * x, dz
`,
      "wrong-rule",
      2,
      /brackets in `2 \* \(w \* x \+ b\) - y`/,
    ],
    [
      "two lines in the wrong order",
      "scalar/polynomial",
      `function dPolynomial(x) {
  let value = 3, slope = 0;
  for (const c of [0, -2, 5]) {
    value = value * x + c;
    slope = slope * x + value;
  }
  return slope;
}`,
      "wrong-value",
      4,
      /this line and the next change places/,
    ],
    [
      "an entry of another step",
      "recursive/rnn",
      `import numpy as np

def d_rnn(w, u, h0, xs):
    hs = [h0]
    for x in xs:
        hs.append(np.tanh(w * hs[-1] + u * x))
    dh, dw, du = 1, 0, 0
    for t in range(len(xs), 0, -1):
        dz = dh * (1 - hs[t] ** 2)
        dw += dz * hs[t - 1]
        du += dz * xs[-t]
        dh = dz * w
    return dw, du
`,
      "wrong-value",
      11,
      /`xs\[t - 1\]` stands there where you have `xs\[-t\]`/,
    ],
    [
      "what flows back along two paths, multiplied",
      "recursive/weight",
      `def d_w_h2(w_h, h0, h1):
    direct = h1
    through = w_h * h0
    return direct * through
`,
      "wrong-rule",
      4,
      /`\+` as the operator in `direct \* through`/,
    ],
  ])("%s", async (_, id, code, kind, line, said) => {
    const diagnosis = await diagnosisOf(id, code);
    expect(diagnosis).toMatchObject({ kind, line });
    expect(diagnosis!.message).toMatch(said);
  });

  test("is what the lines that are wrong because of it follow from", async () => {
    const code = `def d_polynomial(x):
    value = 3
    slope = 0
    for c in (0, -2, 5):
        value = value * x + c
        slope = slope * x + value
    return slope
`;
    const { steps } = await gradeSubmission(
      await loadExercise("scalar/polynomial"),
      { language: "python", code },
      runtime,
    );
    expect(steps!.lines.filter(({ state }) => state === "wrong")).toEqual([]);
    expect(steps!.lines.find(({ name }) => name === "slope")).toBeDefined();
    expect(steps!.lines.filter(({ says }) => says.includes("because of line 5")).length).toBeGreaterThan(0);
  });

  test("isn't looked for where a mistake of calculus explains the answer", async () => {
    // One name for another would mend this too.
    const diagnosis = await diagnosisOf("linear/input", "def d_x_linear_fn(w, x, b):\n    return x\n");
    expect(diagnosis!.message).not.toContain("All is right");
  });

  test("is the only thing that people's answers have to be mended in, wherever it is named", async () => {
    let mended = 0;
    for (const id of await answeredIds()) {
      if (isGraphExercise(id)) continue;
      const [exercise, recording] = await Promise.all([loadExercise(id), readRecording(id)]);
      for (const answer of await peoplesAnswers(id)) {
        const outcome = recording.answers[keyOf(answer)];
        const repair = outcome && repairIn(outcome);
        if (!repair) continue;
        const code = replaceSpan(answer.code, repair, repair.text);
        const grade = await gradeSubmission(
          exercise,
          { language: answer.language as Language, code },
          runtime,
          { steps: false },
        );
        for (const place of repair.outputs) expect(grade.outputs[place]!.verdict).toBe("correct");
        mended++;
      }
    }
    expect(mended).toBeGreaterThan(15);
  });
});

describe("the programs that are tried", () => {
  test.each<[Language, string]>([
    [
      "python",
      "def f(x, n):\n    ys = [x]\n    for y in ys:\n        if n > 1: ys.append(y * 2 - x[n - 1])\n    return -ys[0]\n",
    ],
    [
      "javascript",
      "function f(x, n) { const ys = [x]; for (const y of ys) { if (n > 1) ys.push(y.mul(2).sum(0)); } return ys; }",
    ],
  ])("differ from the answer in one place, and not in what loops go over (%s)", async (language, code) => {
    const slips = await slipsIn(code, language);
    expect(slips.length).toBeGreaterThan(10);
    for (const slip of slips) {
      const program = replaceSpan(code, slip, slip.text);
      expect(program).not.toBe(code);
      expect(program).toContain(language === "python" ? "for y in ys:" : "(const y of ys)");
    }
  });

  test.each<Language>(["python", "javascript"])(
    "run side by side, silent, each with its own names; what fails is nothing (%s)",
    async (language) => {
      const [programs, call] =
        language === "python"
          ? [
              [
                "seen = []\ndef f(x):\n    seen.append(x)\n    print(seen)\n    return len(seen)\n",
                "def f(x): return y\n",
                "y = 7\ndef f(x):\n  return x + y",
              ],
              "f",
            ]
          : [
              [
                "let n = 0;\nconst f = (x) => { console.log(x); return ++n; }",
                "function f(x) { return y; }",
                "const y = 7; // seven\nconst f = (x) => x + y; // and",
              ],
              "f",
            ];
      const variants = variantsOf(programs, call, language);
      const calls = [0, 0, 1, 2, 0].map((variant) => [number(variant, true), number(3)]);
      const returned = await resultsOf(runtime, { language, outputs: 1, ...variants, calls });
      expect(returned.map((value) => (value.kind === "number" ? value.value : null))).toEqual([
        1,
        2,
        null,
        10,
        3,
      ]);
    },
  );
});
