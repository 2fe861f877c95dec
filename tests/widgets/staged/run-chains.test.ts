import { afterAll, describe, expect, test } from "vitest";
import definition from "../../../content/staged/batch-norm.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { loadExercise } from "#course/definitions.ts";
import { compose } from "#widgets/staged/run-chains.ts";
import type { Language } from "#reading/language.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const submittedAt = "2026-11-24T08:00:00.000Z";

/** The solutions of all stages, some of them replaced by other Python. */
async function answers(language: Language, replaced: Readonly<Record<string, string>> = {}) {
  return new Map(
    await Promise.all(
      definition.stages.map(async ({ exercise }): Promise<[string, OwnAnswer]> => {
        const { solution } = await loadExercise(exercise);
        const code = replaced[exercise];
        return [
          exercise,
          code === undefined
            ? { language, code: solution[language], submittedAt }
            : { language: "python", code, submittedAt },
        ];
      }),
    ),
  );
}

const outcomes = async (own: ReadonlyMap<string, OwnAnswer>) =>
  (await compose("batch-norm", own, runtime)).chains.map((chain) =>
    chain.ok ? chain.agrees : chain.message,
  );

describe("the learner's functions, put together", () => {
  test.each(["python", "javascript"] as const)("are autograd's gradient, in %s", async (language) => {
    const { truth, chains } = await compose("batch-norm", await answers(language), runtime);
    expect(truth.shape).toEqual([4, 2]);
    expect(truth.entries[0]).toBeCloseTo(1 / 3, 5);
    expect(chains.map((chain) => chain.ok && chain.agrees)).toEqual([true, true, true]);
  });

  test("differ in the chain that a wrong one is part of", async () => {
    const wrong = "def d_center(dY):\n    return dY\n";
    expect(await outcomes(await answers("javascript", { "batch-norm/mean": wrong }))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("say what stopped a chain", async () => {
    const replaced = {
      "batch-norm/mean": "def d_center(dY):\n    return dY.sum(axis=0, keepdims=True)[:, :1]\n",
      "batch-norm/normalize": "def d_normalize(x, dxhat, eps):\n    return dxhat[9]\n",
      "batch-norm/layer": "def batch_norm_backward(x, gamma, beta, eps, dY):\n    return None\n",
    };
    const [, normalize, layer] = await outcomes(await answers("python", replaced));
    expect(normalize).toMatch(/could not be run/);
    expect(layer).toMatch(/isn’t numbers/);
  });
});
