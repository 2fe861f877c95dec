import { describe, expect, test } from "vitest";
import { recordLimits } from "#runtime/limits.ts";
import type { Language } from "#reading/language.ts";
import { unusedName } from "#reading/unused-name.ts";
import { RecordBook } from "#runtime/sandbox/record-book.ts";
import { callOf, nodeRuntime, number } from "./node-runtime.ts";
import { recordsOf } from "./recorded.ts";

const runtime = nodeRuntime();

describe("a call is recorded as far as its limits go, and runs on", () => {
  test.each<[Language, string]>([
    ["python", "def f(n):\n    for i in range(n):\n        y = i\n    return y\n"],
    ["javascript", "function f(n) {\n  let y;\n  for (let i = 0; i < n; i++) y = i;\n  return y;\n}\n"],
  ])("%s: its values", async (language, code) => {
    const request = callOf(language, code, {
      calls: [[number(2000, true)], [number(2, true)]],
      recorded: true,
    });
    const result = await runtime.callFunction(request);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.results[0]).toEqual(number(1999, true));
    expect(result.records!.map(({ length }) => length)).toEqual([recordLimits.values, 3]);
    expect(result.records![0]!.at(-1)!.value).toEqual(number(recordLimits.values - 1, true));
  });

  test.each<[Language, string]>([
    [
      "python",
      "import numpy as np\ndef f(x):\n    a = np.zeros((3, 3000))\n    b = a\n    c = [0] * 3000\n    d = x\n    return x\n",
    ],
    [
      "javascript",
      "function f(x) {\n  const a = NdArray.zeros([3, 3000]);\n  let b = a;\n  b = Array(3000).fill(0);\n  const d = x;\n  return x;\n}\n",
    ],
  ])("%s: its entries", async (language, code) => {
    const [records] = await recordsOf(runtime, callOf(language, code));
    expect(records!.map((text) => text.slice(0, 6))).toEqual(
      language === "python" ? ["3: a =", "4: b ="] : ["2: a =", "3: b ="],
    );
  });

  test.each<[Language, string, string[]]>([
    [
      "python",
      "import numpy as np\ndef f(x):\n    a = np.zeros((200, 200)); b = [0] * 10001; b = np.zeros((0, 1 << 20)); c = x\n",
      ["3: c = 3f"],
    ],
    [
      "javascript",
      "function f(x) {\n  const a = NdArray.zeros([200, 200]), b = Array(10001).fill(0), c = x;\n}\n",
      ["2: c = 3"],
    ],
  ])("%s: what is too large to leave a sandbox is passed over", async (language, code, expected) => {
    expect(await recordsOf(runtime, callOf(language, code))).toEqual([expected]);
  });

  test("names are cut", () => {
    const book = new RecordBook();
    book.note({ line: 1, name: "before", value: number(1) as never });
    book.begin();
    book.note({ line: 1, name: "n".repeat(100), value: number(1) as never });
    book.end();
    book.note({ line: 1, name: "after", value: number(1) as never });
    expect(book.calls).toHaveLength(1);
    expect(book.calls[0]!.map(({ name }) => name!.length)).toEqual([recordLimits.nameCharacters]);
  });
});

test("no name of a program can be the recorder's", () => {
  expect(unusedName("x = 1")).toBe("_recorded");
  expect(unusedName("_recorded = _recorded_ = 1")).toBe("_recorded__");
  expect(unusedName("\\u005frecorded = \\u{5f}recorded")).toBe("_recorded_");
});

