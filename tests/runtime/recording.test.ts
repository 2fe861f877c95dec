import { expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { callOf, nodeRuntime, number } from "./node-runtime.ts";
import { recordsOf, textOf } from "./recorded.ts";

const runtime = nodeRuntime();

/** The body of a function of x, which is 3.0; what its lines come to, counted from its first. */
type Form = readonly [code: string, ...records: string[]];

const python: readonly Form[] = [
  ["y = 2 * x", "1: y = 6f"],
  ["a = b = x", "1: a = 3f", "1: b = 3f"],
  ["a, *b = 1, 2, 3", "1: a = 1", "1: b = [2, 3]"],
  ["(a, [b, c]) = 1, (2, 3.5)", "1: a = 1", "1: b = 2", "1: c = 3.5f"],
  ["[a, b] = x, x > 2", "1: a = 3f", "1: b = 1"],
  ["y: float = x", "1: y = 3f"],
  ["y: float\ny = x", "2: y = 3f"],
  ["y = 1; y += x; y -= 1  # twice", "1: y = 1", "1: y = 4f", "1: y = 3f"],
  ["y = 2\ny *= x\ny **= 2", "1: y = 2", "2: y = 6f", "3: y = 36f"],
  ["y = (\n  x +\n  1)\nz = y", "1: y = 4f", "4: z = 4f"],
  ["y = x + \\\n  1\nz = y", "1: y = 4f", "3: z = 4f"],
  ["if x > 2: y = 1; z = 2\nelse: y = 3", "1: y = 1", "1: z = 2"],
  ["s = 0\nfor i in range(2): s += i", "1: s = 0", "2: s = 0", "2: s = 1"],
  ["s = [2 * v for v in range(3)]", "1: s = [0, 2, 4]"],
  ["n = float('nan')\ni = -float('inf')", "1: n = NaNf", "2: i = -Infinityf"],
  ["t = 'text'; n = None; g = len; d = {}; y = 1 << 40", "1: y = 1099511627776"],
  ["y = np.array([[1, 2], [3, 4]])", "1: y = [[1, 2], [3, 4]]"],
  ["y = np.array([1.0, 2])[0]\nz = np.float32(0.5)", "1: y = 1f", "2: z = 0.5f"],
  ["y = [np.ones(2), [x, True]]\nz = [[1], 2]\nw = []", "1: y = [[1, 1], [3, 1]]", "3: w = []"],
  ["y = np.zeros((0, 2))", "1: y = []"],
  [
    "dh = np.zeros(3)\nt = 1\ndh[t] = x\ndh[t + 1] += 2\ndh[0:2] *= 2",
    ...["1: dh = [0, 0, 0]", "2: t = 1", "3: dh[t] = 3f", "3: dh = [0, 3, 0]", "4: dh[t + 1] = 2f"],
    ...["4: dh = [0, 3, 2]", "5: dh[0:2] = [0, 6]", "5: dh = [0, 6, 2]"],
  ],
  [
    "J = np.zeros((2, 2)); i = 0\nJ[i, 1 - i] = x\nJ[\n  i] = 1\nJ[-1, :] = [5, 6]",
    ...["1: J = [[0, 0], [0, 0]]", "1: i = 0", "2: J[i, 1 - i] = 3f", "2: J = [[0, 3], [0, 0]]"],
    ...["3: J[ i] = [1, 1]", "3: J = [[1, 1], [0, 0]]", "5: J[-1, :] = [5, 6]", "5: J = [[1, 1], [5, 6]]"],
  ],
  [
    "J = [[0, 0], [0, 0]]\nJ[0][1] = 4",
    "1: J = [[0, 0], [0, 0]]",
    "2: J[0][1] = 4",
    "2: J = [[0, 4], [0, 0]]",
  ],
  ["h = [0, 0]\nh[len(h) - 1] = 4", "1: h = [0, 0]", "2: h = [0, 4]"],
  [
    "h = [0, 0]\nh[0], i = 4, 1\nh[i], i = 5, 0",
    "1: h = [0, 0]",
    "2: i = 1",
    "2: h[0] = 4",
    "2: h = [4, 0]",
    "3: i = 0",
    "3: h = [4, 5]",
  ],
  ["g = {}\ng['W'] = x\ng['W'] += 1", "2: g['W'] = 3f", "3: g['W'] = 4f"],
  ["hs = []\nhs.append(x); hs.append([1, 2])", "1: hs = []", "2: hs[-1] = 3f", "2: hs[-1] = [1, 2]"],
  ["hs = [1, 2]\nhs.insert(0, x)\nhs.reverse()", "1: hs = [1, 2]", "2: hs = [3, 1, 2]", "3: hs = [2, 1, 3]"],
  [
    "a = np.zeros(2); i = np.array([0, 0])\nnp.add.at(a, i, 1)",
    "1: a = [0, 0]",
    "1: i = [0, 0]",
    "2: a = [2, 0]",
  ],
  [
    "a = np.zeros((2, 2))\nnp.fill_diagonal(a, 1)\na.fill(2)\na[0].fill(3)",
    "1: a = [[0, 0], [0, 0]]",
    "2: a = [[1, 0], [0, 1]]",
    "3: a = [[2, 2], [2, 2]]",
    "4: a = [[3, 3], [2, 2]]",
  ],
  [
    "a = np.zeros(2)\nb = a\nb[0] = 1\nprint(a, x)",
    "1: a = [0, 0]",
    "2: b = [0, 0]",
    "3: b[0] = 1f",
    "3: b = [1, 0]",
  ],
  [
    "class C: pass\nc = C()\nc.w = x\nc.v = [1, 2]\nc.v[0] = 5",
    "3: c.w = 3f",
    "4: c.v = [1, 2]",
    "5: c.v[0] = 5",
    "5: c.v = [5, 2]",
  ],
  [
    "class C:\n  k = 1\n  def m(self, y):\n    self.y = y\n    return 2 * y\nz = C().m(x)",
    "4: self.y = 3f",
    "5: return = 6f",
    "6: z = 6f",
  ],
  [
    "def g(y): return y, [y]\na, b = g(x)",
    "1: return 0 = 3f",
    "1: return 1 = [3]",
    "2: a = 3f",
    "2: b = [3]",
  ],
  ["def g(y): return [y, [y]]\nq = g(x)", "1: return 0 = 3f", "1: return 1 = [3]"],
  [
    "def g(y):\n  if y < 1: return y\n  z = g(y - 2)\n  return z\ng(x)",
    "2: return = -1f",
    "3: z = -1f",
    "4: return = -1f",
    "3: z = -1f",
    "4: return = -1f",
  ],
  ["g = lambda y: y + 1\nz = g(x)", "1: return = 4f", "2: z = 4f"],
  ["z = sorted([2, 1], key=lambda v: -v)", "1: z = [2, 1]"],
  ["def g():\n  yield 1\n  y = 2\n  yield y\nz = list(g())", "3: y = 2", "5: z = [1, 2]"],
  [
    "def g():\n  s = 1\n  def inner():\n    nonlocal s\n    s += x\n  inner()\n  return s\nz = g()",
    "2: s = 1",
    "5: s = 4f",
    "7: return = 4f",
    "8: z = 4f",
  ],
  [
    "try:\n  y = 1\n  z = y / 0\nexcept ZeroDivisionError: y = 2\nfinally: w = 3",
    "2: y = 1",
    "4: y = 2",
    "5: w = 3",
  ],
  ["def g():\n  try: return 1\n  finally: y = 2\nz = g()", "2: return = 1", "3: y = 2", "4: z = 1"],
  ["y = 1 if x > 2 else 0\nimport math\nz = math.floor(x)", "1: y = 1", "3: z = 3"],
  ["while (n := x) and n < 3: y = n\nelse: y = f'{x}'; z = 2.", "2: z = 2f"],
  ["y = *[1, 2], 3\nz = [*y, 4]", "1: y = [1, 2, 3]", "2: z = [1, 2, 3, 4]"],
];

const javascript: readonly Form[] = [
  ["const y = 2 * x;", "1: y = 6"],
  ["let y\nvar z = x\ny = z", "2: z = 3", "3: y = 3"],
  ["let a, b; a = b = x;", "1: b = 3", "1: a = 3"],
  ["const [a, , ...b] = [1, 2, 3, 4], c = 5;", "1: a = 1", "1: b = [3, 4]", "1: c = 5"],
  ["const { p, q: [r = 7], ...s } = { p: 1, q: [], t: 2 };", "1: p = 1", "1: r = 7"],
  ["let a = 1, b = 2;\n[a, b] = [b, a];", "1: a = 1", "1: b = 2", "2: a = 2", "2: b = 1"],
  ["let y = 1; y += x; y++; --y // twice", "1: y = 1", "1: y = 4", "1: y = 5", "1: y = 4"],
  ["let y = 2\ny *= x\ny **= 2\ny ??= 1", "1: y = 2", "2: y = 6", "3: y = 36", "4: y = 36"],
  ["const y = (\n  x +\n  1)\nconst z = y", "1: y = 4", "4: z = 4"],
  ["let y; if (x > 2) y = 1; else y = 3;\nif (x < 2) y = 2\nelse y = 4", "1: y = 1", "3: y = 4"],
  [
    "let s = 0;\nfor (let i = 0; i < 2; i++) s += i;\nfor (const v of [5]) { s = v }",
    "1: s = 0",
    "2: s = 0",
    "2: s = 1",
    "3: s = 5",
  ],
  [
    "let n = 0; do n++; while (n < 2)\nwhile (n > 0) n--",
    "1: n = 0",
    "1: n = 1",
    "1: n = 2",
    "2: n = 1",
    "2: n = 0",
  ],
  ["let y; out: y = 1;\nswitch (x) { case 3: y = 2; break; default: y = 3 }", "1: y = 1", "2: y = 2"],
  ["let a, b; a = 1, b = 2;", "1: a = 1", "1: b = 2"],
  ["const n = NaN, i = -Infinity, z = -0;", "1: n = NaNf", "1: i = -Infinityf", "1: z = -0"],
  ["const t = 'text', n = null, g = Math.sin, d = {}, u = undefined, y = x > 2;", "1: y = 1"],
  ["const y = NdArray.from([[1, 2], [3, 4]]);", "1: y = [[1, 2], [3, 4]]"],
  ["const y = [NdArray.ones([2]), [x, true]], z = [[1], 2], w = [];", "1: y = [[1, 1], [3, 1]]", "1: w = []"],
  [
    "const y = new Float64Array(2), z = new Uint8Array([7]), w = new BigInt64Array(1);\ny[1] = x",
    "1: y = [0, 0]",
    "1: z = [7]",
    "2: y[1] = 3",
    "2: y = [0, 3]",
  ],
  [
    "const dh = [0, 0, 0]; let t = 1\ndh[t] = x\ndh[t + 1] += 2\ndh[0]--",
    "1: dh = [0, 0, 0]",
    "1: t = 1",
    "2: dh[t] = 3",
    "2: dh = [0, 3, 0]",
    "3: dh[t + 1] = 2",
    "3: dh = [0, 3, 2]",
    "4: dh[0] = -1",
    "4: dh = [-1, 3, 2]",
  ],
  [
    "const J = [[0, 0], [0, 0]], i = 0;\nJ[i][1 - i] = x",
    "1: J = [[0, 0], [0, 0]]",
    "1: i = 0",
    "2: J[i][1 - i] = 3",
    "2: J = [[0, 3], [0, 0]]",
  ],
  [
    "const h = [0, 0]; let i = 0;\nh[h.length - 1] = 4\nh[i++] = 5",
    "1: h = [0, 0]",
    "1: i = 0",
    "2: h = [0, 4]",
    "3: h = [5, 4]",
  ],
  ["const g = {};\ng.W = x; g['W'] += 1", "2: g.W = 3", "2: g['W'] = 4"],
  ["const hs = [];\nhs.push(x); hs.push([1, 2])", "1: hs = []", "2: hs.at(-1) = 3", "2: hs.at(-1) = [1, 2]"],
  [
    "const hs = [1, 2];\nhs.unshift(x);\nhs.fill(4); console.log(hs)",
    "1: hs = [1, 2]",
    "2: hs = [3, 1, 2]",
    "3: hs = [4, 4, 4]",
  ],
  [
    "const W = [[0, 0]];\nW[0].fill(3);\nfunction add(a) { a[0][0]++ }\nadd(W);",
    "1: W = [[0, 0]]",
    "2: W = [[3, 3]]",
    "3: a[0][0] = 4",
    "3: a = [[4, 3]]",
    "4: W = [[4, 3]]",
  ],
  [
    "class C { k = 1; m(y) { this.y = y; return 2 * y } }\nconst z = new C().m(x)",
    "1: this.y = 3",
    "1: return = 6",
    "2: z = 6",
  ],
  [
    "const g = (y) => [y, [y]]; const [a, b] = g(x)",
    "1: return 0 = 3",
    "1: return 1 = [3]",
    "1: a = 3",
    "1: b = [3]",
  ],
  [
    "const g = (y) =>\n  y * 2, k = (y) => (y, 1); const z = g(x) + k(x);",
    "2: return = 6",
    "2: return = 1",
    "2: z = 7",
  ],
  [
    "const g = (y) => { if (y < 1) return y; return g(y - 2) }\ng(x);",
    "1: return = -1",
    "1: return = -1",
    "1: return = -1",
  ],
  ["const y = [1, 2].map((v) => 2 * v)", "1: y = [2, 4]"],
  [
    "let s = 0;\nfor (const k of [1]) [1, 2].forEach((v) => (s += v * k));",
    "1: s = 0",
    "2: s = 1",
    "2: s = 3",
  ],
  ["function* g() { yield 1; const y = 2; yield y }\nconst z = [...g()];", "1: y = 2", "2: z = [1, 2]"],
  ["let y; try { y = 1; null.p } catch { y = 2 } finally { y = 3 }", "1: y = 1", "1: y = 2", "1: y = 3"],
  [
    "const g = () => { try { return 1 } finally { x = 2 } }; const z = g()",
    "1: return = 1",
    "1: x = 2",
    "1: z = 1",
  ],
  ["const y = x > 2\n  ? (() => x)()\n  : 0", "2: return = 3", "1: y = 3"],
];

/** All forms in one program, each a function that one call runs; and the lines that come before each. */
function programOf(language: Language, forms: readonly Form[]): { code: string; before: number[] } {
  const lines = language === "python" ? ["import numpy as np"] : [];
  const before: number[] = [];
  forms.forEach(([form], i) => {
    const body = form.split("\n");
    lines.push(language === "python" ? `def form${i}(x):` : `function form${i}(x) {`);
    before.push(lines.length);
    lines.push(...body.map((line) => `  ${line}`));
    if (language === "javascript") lines.push("}");
  });
  const names = forms.map((_, i) => `form${i}`).join(", ");
  lines.push(
    ...(language === "python"
      ? ["def f(i):", `  (${names})[i](3.0)`]
      : ["function f(i) {", `  [${names}][i](3);`, "}"]),
  );
  return { code: `${lines.join("\n")}\n`, before };
}

test.each([
  ["python", python],
  ["javascript", javascript],
] as const)("%s: what each form of a statement records", async (language, forms) => {
  const { code, before } = programOf(language, forms);
  const calls = forms.map((_, i) => [number(i, true)]);
  const result = await runtime.callFunction(callOf(language, code, { calls, recorded: true }));
  if (!result.ok) throw new Error(`${result.error.line}: ${result.error.message}`);
  const got = result.records?.map((records, i) => records.map((record) => textOf(record, before[i])));
  expect(got?.map((records, i) => [forms[i]![0], ...records])).toEqual(forms);
});

const twoOutputs: Record<Language, string> = {
  python:
    "import numpy as np\ndef g(x): return x, x\ndef f(x):\n    a = g(x)\n    return [x, np.array([x, 2 * x])]\n",
  javascript:
    "const g = (x) => [x, x];\nfunction f(x) {\n  const a = g(x);\n\n  return [x, NdArray.from([x, 2 * x])];\n}\n",
};

test("what the function asked for returns is told apart where several values are asked for", async () => {
  const request = { outputs: 2, calls: [[number(3)], [number(1)]] };
  expect(await recordsOf(runtime, callOf("python", twoOutputs.python, request))).toEqual([
    ["2: return 0 = 3f", "2: return 1 = 3f", "4: a = [3, 3]", "5: return 0 = 3f", "5: return 1 = [3, 6]"],
    ["2: return 0 = 1f", "2: return 1 = 1f", "4: a = [1, 1]", "5: return 0 = 1f", "5: return 1 = [1, 2]"],
  ]);
  expect(await recordsOf(runtime, callOf("javascript", twoOutputs.javascript, request))).toEqual([
    ["1: return = [3, 3]", "3: a = [3, 3]", "5: return 0 = 3", "5: return 1 = [3, 6]"],
    ["1: return = [1, 1]", "3: a = [1, 1]", "5: return 0 = 1", "5: return 1 = [1, 2]"],
  ]);
});

test.each<[Language, string, string]>([
  ["python", "def f(x):\n    return x, 2 * x\n", "2: return = [3, 6]"],
  ["python", "f = lambda x: (x, 2 * x)\n", "1: return = [3, 6]"],
  ["javascript", "function f(x) {\n  return [x, 2 * x];\n}\n", "2: return = [3, 6]"],
  ["javascript", "const f = (x) => [x, 2 * x];\n", "1: return = [3, 6]"],
])("%s: a list is one value where one is asked for: %s", async (language, code, expected) => {
  expect(await recordsOf(runtime, callOf(language, code))).toEqual([[expected]]);
});

test.each<[Language, string]>([
  ["python", "def f(x):\n    y = 2 * x\n    return y\nz = f(1)\nw = f(2)\n"],
  ["javascript", "function f(x) {\n  const y = 2 * x;\n  return y;\n}\nconst z = f(1);\nlet w = f(2);\n"],
])("%s: what runs outside of calls is not recorded", async (language, code) => {
  const records = await recordsOf(runtime, callOf(language, code, { calls: [[number(4)]] }));
  expect(records).toEqual([
    language === "python" ? ["2: y = 8f", "3: return = 8f"] : ["2: y = 8", "3: return = 8"],
  ]);
});

test.each<[Language, string]>([
  ["python", "def f(x):\n    return 2 * x\n"],
  ["javascript", "function f(x) { return 2 * x; }"],
])("%s: nothing is recorded unasked", async (language, code) => {
  expect(await runtime.callFunction(callOf(language, code))).not.toHaveProperty("records");
});
