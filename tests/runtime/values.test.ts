import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";
import { array, callOf, nodeRuntime, number, resultsOf, typed } from "./node-runtime.ts";

const runtime = nodeRuntime();

const identity: Record<Language, string> = {
  python: "def f(x):\n    return x\n",
  javascript: "function f(x) {\n  return x;\n}\n",
};

const returning: Record<Language, (expression: string) => string> = {
  python: (expression) => `import numpy as np\n\ndef f(x):\n    return ${expression}\n`,
  javascript: (expression) => `function f(x) {\n  return ${expression};\n}\n`,
};

describe("an argument arrives and comes back as it is", () => {
  test.each<Language>(["python", "javascript"])("%s", async (language) => {
    const doubles = fc.sample(fc.double(), { numRuns: 200, seed: 7 });
    const integers = fc.sample(fc.maxSafeInteger(), { numRuns: 50, seed: 7 });
    const values = [
      ...[...doubles, 0, -0, 1, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 1e22, 5e-324].map((x) =>
        number(x),
      ),
      ...[...integers, 0, 1, -1, 2 ** 31].map((x) => number(x, true)),
      array([], [2]),
      array([0], []),
      array([3], [1, NaN, -Infinity]),
      array([2, 3], [0.1, 0.2, 0.3, 1e300, -0, 5]),
      array([2, 1, 2], [1, 2, 3, 4]),
    ];
    const results = await resultsOf(
      runtime,
      callOf(language, identity[language], { calls: values.map((value) => [value]) }),
    );
    // JavaScript has one type of number; whether it is whole shows in the number.
    const expected = values.map((value) =>
      language === "javascript" && value.kind === "number"
        ? number(value.value, Number.isInteger(value.value))
        : value,
    );
    expect(results).toEqual(expected);
  });
});

test("a whole float arrives in Python as a float, an integer as an int", async () => {
  const { stdout } = await runtime.callFunction(
    callOf("python", "def f(x):\n    print(repr(x), type(x).__name__)\n    return 0\n", {
      calls: [[number(1)], [number(1, true)]],
    }),
  );
  expect(stdout).toBe("1.0 float\n1 int\n");
});

test("an array of whole numbers arrives as what one can index by", async () => {
  const ids: Value = { kind: "array", shape: [3], data: [2, 0, 2], integer: true };
  const X = array([3, 2], [1, 2, 3, 4, 5, 6]);
  const python = "def f(X, ids):\n    print(ids.dtype)\n    return X[ids] + X[ids[0]]\n";
  const javascript =
    "function f(X, ids) {\n  return NdArray.from([...ids].map((id) => X[id])).add(X[ids[0]]);\n}\n";
  const expected = [array([3, 2], [10, 12, 6, 8, 10, 12])];
  const called = { params: ["X", "ids"], calls: [[X, ids]] };
  expect(await resultsOf(runtime, callOf("python", python, called))).toEqual(expected);
  expect(await resultsOf(runtime, callOf("javascript", javascript, called))).toEqual(expected);
});