const hostile: [Language, string, string, ...string[]][] = [
  [
    "python",
    "a name like the hook's",
    "_recorded = 5\ndef f(x):\n    _recorded_value = x\n    return _recorded\n",
    "3: _recorded_value = 3f",
    "4: return = 5",
  ],
  [
    "python",
    "operators that raise",
    "class C:\n    def __add__(self, o): raise SystemExit\n    __eq__ = __getattr__ = __float__ = __len__ = __iter__ = __getitem__ = __hash__ = __repr__ = __add__\ndef f(x):\n    y = C()\n    z = [C(), 1]\n    w = x\n    return w\n",
    "7: w = 3f",
    "8: return = 3f",
  ],
  [
    "python",
    "classes of lists and numbers",
    "class L(list):\n    def __iter__(self): raise ValueError\n    def __len__(self): raise ValueError\nclass F(int):\n    def __float__(self): raise ValueError\ndef f(x):\n    y = L([1])\n    z = F(2)\n    w = [F(1)]\n    y.append(2)\n    return x\n",
    "11: return = 3f",
  ],
  [
    "python",
    "an index that counts",
    "n = 0\nclass I:\n    def __init__(self, i): self.i = i\n    def __add__(self, o):\n        global n\n        n += 1\n        return self.i + o\ndef f(x):\n    a = [0, 0]\n    i = I(0)\n    a[i + 1] = 5\n    return n\n",
    "9: a = [0, 0]",
    "3: self.i = 0",
    "6: n = 1",
    "7: return = 1",
    "11: a = [0, 5]",
    "12: return = 1",
  ],
  [
    "python",
    "a list in itself",
    "def f(x):\n    a = []\n    a.append(a)\n    b = a\n    return x\n",
    "2: a = []",
    "5: return = 3f",
  ],
  [
    "python",
    "an array without its numbers",
    "import numpy as np\ndef f(x):\n    a = np.zeros(2)\n    a._v = 5\n    b = a\n    del a._v\n    c = a\n    return x\n",
    "3: a = [0, 0]",
    "4: a._v = 5",
    "8: return = 3f",
  ],
  [
    "python",
    "builtins replaced",
    "import builtins\nfor name in ('type', 'len', 'tuple', 'any', 'range', 'str', 'enumerate'):\n    setattr(builtins, name, lambda *args: None)\ndef f(x):\n    y = [x, 1]\n    return x\n",
    "5: y = [3, 1]",
    "6: return = 3f",
  ],
  [
    "javascript",
    "a name like the hook's",
    "const _recorded = 5, \\u005frecorded_ = 1;\nfunction f(x) { return _recorded; }\n",
    "2: return = 5",
  ],
  [
    "javascript",
    "proxies",
    "let asked = 0;\nconst traps = new Proxy({}, { get() { asked++; throw 1; } });\nfunction f(x) {\n  const y = new Proxy([1], traps), z = Proxy.revocable([1], traps).proxy;\n  const w = [y, 1];\n  return asked;\n}\n",
    "6: return = 0",
  ],
  [
    "javascript",
    "getters",
    "let asked = 0;\nfunction f(x) {\n  const y = [1];\n  Object.defineProperty(y, 0, { get() { return ++asked; } });\n  const z = y;\n  class A extends Array { get length() { asked++; return 1; } at() { asked++; } }\n  const v = A.of(4);\n  const o = { get q() { asked++; return 1; }, set q(to) {} };\n  o.q = 1;\n  return asked;\n}\n",
    "3: y = [1]",
    "7: v = [4]",
    "10: return = 0",
  ],
  [
    "javascript",
    "a list in itself",
    "function f(x) {\n  const a = [];\n  a.push(a); const b = a;\n  return x;\n}\n",
    "2: a = []",
    "4: return = 3",
  ],
];

test.each(hostile)("%s: nothing of the learner's is called: %s", async (language, _, code, ...records) => {
  expect(await recordsOf(runtime, callOf(language, code))).toEqual([records]);
  const plain = await runtime.callFunction(callOf(language, code));
  expect(await runtime.callFunction({ ...callOf(language, code), recorded: true })).toMatchObject(plain);
});

test("javascript: an index of the learner's own is asked as often as before", async () => {
  const code =
    "let n = 0;\nconst i = { valueOf() { n++; return 0; } };\nfunction f(x) {\n  const a = [0, 0];\n  a[i + 1] = 5;\n  return n;\n}\n";
  expect(await recordsOf(runtime, callOf("javascript", code))).toEqual([
    ["4: a = [0, 0]", "2: n = 1", "2: return = 0", "5: a = [0, 5]", "6: return = 1"],
  ]);
});

const meddling =
  "import builtins\nfor name in dir(builtins):\n    if name.startswith('_rec' + 'orded'):\n        setattr(builtins, name, REPLACED)\ndef f(x):\n    y = 2 * x\n    y += 1\n    return y\n";

test.each(["None", "lambda *args: 100", "print"])(
  "python: a hook that is replaced by %s changes no result",
  async (replaced) => {
    const request = callOf("python", meddling.replace("REPLACED", replaced));
    const result = await runtime.callFunction({ ...request, recorded: true });
    expect(result).toMatchObject({ ok: true, results: [number(7)] });
  },
);
