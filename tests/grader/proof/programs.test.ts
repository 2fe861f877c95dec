import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { randomFor } from "#grader/cases.ts";
import { manyMutations } from "#grader/proof/mutations.ts";
import { manyRewrites, rewritesOf } from "#grader/proof/rewrites.ts";
import { readSolution } from "#grader/proof/solution-source.ts";

const none = new Set<string>();
const ids = await exerciseIds();

/** The value of a JavaScript function of numbers, from its source. */
const valueOf = (code: string, ...args: number[]): number =>
  // The code is our own, or made from it by the functions under test.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function(`${code}; return f(${args.join(", ")});`)() as number;

const code = `function f(x, y) {
  const d = 2 * (x - y);
  return (d ** 2 + 3 * x) / y / x - x * (y + 1);
}
`;

describe("rewrites", () => {
  test("compute the same, one after another", () => {
    const rewrites = manyRewrites(code, "javascript", none, 300, randomFor("rewrites"));
    expect(rewrites.length).toBe(300);
    expect(new Set(rewrites).size).toBe(300);
    for (const rewrite of rewrites) {
      for (const [x, y] of [
        [1.5, -2],
        [-0.25, 3],
        [7, 0.5],
      ] as const) {
        expect(valueOf(rewrite, x, y) / valueOf(code, x, y)).toBeCloseTo(1, 10);
      }
    }
  });

  test.each([
    ["a + b", "(b) + (a)"],
    ["a - b", "-((b) - (a))"],
    ["a / b", "(a) * (1 / (b))"],
    ["a ** 2", "(a) * (a)"],
    ["2 * a", "(a) + (a)"],
    ["a * (b + c)", "(a) * (b) + (a) * (c)"],
    ["(a + b) + c", "(a) + ((b) + (c))"],
    ["a * b", "1 * (a * b)"],
    ["a", "-(-(a))"],
  ])("%s becomes %s", (from, to) => {
    const program = (expression: string) => `def f(a, b, c):\n    return ${expression}\n`;
    expect(rewritesOf(readSolution(program(from), "python", none))).toContain(program(`(${to})`));
  });

  test("a part of an expression gets a name of its own before its statement", () => {
    const python = "def f(x):\n    part = 2\n    return part * x\n";
    expect(rewritesOf(readSolution(python, "python", none))).toContain(
      "def f(x):\n    part = 2\n    part1 = part * x\n    return part1\n",
    );
    const javascript = "function f(x) {\n  return 2 * x;\n}\n";
    expect(rewritesOf(readSolution(javascript, "javascript", none))).toContain(
      "function f(x) {\n  const part = 2 * x;\n  return part;\n}\n",
    );
  });

  test("leave alone what may not be computed, and what is no number", () => {
    const python = "import numpy as np\ndef f(x, y):\n    hs = [x]\n    return 1 / x if y else np.ones(2)\n";
    const rewrites = rewritesOf(readSolution(python, "python", none));
    expect(rewrites.every((program) => program.includes("np.ones(") && program.includes("hs = ["))).toBe(
      true,
    );
    expect(rewrites.some((program) => program.includes("part = 1 / x"))).toBe(false);
  });
});

describe.each(ids)("%s", (id) => {
  test.each(["python", "javascript"] as const)(
    "has at least 30 rewrites and many mutants in %s",
    async (language) => {
      const exercise = await loadExercise(id);
      const arrays = new Set(
        Object.keys(exercise.inputs).filter((name) => exercise.inputs[name]!.axes.length > 0),
      );
      const solution = exercise.solution[language];
      const rewrites = manyRewrites(solution, language, arrays, 40, randomFor(id));
      const mutants = manyMutations(solution, language, arrays, 200, randomFor(id));
      expect(rewrites.length).toBeGreaterThanOrEqual(30);
      expect(mutants.length).toBeGreaterThanOrEqual(50);
      expect(new Set([solution, ...rewrites, ...mutants]).size).toBeGreaterThan(rewrites.length + 40);
      if (language === "python") return;
      for (const program of rewrites) parse(program, { ecmaVersion: "latest" });
    },
  );
});

test("mutants touch operators, constants, variables, signs, terms, axes and statements", () => {
  const python =
    "def f(x, y):\n    s = 1 if x > y else -1\n    return s * np.sum(x + y, axis=0, keepdims=True)\n";
  const mutants = manyMutations(python, "python", none, 500, randomFor("mutants"));
  for (const part of [
    "x - y",
    "x < y",
    "axis=(1)",
    "keepdims=False",
    "np.mean(",
    "    pass\n",
    "(y) + y",
    "np.sum((x)",
  ]) {
    expect(mutants.join()).toContain(part);
  }
  expect(mutants).not.toContain(python);
});

test("mutants leave the end of a loop alone, so that each of them ends", () => {
  const javascript = "function f(x, n) {\n  for (let t = 0; t < n; t++) x *= t + n;\n  return x;\n}\n";
  for (const mutant of manyMutations(javascript, "javascript", none, 500, randomFor("loops"))) {
    expect(mutant).toContain("; t < n; t++)");
  }
});
