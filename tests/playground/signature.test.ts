import { expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { signatureOf } from "#playground/signature.ts";

test.each<[language: Language, code: string, name: string | null, ...params: string[]]>([
  ["python", "def f(x, y):\n    return x", "f", "x", "y"],
  [
    "python",
    "import math\n\ndef g(x):\n    def inner(z):\n        return z\n    return inner(x)\n",
    "g",
    "x",
  ],
  [
    "python",
    "def helper(a):\n    return a\ndef f(x: float, n: int = 3) -> float:\n    return x",
    "f",
    "x",
    "n",
  ],
  [
    "python",
    "def f(\n    x,  # the input, in metres\n    w=(1, 2),\n    *, b\n):\n    return x",
    "f",
    "x",
    "w",
    "b",
  ],
  ["python", "def f():\n    return 1", "f"],
  ["python", "x = 1", null],
  ["python", "def f(x", null],
  ["javascript", "function f(x, w) { return x; }", "f", "x", "w"],
  ["javascript", "const f = (x, w = 1) => x;", "f", "x", "w"],
  ["javascript", "const f = x => x;", "f", "x"],
  ["javascript", "function g(a) {}\nlet f = function (x) {\n  return x;\n};", "f", "x"],
  ["javascript", "let x = 1;", null],
])("%s: %j", (language, code, name, ...params) => {
  expect(signatureOf(code, language)).toEqual(name === null ? null : { name, params });
});
