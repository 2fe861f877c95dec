import { describe, expect, test } from "vitest";
import { limits } from "#runtime/limits.ts";
import type { Language } from "#reading/language.ts";
import { callOf, failureOf, nodeRuntime, number, resultsOf } from "./node-runtime.ts";

const runtime = nodeRuntime();
const impatient = nodeRuntime({ call: 500 });

const doubles: Record<Language, string> = {
  python: "def f(x):\n    return 2 * x\n",
  javascript: "function f(x) {\n  return 2 * x;\n}\n",
};

/** Whatever went before, the next run works. */
async function expectNextRunToWork(language: Language, on = runtime) {
  expect(await resultsOf(on, callOf(language, doubles[language]))).toEqual([
    number(6, language === "javascript"),
  ]);
}

describe("an endless loop is ended at the deadline", () => {
  test.each<[Language, string]>([
    ["python", "def f(x):\n    while True:\n        pass\n"],
    [
      "python",
      "def f(x):\n    while True:\n        try:\n            x += 1\n        except BaseException:\n            pass\n",
    ],
    ["python", "while True:\n    pass\n"],
    ["javascript", "function f(x) {\n  for (;;);\n}\n"],
    ["javascript", "for (;;) {\n  try {\n    null.x;\n  } catch {}\n}\nfunction f(x) {}\n"],
    ["javascript", "await new Promise(() => {});\nfunction f(x) {}\n"],
  ])("%s: %j", async (language, code) => {
    const result = await impatient.callFunction(callOf(language, code));
    const message = expect.stringContaining("after 0.5 seconds") as string;
    expect(result).toMatchObject({ ok: false, error: { kind: "time", line: null, message } });
    await expectNextRunToWork(language, impatient);
  });
});

describe("endless output is ended at its bound", () => {
  test.each<[Language, string]>([
    ["python", "while True:\n    print('spam')\n"],
    ["python", "while True:\n    print('spam', end='')\n"],
    ["python", "while True:\n    try:\n        print('spam')\n    except BaseException:\n        pass\n"],
    ["python", "print('x' * 10**6)\n"],
    ["javascript", "for (;;) console.log('spam');"],
    ["javascript", "for (;;) {\n  try {\n    console.log('spam');\n  } catch {}\n}"],
    ["javascript", "console.log('x'.repeat(10 ** 6));"],
  ])("%s: %j", async (language, code) => {
    const { stdout, error } = await runtime.runCell({ language, code });
    expect(error).toMatchObject({ kind: "output" });
    expect(stdout).toHaveLength(limits.outputCharacters);
    await expectNextRunToWork(language);
  });

  test.each<[Language, string]>([
    ["python", `print('x' * ${limits.outputCharacters - 1})`],
    ["javascript", `console.log('x'.repeat(${limits.outputCharacters - 1}))`],
  ])("but output up to the bound is not, in %s", async (language, code) => {
    const { stdout, error } = await runtime.runCell({ language, code });
    expect(error).toBeNull();
    expect(stdout).toHaveLength(limits.outputCharacters);
  });
});

describe("endless allocation is ended at its bound", () => {
  test.each<[Language, string]>([
    ["python", "a = []\nwhile True:\n    a.append(bytearray(10**7))\n"],
    [
      "python",
      "a = []\nwhile True:\n    try:\n        a.append(bytearray(10**7))\n    except MemoryError:\n        pass\n",
    ],
    ["python", "a = 'x'\nwhile True:\n    a += a\n"],
    ["javascript", "const a = [];\nfor (;;) a.push(new Array(1e7).fill({}));"],
    ["javascript", "const a = [];\nfor (;;) a.push(new Float64Array(1e6).fill(1));"],
  ])("%s: %j", async (language, code) => {
    expect(await failureOf(runtime, language, code)).toMatchObject({ kind: "memory" });
    await expectNextRunToWork(language);
  });
});

test("Python calls reach nearly as deep as in CPython", async () => {
  const code = "def g(n):\n    return 0 if n == 0 else 1 + g(n - 1)\n\nprint(g(950))\n";
  expect((await runtime.runCell({ language: "python", code })).stdout).toBe("950\n");
});

describe("endless recursion is told as such, with its line", () => {
  test.each<[Language, string]>([
    ["python", "def g(x):\n    return g(x + 1)\n\ng(1)\n"],
    ["python", "class A:\n    def __add__(self, other): return self + other\n\nA() + 1\n"],
    ["javascript", "function g(x) {\n  return g(x + 1) + 1;\n}\ng(1);"],
  ])("%s: %j", async (language, code) => {
    expect(await failureOf(runtime, language, code)).toMatchObject({ kind: "recursion", line: 2 });
    await expectNextRunToWork(language);
  });
});