describe("what a function returns", () => {
  test.each<[Language, string, Value]>([
    ["python", "2", number(2, true)],
    ["python", "2.0", number(2)],
    ["python", "True", typed("bool", number(1, true))],
    ["python", "10 ** 400", number(Infinity, true)],
    ["python", "[1, 2.5]", typed("list", array([2], [1, 2.5]))],
    ["python", "[[1, 2], [3, 4]]", typed("list", array([2, 2], [1, 2, 3, 4]))],
    ["python", "(1, 2)", typed("tuple", array([2], [1, 2]))],
    ["python", "[]", typed("list", array([0], []))],
    ["python", "np.array([1, 2]) * 2", array([2], [2, 4])],
    ["python", "[np.array([1.0, 2.0]), np.array([3.0, 4.0])]", typed("list", array([2, 2], [1, 2, 3, 4]))],
    ["python", "None", { kind: "other", type: "NoneType", text: "None" }],
    ["python", "'6'", { kind: "other", type: "str", text: "'6'" }],
    ["python", "[[1], [1, 2]]", { kind: "other", type: "list", text: "[[1], [1, 2]]" }],
    ["python", "[1, None]", { kind: "other", type: "list", text: "[1, None]" }],
    ["python", "{'a': 1}", { kind: "other", type: "dict", text: "{'a': 1}" }],
    ["javascript", "2.5", number(2.5)],
    ["javascript", "0 / 0", number(NaN)],
    ["javascript", "[1, 2.5]", typed("list", array([2], [1, 2.5]))],
    ["javascript", "[[1, 2], [3, 4]]", typed("list", array([2, 2], [1, 2, 3, 4]))],
    ["javascript", "new Float64Array([1, 2])", array([2], [1, 2])],
    ["javascript", "NdArray.ones([2, 1])", array([2, 1], [1, 1])],
    ["javascript", "[NdArray.ones([2]), [1, 2]]", typed("list", array([2, 2], [1, 1, 1, 2]))],
    ["javascript", "undefined", { kind: "other", type: "undefined", text: "undefined" }],
    ["javascript", "null", { kind: "other", type: "null", text: "null" }],
    ["javascript", "'6'", { kind: "other", type: "string", text: '"6"' }],
    ["javascript", "true", { kind: "other", type: "boolean", text: "true" }],
    ["javascript", "[[1], [1, 2]]", { kind: "other", type: "Array", text: "[[1], [1, 2]]" }],
    ["javascript", "({ dx: 1 })", { kind: "other", type: "Object", text: "{ dx: 1 }" }],
    ["javascript", "(async () => 1)()", { kind: "other", type: "Promise", text: "Promise" }],
  ])("%s: %s", async (language, expression, expected) => {
    expect(await resultsOf(runtime, callOf(language, returning[language](expression)))).toEqual([expected]);
  });
});

describe("where several values are expected, a sequence is a tuple", () => {
  const two: Value = { kind: "tuple", items: [number(1, true), array([2], [2, 3])] };
  const list = typed("list", array([2], [2, 3]));
  const withList: Value = { kind: "tuple", items: [number(1, true), list] };
  test.each<[Language, string, Value]>([
    ["python", "(1, np.array([2.0, 3.0]))", two],
    ["python", "[1, [2, 3]]", withList],
    ["python", "(1,)", { kind: "tuple", items: [number(1, true)] }],
    ["python", "np.array([2.0, 3.0])", array([2], [2, 3])],
    ["python", "2.0", number(2)],
    ["javascript", "[1, [2, 3]]", withList],
    ["javascript", "[1]", { kind: "tuple", items: [number(1, true)] }],
    ["javascript", "NdArray.from([2, 3])", array([2], [2, 3])],
  ])("%s: %s", async (language, expression, expected) => {
    const request = callOf(language, returning[language](expression), { outputs: 2 });
    expect(await resultsOf(runtime, request)).toEqual([expected]);
  });
});

test("what a graded function prints is kept apart from what it returns", async () => {
  const code = "def f(x):\n    print('x is', x)\n    return x\n";
  expect(await runtime.callFunction(callOf("python", code))).toEqual({
    ok: true,
    stdout: "x is 3.0\n",
    printed: [{ call: 0, text: "x is 3.0\n", cut: false }],
    results: [number(3)],
  });
});

test.each([
  ["class of(int): pass", "of(7)", "of", "7"],
  ["class of:\n    def __getattr__(self, name): return self", "of()", "of", null],
  ["class of:\n    def __getattr__(self, name): raise KeyboardInterrupt", "of()", "of", null],
  ["class of(list):\n    def __iter__(self): raise ValueError('no')", "[of([1])]", "list", null],
])(
  "a value of a class that the learner wrote is told of, whatever that class does: %s",
  async (given, expression, type, text) => {
    const code = `${given}\ndef f(x):\n    return ${expression}\n`;
    const told = { kind: "other", type, ...(text !== null && { text }) };
    expect(await resultsOf(runtime, callOf("python", code))).toMatchObject([told]);
  },
);
