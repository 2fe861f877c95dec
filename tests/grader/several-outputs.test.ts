/** In which forms an answer may return several gradients. */
import { afterAll, describe, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { gradeSubmission } from "#grader/index.ts";
import type { Language } from "#reading/language.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const [loss, dot, layer, h2] = await Promise.all(
  ["linear/squared-error", "vector/dot", "batch-linear/layer", "recursive/weight"].map(loadExercise),
);

const lossIn = {
  python: (body: string) =>
    `import numpy as np\ndef d_linear_loss(w, x, b, y):\n    db = 2 * (w * x + b - y)\n    dw = db * x\n${body.replaceAll(/^/gm, "    ")}\n`,
  javascript: (body: string, star = "") =>
    `function${star} dLinearLoss(w, x, b, y) {\n  const db = 2 * (w * x + b - y), dw = db * x;\n  ${body}\n}\n`,
};

describe("two numbers come as", () => {
  test.each<[form: string, language: Language, code: string]>([
    ["a tuple", "python", lossIn.python("return dw, db")],
    ["a list", "python", lossIn.python("return [dw, db]")],
    ["an array", "python", lossIn.python("return np.array([dw, db])")],
    ["a stack", "python", lossIn.python("return np.stack([dw, db])")],
    ["a generator", "python", lossIn.python("yield dw\nyield db")],
    ["an expression that generates them", "python", lossIn.python("return (d for d in (dw, db))")],
    ["a map", "python", lossIn.python("return map(float, (dw, db))")],
    ["the other way round and back", "python", lossIn.python("return reversed([db, dw])")],
    ["an iterator", "python", lossIn.python("return iter((dw, db))")],
    ["values of a dictionary", "python", lossIn.python("return {'w': dw, 'b': db}.values()")],
    ["a zip's first", "python", lossIn.python("return next(zip((dw, 1), (db, 1)))")],
    ["a list", "javascript", lossIn.javascript("return [dw, db];")],
    ["a typed array", "javascript", lossIn.javascript("return new Float64Array([dw, db]);")],
    ["a generator", "javascript", lossIn.javascript("yield dw; yield db;", "*")],
    ["an iterator", "javascript", lossIn.javascript("return [dw, db].values();")],
  ])("%s, in %s", async (_, language, code) => {
    expect(await gradeSubmission(loss!, { language, code }, runtime)).toMatchObject({ verdict: "correct" });
  });
});

describe("arrays come as", () => {
  test.each<[form: string, code: string]>([
    ["an array with a row for each", "import numpy as np\ndef d_dot(w, x):\n    return np.array([x, w])\n"],
    ["an iterator over them", "def d_dot(w, x):\n    return iter([x, w])\n"],
  ])("%s", async (_, code) => {
    expect(await gradeSubmission(dot!, { language: "python", code }, runtime)).toMatchObject({
      verdict: "correct",
    });
  });

  test("no array whose rows have another shape: one of three gradients is not three", async () => {
    const code = "import numpy as np\ndef linear_backward(X, W, B, dZ):\n    return np.zeros((3, 2))\n";
    const { verdict, message } = await gradeSubmission(layer!, { language: "python", code }, runtime);
    expect({ verdict, message }).toEqual({
      verdict: "invalid",
      message: expect.stringMatching(/returned an array of shape \(3, 2\)\. Return 3 gradients/) as string,
    });
  });
});

describe("what has no order, or another number of items, is refused by its name", () => {
  test.each<[language: Language, code: string, said: string]>([
    ["python", lossIn.python("return {dw, db}"), "returned a set (it keeps no order)"],
    ["python", lossIn.python("return {'w': dw, 'b': db}"), "returned a dictionary"],
    ["python", lossIn.python("yield dw"), "returned a generator"],
    ["python", lossIn.python("while True: yield dw"), "returned a generator"],
    ["python", lossIn.python("return 'ab'"), "returned a string"],
    ["javascript", lossIn.javascript("return new Set([dw, db]);"), "returned a set"],
    ["javascript", lossIn.javascript("for (;;) yield dw;", "*"), "returned a generator"],
    ["javascript", lossIn.javascript("return 'ab';"), "returned a `string`"],
  ])("in %s: %s", async (language, code, said) => {
    const { verdict, message } = await gradeSubmission(loss!, { language, code }, runtime);
    expect({ verdict, message }).toEqual({
      verdict: "invalid",
      message: expect.stringContaining(said) as string,
    });
  });
});

test("an exception on the way through a generator has its line", async () => {
  const code = lossIn.python("yield dw\nyield 1 / (w - w)");
  const { verdict, line, message } = await gradeSubmission(loss!, { language: "python", code }, runtime);
  expect({ verdict, line }).toEqual({ verdict: "invalid", line: 6 });
  expect(message).toMatch(/ZeroDivisionError on line 6/);
});

describe("JavaScript's functions may leave out the last parameters", () => {
  test.each<[code: string, verdict: string, said: RegExp]>([
    ["function dWH2(wH, h0) { return 2 * wH * h0; }", "correct", /agrees/],
    ["const dWH2 = (a, b) => 2 * a * b;", "correct", /agrees/],
    ["const dWH2 = (wH, h1) => h1 + wH;", "invalid", /called with 3 arguments: `dWH2\(wH, h0, h1\)`/],
    ["const dWH2 = (h0) => h0;", "invalid", /Give it exactly these parameters/],
    ["const dWH2 = (wH, h0, h1, h2) => h2;", "invalid", /Give it exactly these parameters/],
  ])("%s", async (code, verdict, said) => {
    const grade = await gradeSubmission(h2!, { language: "javascript", code }, runtime);
    expect(grade.verdict).toBe(verdict);
    expect(grade.message).toMatch(said);
  });
});
