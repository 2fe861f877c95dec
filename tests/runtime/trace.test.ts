import { describe, expect, test } from "vitest";
import { fromEntries } from "#autodiff/index.ts";
import { readTrace, replay } from "#graph/replay.ts";
import type { TracedCall, Value } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";
import { array, nodeRuntime, number } from "./node-runtime.ts";

const runtime = nodeRuntime();
const impatient = nodeRuntime({ trace: 500 });

const functionOf = (language: Language, body: string) =>
  language === "python"
    ? `import math\nimport numpy as np\nimport torch\n\ndef f(x, v, n):\n    ${body}\n`
    : `function f(x, v, n) { ${body} }`;

async function traced(
  language: Language,
  code: string,
  ...calls: (readonly Value[])[]
): Promise<readonly TracedCall[]> {
  const result = await runtime.traceFunction({ language, code, name: "f", params: ["x", "v", "n"], calls });
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  return result.traces;
}

const args = [number(0.5), array([3], [1, -2, 3]), number(2, true)];

/** The value and the gradients by x and v, computed from the trace alone. */
function computed(
  call: TracedCall,
): [value: number, dx: number | undefined, dv: readonly number[] | undefined] {
  if (!call.ok) throw new Error(call.error.message);
  const x = fromEntries([0.5], [], { requiresGrad: true });
  const v = fromEntries([1, -2, 3], [3], { requiresGrad: true });
  const value = replay(readTrace(call.trace), [x, v]);
  if (value.requiresGrad) value.sum().backward();
  return [value.item(), x.grad?.item(), v.grad?.entries()];
}

describe("a function is followed", () => {
  test.each<[language: Language, body: string, ...expected: ReturnType<typeof computed>]>([
    ["python", "return x**2 * v.sum() + n", 2.5, 2, [0.25, 0.25, 0.25]],
    ["python", "return math.exp(x)", Math.exp(0.5), Math.exp(0.5), undefined],
    ["python", "return np.sum(np.maximum(v, 0)) + np.cos(0)", 5, undefined, [1, 0, 1]],
    ["python", "return (np.diag([1.0, 2.0, 3.0]) @ v).sum()", 6, undefined, [1, 2, 3]],
    ["python", "return np.array([x, 2*x]) @ v[:2]", -1.5, -3, [0.5, 1, 0]],
    ["python", "return max(0, x) + max(v[1], 0)", 0.5, 1, undefined],
    [
      "python",
      "for _ in range(n):\n        x = x * torch.tensor(0.1)\n    return x",
      0.5 * 0.1 * 0.1,
      0.1 * 0.1,
      undefined,
    ],
    ["python", "return 3 if x < 1 else x", 3, undefined, undefined],
    ["python", "return v.sum() if x < 1 else x", 2, undefined, [1, 1, 1]],
    [
      "javascript",
      "let y = x; for (let i = 0; i < n; i++) y = y.mul(x); return y.add(v.dot(v))",
      14.125,
      0.75,
      [2, -4, 6],
    ],
    ["javascript", "return torch.where(v.gt(0), v, v.mul(0)).sum()", 4, undefined, [1, 0, 1]],
  ])("%s: %s", async (language, body, ...expected) => {
    const [call] = await traced(language, functionOf(language, body), args);
    expect(computed(call!)).toEqual(expected);
  });

  test("a call that raises doesn't keep the others from being made", async () => {
    const code = functionOf("python", "return 1 / n * x");
    const calls = await traced("python", code, [args[0]!, args[1]!, number(0, true)], args);
    expect(calls.map(({ ok }) => ok)).toEqual([false, true]);
    expect(calls[0]).toMatchObject({ error: { type: "ZeroDivisionError", line: 6, call: 0 } });
  });
});

describe("what can't be followed is said", () => {
  test.each<[language: Language, body: string, says: RegExp]>([
    ["python", "return v", /array of shape \(3,\).*one number/],
    ["python", "x", /returned nothing/],
    ["python", "return np.median(v)", /np\.median of a tensor can't be followed/],
    ["python", "return 'y'", /of type str/],
    ["python", "for _ in range(1000):\n        x = x + 1\n    return x", /too large to follow/],
    ["javascript", "return x * x", /x\.mul\(y\)/],
    ["javascript", "return v", /array of shape \(3,\)/],
    ["javascript", "throw new Error('no')", /^no$/],
  ])("%s: %s", async (language, body, says) => {
    const [call] = await traced(language, functionOf(language, body), args);
    expect(call!.ok ? "" : call!.error.message).toMatch(says);
  });

  test.each<[language: Language, code: string, kind: string]>([
    ["python", "def g(x):\n    return x", "missing-function"],
    ["python", "def f(x:\n", "syntax"],
    ["javascript", "function f(x { }", "syntax"],
    ["python", "raise ValueError('early')", "exception"],
  ])("%s: %j", async (language, code, kind) => {
    const result = await runtime.traceFunction({
      language,
      code,
      name: "f",
      params: ["x"],
      calls: [[number(1)]],
    });
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  test("one that never ends is stopped", async () => {
    const code = "def f(x):\n    while True:\n        pass\n";
    const result = await impatient.traceFunction({
      language: "python",
      code,
      name: "f",
      params: ["x"],
      calls: [[number(1)]],
    });
    expect(result).toMatchObject({ ok: false, error: { kind: "time" } });
  });
});

test("a graded call still has no autograd", async () => {
  const code = "import torch\n\ndef f(x):\n    return x\n";
  await runtime.traceFunction({ language: "python", code, name: "f", params: ["x"], calls: [[number(1)]] });
  const graded = await runtime.callFunction({
    language: "python",
    code,
    name: "f",
    params: ["x"],
    outputs: 1,
    calls: [[number(1)]],
  });
  expect(graded).toMatchObject({ ok: false, error: { type: "ImportError" } });
});
