import { describe, expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { nodeRuntime } from "./node-runtime.ts";

const runtime = nodeRuntime();

describe("output comes as it is printed, and as a whole at the end", () => {
  test.each<[Language, string]>([
    ["python", "for i in range(3):\n    print('line', i)\nprint('déjà', end=' ∂')\n"],
    ["javascript", "for (let i = 0; i < 3; i++) console.log('line', i);\nconsole.log('déjà ∂');"],
  ])("%s", async (language, code) => {
    const pieces: string[] = [];
    const { stdout } = await runtime.runCell({ language, code }, { onOutput: (text) => pieces.push(text) });
    expect(stdout).toMatch(/^line 0\nline 1\nline 2\ndéjà ∂\n?$/);
    expect(pieces.join("")).toBe(stdout);
    expect(pieces.length).toBeGreaterThan(2);
  });
});

describe("a cell shows the value of the expression that it ends with", () => {
  test.each<[Language, string, string]>([
    ["python", "2+2", "4\n"],
    ["python", "print('first')\n'déjà'", "first\n'déjà'\n"],
    ["python", "'it\\'s \\t\\x00 \\\\'", '"it\'s \\t\\x00 \\\\"\n'],
    ["python", "x = 0.1\nx, [x, 3], {'a': None}, 1 + 2j", "(0.1, [0.1, 3], {'a': None}, (1+2j))\n"],
    ["python", "import numpy as np\nnp.arange(3.)", "array([0., 1., 2.])\n"],
    ["python", "import torch\ntorch.ones(2, requires_grad=True)", "tensor([1., 1.], requires_grad=True)\n"],
    ["python", "class P:\n  def __repr__(self): return 'P!'\nP()", "P!\n"],
    ["python", "2+2;", ""],
    ["python", "None", ""],
    ["python", "x = 2", ""],
    ["python", "print(1)", "1\n"],
    ["python", "repr = print = None\n'x'", "'x'\n"],
    ["javascript", "2 + 2", "4\n"],
    ["javascript", "const x = [1, 2];\nx.map((y) => y * y); // squares", "[1, 4]\n"],
    ["javascript", "({ a: 'b' })", '{ a: "b" }\n'],
    ["javascript", "'two\\nlines';", ""],
    ["javascript", "let x;\nx = 'abc';", ""],
    ["javascript", "console.log(1);", "1\n"],
    ["javascript", "const x = torch.tensor([1, 2]);\nx.mul(2)", "tensor([2., 4.])\n"],
    ["javascript", "if (true) 2", ""],
  ])("%s: %j", async (language, code, stdout) => {
    expect(await runtime.runCell({ language, code, echo: true })).toEqual({ stdout, error: null });
    const silent = await runtime.runCell({ language, code });
    expect(silent.error).toBeNull();
    expect(stdout.startsWith(silent.stdout)).toBe(true);
  });

  test.each<[Language, string]>([
    ["python", "x = 1\nclass P:\n  def __repr__(self):\n    return 1/0\nP()"],
    ["javascript", "const x = {\n  toString() {\n\n    throw new Error('no');\n  },\n};\nx;"],
  ])("and what its own words raise, in %s", async (language, code) => {
    const { error } = await runtime.runCell({ language, code, echo: true });
    expect(error).toMatchObject({ kind: "exception", line: 4 });
  });
});

describe("aborting ends a run, and keeps what it printed", () => {
  test.each<[Language, string]>([
    ["python", "print('begun')\nwhile True:\n    pass\n"],
    ["javascript", "console.log('begun');\nfor (;;);"],
  ])("%s", async (language, code) => {
    const controller = new AbortController();
    const { stdout, error } = await runtime.runCell(
      { language, code },
      { signal: controller.signal, onOutput: () => controller.abort() },
    );
    expect(error).toMatchObject({ kind: "stopped" });
    expect(stdout).toBe("begun\n");
    expect(await runtime.runCell({ language, code: "" })).toEqual({ stdout: "", error: null });
  });

  test("before it began, too", async () => {
    const result = await runtime.runCell(
      { language: "python", code: "print(1)" },
      { signal: AbortSignal.abort() },
    );
    expect(result).toMatchObject({ stdout: "", error: { kind: "stopped" } });
  });
});

test("runs do not see each other, nor their names", async () => {
  await runtime.runCell({ language: "python", code: "secret = 1" });
  const { error } = await runtime.runCell({ language: "python", code: "print(secret)" });
  expect(error).toMatchObject({ type: "NameError" });
});

test("several runs at once each get their own output", async () => {
  const cells = [1, 2, 3].map((n) => runtime.runCell({ language: "python", code: `print(${n})` }));
  expect((await Promise.all(cells)).map(({ stdout }) => stdout)).toEqual(["1\n", "2\n", "3\n"]);
});

test("sys.exit ends a cell without an error", async () => {
  const code = "import sys\nprint(1)\nsys.exit()\nprint(2)\n";
  expect(await runtime.runCell({ language: "python", code })).toEqual({ stdout: "1\n", error: null });
});

describe("imports a learner would plausibly write", () => {
  test.each([
    "from __future__ import annotations",
    "from typing import Callable, List, Optional\n\ndef f(x: Optional[List[float]] = None) -> Callable[..., float]: pass",
    "from contextlib import contextmanager, suppress\n\n@contextmanager\ndef g():\n    yield 3\n\nwith g() as x:\n    assert x == 3\nwith suppress(ValueError):\n    raise ValueError",
    "import math, random, itertools, functools, collections, time",
  ])("%j", async (code) => {
    expect(await runtime.runCell({ language: "python", code })).toEqual({ stdout: "", error: null });
  });
});

test("console.log prints numbers as JavaScript does, tensors as the engine does", async () => {
  const code = `console.log(0.1 + 0.2, [1, 2, 3], { a: "b" }, null);\nconsole.log(torch.tensor([1, 2.5]));`;
  const { stdout } = await runtime.runCell({ language: "javascript", code });
  expect(stdout).toBe('0.30000000000000004 [1, 2, 3] { a: "b" } null\ntensor([1.0000, 2.5000])\n');
});
