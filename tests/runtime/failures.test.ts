import { describe, expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { array, callOf, failureOf, nodeRuntime, number } from "./node-runtime.ts";

const runtime = nodeRuntime();

describe("an exception keeps its type, its message and the learner's own line", () => {
  test.each<[Language, string, { type: string; message: string; line: number }]>([
    ["python", "x = 1\nprint(foo)\n", { type: "NameError", message: "name 'foo' is not defined", line: 2 }],
    [
      "python",
      "def g():\n    return 1 / 0\n\n\ng()\n",
      { type: "ZeroDivisionError", message: "division by zero", line: 2 },
    ],
    [
      "python",
      "x = [1]\nx + 1\n",
      { type: "TypeError", message: 'can only concatenate list (not "int") to list', line: 2 },
    ],
    ["python", "{}['a']", { type: "KeyError", message: "'a'", line: 1 }],
    ["python", "\n\nraise ValueError('so it is')", { type: "ValueError", message: "so it is", line: 3 }],
    [
      "python",
      "class Mine(Exception):\n    pass\nraise Mine('so it is')",
      { type: "Mine", message: "so it is", line: 3 },
    ],
    [
      "python",
      "x = 1\nopen('x.csv')\n",
      {
        type: "OSError",
        message:
          "[Errno 2] No such file or directory: 'x.csv'. Your code runs shut off from your files. Write the values into it.",
        line: 2,
      },
    ],
    // Raised deep in our own modules; the line is the learner's.
    [
      "python",
      "import torch\nx = torch.ones(2)\nx.backward()\n",
      {
        type: "RuntimeError",
        message: "element 0 of tensors does not require grad and does not have a grad_fn",
        line: 3,
      },
    ],
    [
      "javascript",
      "function g() {\n  null.x;\n}\ng();",
      { type: "TypeError", message: "Cannot read properties of null (reading 'x')", line: 2 },
    ],
    ["javascript", "foo;", { type: "ReferenceError", message: "foo is not defined", line: 1 }],
    ["javascript", "\n\nthrow new Error('so it is');", { type: "Error", message: "so it is", line: 3 }],
    [
      "javascript",
      "undeclared = 1;",
      { type: "ReferenceError", message: "undeclared is not defined", line: 1 },
    ],
    [
      "javascript",
      "const x = torch.ones([2]);\nx.backward();",
      {
        type: "RuntimeError",
        message: "element 0 of tensors does not require grad and does not have a grad_fn",
        line: 2,
      },
    ],
  ])("%s: %j", async (language, code, expected) => {
    expect(await failureOf(runtime, language, code)).toEqual({ kind: "exception", ...expected });
  });

  test("in JavaScript, what is thrown need not be an Error", async () => {
    expect(await failureOf(runtime, "javascript", "throw [1, 'a'];")).toMatchObject({ message: '[1, "a"]' });
  });
});

describe("in a graded call the failing call is told", () => {
  test.each<[Language, string]>([
    ["python", "def f(x):\n    if x > 1:\n        raise ValueError('large')\n    return x\n"],
    ["javascript", "function f(x) {\n  if (x > 1) {\n    throw new Error('large');\n  }\n  return x;\n}\n"],
  ])("%s", async (language, code) => {
    const result = await runtime.callFunction(
      callOf(language, code, { calls: [[number(0)], [number(1)], [number(2)], [number(0)]] }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "exception", message: "large", line: 3, call: 2 },
    });
  });
});

