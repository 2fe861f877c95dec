import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { problemsWith } from "#cli/check-exercise.ts";
import { proofTimes, prove } from "#cli/proof-report.ts";
import { defineExercise, uniform, type Exercise } from "#exercise/index.ts";
import { casesFor, simpleCases } from "#grader/cases.ts";
import { gradeSubmission } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { convolution } from "./convolution.ts";

const runtime = createNodeRuntime({ times: proofTimes });
afterAll(() => runtime.close());

const uses = (id: string) => new Map([[id, [{ id, file: "content/x.mdx", line: 1, column: 1 }]]]);

const lengthsIn = (exercise: Exercise, cases = casesFor(exercise)): Record<string, number>[] =>
  cases.map(({ inputs }) =>
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, (value as number[]).length])),
  );

/** An exercise over these lengths, which follow from each other as a convolution's do. */
const over = (id: string, n: readonly [number, number], k: readonly [number, number]): Exercise => ({
  ...convolution,
  id,
  edgeCases: [],
  sizes: { n, k, m: (sizes) => sizes.n! - sizes.k! + 1 },
});

describe("lengths that follow from others", () => {
  const range = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(3))
    .map(([low, more]) => [low, low + more] as const);

  test("go together in every case", () => {
    fc.assert(
      fc.property(fc.string(), range, range, (id, n, k) => {
        fc.pre(n[1] >= k[0]);
        const exercise = over(id, n, k);
        for (const { x, w, target } of [
          ...lengthsIn(exercise),
          ...lengthsIn(exercise, simpleCases(exercise)),
        ]) {
          expect(target).toBe(x! - w! + 1);
          expect([n[0] <= x! && x! <= n[1], k[0] <= w! && w! <= k[1]]).toEqual([true, true]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("vary", () => {
    expect(new Set(lengthsIn(convolution).map(({ target }) => target)).size).toBeGreaterThan(2);
  });

  const problemsOver = (exercise: Exercise) => problemsWith(exercise, { runtime, uses: uses(exercise.id) });

  test("are refused by check where they never go together", async () => {
    expect(await problemsOver(over("test/never", [1, 3], [4, 6]))).toEqual([
      expect.stringMatching(/the lengths in `sizes` don't go together: .*always less than 1\. Mend/),
    ]);
  });

  test.each<[what: string, exercise: Exercise, complaint: RegExp]>([
    [
      "isn't whole",
      { ...convolution, sizes: { n: [3, 3], k: [1, 2], m: ({ n }) => n! / 2 } },
      /whole number, and `sizes` gives n = 3, k = \d, m = 1\.5\./,
    ],
    [
      "uses one that comes after it",
      { ...convolution, sizes: { m: ({ n, k }) => n! - k! + 1, n: [3, 3], k: [1, 2] } },
      /`sizes` gives m = NaN\. It may use those that are written before it\. Mend/,
    ],
  ])("are refused where one %s", async (_, exercise, complaint) => {
    expect(await problemsOver(exercise)).toEqual([expect.stringMatching(complaint)]);
  });
});

describe("an exercise with slices", () => {
  test("is sound: its solutions are right in both languages, its cases tell the truth from every mistake", async () => {
    expect(await problemsWith(convolution, { runtime, uses: uses(convolution.id) })).toEqual([]);
  });

  test("is put to the proof: no wrong variant passes, no right one fails, every mistake is named", async () => {
    const proof = await prove(convolution, runtime, { mutants: 24, rewrites: 6 });
    expect(proof).toMatchObject({ falseAccepts: [], falseRejects: [], unfinished: [], rewrites: 12 });
    expect(proof.mistakes).toMatchObject({ accepted: [], unnamed: [] });
    expect(proof.mistakes.tried).toBeGreaterThan(100);
  });

  /** The solution with these pieces of it changed. */
  const changed = (...changes: readonly (readonly [from: string, to: string])[]): string =>
    changes.reduce((code, [from, to]) => {
      expect(code).toContain(from);
      return code.replace(from, to);
    }, convolution.solution.python);

  const puts = ["dx[j:j + m] +=", "dx[:m] +="] as const;

  test.each<[what: string, code: string, kinds: string[], said: RegExp]>([
    [
      "puts the slice's gradient back at the start",
      changed(puts),
      ["wrong-rule"],
      /at `x\[t-1:…\]` in every step, you put the gradient back into the first entries/,
    ],
    [
      "forgets a factor",
      changed(["2 * (y - target)", "y - target"]),
      ["constant-factor", "constant-factor"],
      /half the right one/,
    ],
    [
      "forgets the kernel",
      changed(["+= w[j] * dy", "+= dy"]),
      ["missing-factor"],
      /derivative of `w\[t-1\]\*x\[t-1:…\]` with respect to `x\[t-1:…\]` is taken as 1/,
    ],
    [
      "averages over the window",
      changed(["np.sum(x", "np.mean(x"]),
      ["batch-factor"],
      /divided by the number of entries of `target`/,
    ],
    [
      "turns the kernel around",
      changed(["+= w[j] * dy", "+= w[-1 - j] * dy"]),
      ["wrong-value"],
      /right if `w\[j\]` stands there where you have `w\[-1 - j\]`/,
    ],
    [
      "puts the kernel's sine in its place, which nothing explains",
      changed(["+= w[j] * dy", "+= np.sin(3 * w[j]) * dy"]),
      ["none"],
      /simplest input where it fails is `x = \[[^\]]*\]`, `w = \[[^\]]*\]`, `target = /,
    ],
  ])("an answer that %s is told so", async (_, code, kinds, said) => {
    const { verdict, outputs, message } = await gradeSubmission(
      convolution,
      { language: "python", code },
      runtime,
    );
    expect({ verdict, kinds: outputs.flatMap(({ diagnosis }) => diagnosis?.kind ?? []) }).toEqual({
      verdict: "incorrect",
      kinds,
    });
    expect(message).toMatch(said);
  });

  test("whose slices end at the other end in all cases is told with numbers from there", async () => {
    const differences: Exercise = {
      ...defineExercise({
        title: "Differences",
        sizes: { n: [3, 6] },
        inputs: { x: uniform(-3, 3, ["n"]) },
        forward: ({ x }) =>
          x
            .slice(0, 1)
            .mul(x.slice(0, 0, -1))
            .sum(),
        wrt: ["x"],
        asks: { name: "d_products", params: ["x"] },
        shown: { python: "", javascript: "" },
        solution: { python: "", javascript: "" },
        hints: [],
      }),
      id: "test/products",
    };
    const code = `import numpy as np

def d_products(x):
    dx = np.zeros(len(x))
    dx[1:] += x[:-1]
    return dx
`;
    const { message } = await gradeSubmission(differences, { language: "python", code }, runtime);
    expect(message).toMatch(/leaves out the one from `x\[:-1\]` back into `x`/);
  });
});
