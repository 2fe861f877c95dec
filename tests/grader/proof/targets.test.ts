import { afterAll, describe, expect, test } from "vitest";
import { runPrograms } from "#cli/batch.ts";
import { proofTimes } from "#cli/proof-report.ts";
import { rewritesOf } from "#grader/proof/rewrites.ts";
import { readSolution } from "#grader/proof/solution-source.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

const runtime = createNodeRuntime({ times: proofTimes });
afterAll(() => runtime.close());

/** A program that writes in every way that its language has, and what it writes to. */
const programs = {
  python: {
    code: `import numpy as np

def f(x, y):
    out = [x, y, x + y]
    i = 1
    out[i] = total = 2 * x
    out[i - 1] += y
    (low, out[i + 1]), rest = (out[i], x * y), 3
    for i, out[0] in enumerate([x, y]):
        low = low + i * out[0]
    del out[i + 1]
    sums = np.zeros(2)
    np.add.at(sums, [0, 1, i], x)
    sums.fill(sums[1] + y)
    total += sum(p * q for p, q in zip(out, [x, y]))
    if (z := x + total) > low:
        total = total + z / rest
    total = total + (z := 2 * y) * z
    safe = 0
    if y != 0 and x / y > -9:
        safe = x
    return low * total + out[0] + sums[0] + 3 * sums[1] + safe
`,
    targets: [
      "out[i] = total = ",
      "out[i - 1] += ",
      "(low, out[i + 1]), rest = ",
      "for i, out[0] in ",
      "del out[i + 1]\n",
      "np.add.at(sums, ",
      "sums.fill(",
      "for p, q in ",
      "(z := ",
    ],
  },
  javascript: {
    code: `function f(x, y) {
  const out = [x, y, x + y];
  let i = 1;
  out[i] = 2 * x;
  out[i - 1] += y;
  let low = 0;
  [low, out[i + 1]] = [out[i], x * y];
  for (out[0] of [x, y]) low = low + i * out[0];
  out[i]++;
  --out[i - 1];
  delete out[i + 1];
  let z = 0;
  low = (z = 2 * x + i) * z + i++ * i;
  const safe = y !== 0 && x / y > -9 ? x : 0;
  return low + out[0] + 3 * out[1] + z * (out[2] === undefined ? x : y) + safe;
}
`,
    targets: [
      "out[i] = ",
      "out[i - 1] += ",
      "[low, out[i + 1]] = ",
      "(out[0] of ",
      "out[i]++",
      "--out[i - 1]",
      "delete out[i + 1]",
      "(z = ",
    ],
  },
};

const calls = [
  [1.5, 0],
  [-0.25, 3],
  [7, 0.5],
].map((args) => args.map((value) => ({ kind: "number" as const, value, integer: false })));

describe("rewrites leave alone what is written to, and compute the same", () => {
  test.each(["python", "javascript"] as const)("in %s", async (language) => {
    const { code, targets } = programs[language];
    const rewrites = rewritesOf(readSolution(code, language, new Set()));
    expect(rewrites.length).toBeGreaterThan(200);
    for (const rewrite of rewrites) {
      expect(targets.filter((target) => !rewrite.includes(target))).toEqual([]);
    }
    const request = { language, code, name: "f", params: ["x", "y"], outputs: 1, calls };
    const returned = await runPrograms([code, ...rewrites], request, runtime);
    const numbers = returned.map((each) =>
      typeof each === "string" ? each : each.map((value) => (value.kind === "number" ? value.value : NaN)),
    );
    for (const [i, values] of numbers.entries()) {
      const close = (numbers[0] as number[]).map((value) => expect.closeTo(value, 8) as number);
      expect(values, rewrites[i - 1]).toEqual(close);
    }
  });
});