describe("code that can't be read", () => {
  test.each<[Language, string, { type: string; line: number | null }]>([
    ["python", "def f(x)\n    return x\n", { type: "SyntaxError", line: 1 }],
    ["python", "x = (1,\ny = 2\n", { type: "SyntaxError", line: 1 }],
    ["python", "def f(x):\nreturn x\n", { type: "IndentationError", line: 2 }],
    ["python", "x = 1\n  y = 2\n", { type: "IndentationError", line: 2 }],
    ["python", "def f(x):\n", { type: "IndentationError", line: 1 }],
    ["python", "x = 1\nreturn x\n", { type: "SyntaxError", line: 2 }],
    ["javascript", "function f(x) {\n  return x;\n", { type: "SyntaxError", line: 2 }],
    ["javascript", "const x = 1;\nconst x = 2;\n", { type: "SyntaxError", line: 2 }],
    ["javascript", "const x = ;\n", { type: "SyntaxError", line: 1 }],
    // Text that would end the function it is put into.
    ["javascript", "}); post(1); (async function () {", { type: "SyntaxError", line: 1 }],
    ["javascript", "return 1;", { type: "SyntaxError", line: 1 }],
    ["javascript", "with (Math) {}", { type: "SyntaxError", line: 1 }],
  ])("%s: %j", async (language, code, expected) => {
    expect(await failureOf(runtime, language, code)).toMatchObject({ kind: "syntax", ...expected });
    expect(await runtime.callFunction(callOf(language, code))).toMatchObject({
      ok: false,
      error: { kind: "syntax", ...expected },
    });
  });
});

describe("a function that is not there", () => {
  test.each<[Language, string, readonly string[]]>([
    ["python", "", []],
    ["python", "from math import sqrt\n\ndef h(x): return x\n\ndef g(x): return x\n\nf = 3\n", ["h", "g"]],
    ["javascript", "", []],
    ["javascript", "function h(x) {}\nconst g = (x) => x;\nconst y = 3;", ["h", "g"]],
    ["javascript", "const f = 3;", []],
  ])("%s: %j", async (language, code, defined) => {
    const result = await runtime.callFunction(callOf(language, code));
    expect(result).toMatchObject({ ok: false, error: { kind: "missing-function", defined } });
  });
});

describe("a function that takes another number of arguments", () => {
  test.each<[Language, string, number]>([
    ["python", "def f():\n    return 1\n", 1],
    ["python", "\ndef f(x, y):\n    return 1\n", 2],
    ["python", "y = 0\nf = lambda: 1\n", 2],
    ["javascript", "\nfunction f(x, y) {}\n", 2],
    ["javascript", "\nconst f = (x, y) => x;\n", 2],
  ])("%s: %j", async (language, code, line) => {
    const result = await runtime.callFunction(callOf(language, code));
    expect(result).toMatchObject({ ok: false, error: { kind: "wrong-parameters", line } });
  });

  test.each<[Language, string]>([
    ["python", "def f(x, y=1): return x\n"],
    ["python", "def f(*xs): return xs[0]\n"],
    ["python", "f = lambda x: x\n"],
    ["javascript", "function f(x, y = 1) { return x; }"],
    ["javascript", "const f = (...xs) => xs[0];"],
    ["javascript", "const f = [(x) => x][0];"],
    ["javascript", "function f() { return 1; }"],
    ["javascript", "function f() { return arguments[0]; }"],
  ])("but not one that can be called so, in %s: %j", async (language, code) => {
    expect(await runtime.callFunction(callOf(language, code))).toMatchObject({ ok: true });
  });

  test("a TypeError raised within the function is an exception", async () => {
    const code = "def g(a): return a\n\ndef f(x):\n    return g()\n";
    expect(await runtime.callFunction(callOf("python", code))).toMatchObject({
      ok: false,
      error: { kind: "exception", type: "TypeError", line: 4 },
    });
  });
});

describe("autograd is out of reach while grading", () => {
  test.each<[Language, string, string]>([
    ["python", "import torch\n\ndef f(x): return x\n", "switched off while grading"],
    ["python", "def f(x):\n    from torch import autograd\n    return x\n", "switched off while grading"],
    ["python", "import _engine\n\ndef f(x): return x\n", "not part of this Python"],
    ["javascript", "function f(x) { return torch.ones([1]); }", "torch is not defined"],
    ["javascript", "function f(x) { x.requiresGrad = true; }", "switched off while grading"],
    ["javascript", "function f(x) { return x.sum().backward(); }", "switched off while grading"],
  ])("%s: %j", async (language, code, message) => {
    const result = await runtime.callFunction(callOf(language, code, { calls: [[array([2], [1, 2])]] }));
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message) as string },
    });
  });
});

test("modules that are not there name those that are", async () => {
  expect(await failureOf(runtime, "python", "import pandas as pd")).toMatchObject({
    type: "ImportError",
    message: expect.stringMatching(/'pandas' is not part of this Python.*numpy/) as string,
    line: 1,
  });
});
