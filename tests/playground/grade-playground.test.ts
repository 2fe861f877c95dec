import { describe, expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { examples, settingOf } from "#playground/examples.ts";
import { gradePlayground } from "#playground/grade-playground.ts";
import { usualInput, type Input, type PlaygroundSetting } from "#playground/playground-setting.ts";
import type { Runtime } from "#runtime/runtime.ts";
import { nodeRuntime } from "../runtime/node-runtime.ts";

const runtime = nodeRuntime();

const input = (name: string, change: Partial<Input> = {}): Input => ({ ...usualInput(name), ...change });

const python = (
  code: string,
  derivative: string,
  inputs: readonly Input[],
  sizes: PlaygroundSetting["sizes"] = {},
): PlaygroundSetting => ({
  language: "python",
  function: code,
  derivative,
  inputs,
  sizes,
});

const example = (id: string, language: Language, derivative: string): PlaygroundSetting => ({
  ...settingOf(
    examples.find((each) => each.id === id)!,
    language,
  ),
  derivative,
});

const graded = (setting: PlaygroundSetting, on: Runtime = runtime) => gradePlayground(setting, on);
const refused = (setting: PlaygroundSetting, on: Runtime = runtime) =>
  gradePlayground(setting, on).then(
    () => null,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : null),
  );

const derivatives: readonly [
  id: string,
  language: Language,
  right: string,
  wrong: string,
  kind: string,
  says: RegExp,
][] = [
  [
    "sigmoid",
    "python",
    "import math\ndef d(x):\n    s = 1/(1 + math.exp(-x))\n    return s*(1 - s)",
    "import math\ndef d(x):\n    s = 1/(1 + math.exp(-x))\n    return -s*s*math.exp(-x)",
    "sign",
    /opposite sign/,
  ],
  [
    "softplus",
    "javascript",
    "function d(x) { return 1/(1 + Math.exp(-x)) }",
    "function d(x) { return 1/(1 + Math.exp(x)) }",
    "missing-factor",
    /exp\(x\)/,
  ],
  [
    "network",
    "python",
    "import numpy as np\ndef d(x, W, b, v, y):\n    h = np.tanh(W @ x + b)\n    up = 2*(v @ h - y)\n    z = up*v*(1 - h**2)\n    return np.outer(z, x), z, up*h",
    "import numpy as np\ndef d(x, W, b, v, y):\n    h = np.tanh(W @ x + b)\n    up = 2*(v @ h - y)\n    z = up*v\n    return np.outer(z, x), z, up*h",
    "missing-factor",
    /tanh\(W @ x \+ b\)/,
  ],
  [
    "recurrence",
    "python",
    "import math\ndef d(w, h, steps):\n    states = [h]\n    for _ in range(steps):\n        states.append(math.tanh(w*states[-1]))\n    dw, dh = 0, 1\n    for t in range(steps, 0, -1):\n        dz = dh*(1 - states[t]**2)\n        dw += dz*states[t-1]\n        dh = dz*w\n    return dw, dh",
    "import math\ndef d(w, h, steps):\n    states = [h]\n    for _ in range(steps):\n        states.append(math.tanh(w*states[-1]))\n    dw, dh = 0, 1\n    for t in range(steps, 0, -1):\n        dz = dh\n        dw += dz*states[t-1]\n        dh = dz*w\n    return dw, dh",
    "missing-factor",
    /every step/,
  ],
];

describe("a derivative of a function of the reader's own", () => {
  test.each(derivatives)("%s in %s", async (id, language, right, wrong, kind, says) => {
    expect((await graded(example(id, language, right))).grade).toMatchObject({ verdict: "correct" });
    const { grade, notices } = await graded(example(id, language, wrong));
    expect(grade).toMatchObject({ verdict: "incorrect", diagnosis: { kind } });
    expect(grade.message).toMatch(says);
    expect(grade.diagnosis!.bends.length > 0).toBe(kind !== "sign");
    expect(notices).toEqual([]);
  });

  test("every example can be tried in both languages", async () => {
    for (const each of examples) {
      for (const language of ["python", "javascript"] as const) {
        const { grade, notices } = await graded(settingOf(each, language));
        // Its derivative has still to be written.
        expect([each.id, language, grade.verdict, notices]).toEqual([each.id, language, "invalid", []]);
        expect(grade.message).toMatch(/returned nothing/);
      }
    }
  });

  test("a branch taken at some points only", async () => {
    const code = "def f(x):\n    return x**2 if x > 0 else 3*x";
    const right = "def d(x):\n    return 2*x if x > 0 else 3.0";
    expect((await graded(python(code, right, [input("x")]))).grade.verdict).toBe("correct");
    const wrong = await graded(python(code, "def d(x):\n    return 2*x", [input("x")]));
    expect(wrong.grade.verdict).toBe("incorrect");
  });

  test("points where the function has no value are left out, and that is said", async () => {
    const setting = python("import math\ndef f(x):\n    return math.log(x)", "def d(x):\n    return 1/x", [
      input("x"),
    ]);
    const { grade, notices, cases } = await graded(setting);
    expect(grade.verdict).toBe("correct");
    expect(cases).toHaveLength(10);
    expect(cases.every(({ inputs }) => (inputs.x as number) > 0)).toBe(true);
    expect(notices).toEqual([expect.stringMatching(/left out. At `x = -.*value is (NaN|-Infinity)/)]);
  });

  test("points at a kink are left out silently", async () => {
    const code = "def f(x):\n    return max(x, 0)";
    const { grade, notices } = await graded(
      python(code, "def d(x):\n    return 1.0 if x > 0 else 0.0", [
        input("x", { axes: [], low: -2, high: 2 }),
      ]),
    );
    expect([grade.verdict, notices]).toEqual(["correct", []]);
  });

  test("a gradient that is 0 is said", async () => {
    const code = "def f(x):\n    return 0 * x";
    const { notices } = await graded(python(code, "def d(x):\n    return 1.0", [input("x")]));
    expect(notices.join()).toMatch(/with respect to `x` is 0/);
  });

  test("an input that isn't asked for may leave the graph, and numbers may be looked at", async () => {
    const [x, w] = [input("x"), input("w", { wanted: false })];
    const scaled = "def f(x, w):\n    return x * x * w.item()";
    expect((await graded(python(scaled, "def d(x, w):\n    return 2*x*w", [x, w]))).grade.verdict).toBe(
      "correct",
    );
    const branch = "def f(x):\n    return x * x if x.item() > 0 else -x";
    const derivative = "def d(x):\n    return 2*x if x > 0 else -1.0";
    expect((await graded(python(branch, derivative, [x]))).grade.verdict).toBe("correct");
  });
});

describe("what can't be tried is refused in words for the reader", () => {
  test.each<[what: string, setting: Partial<PlaygroundSetting>, says: RegExp]>([
    ["no function", { function: "x = 1" }, /no function yet/],
    ["no derivative", { derivative: "" }, /no derivative yet/],
    ["a function that can't be read", { function: "def f(x):\n    return (" }, /can’t be read on line 2/],
    [
      "an array",
      { function: "def f(x):\n    return x.reshape(1, 1).repeat(2, 2)" },
      /shape \(2, 2\).*one number/,
    ],
    [
      "nowhere a value",
      { function: "def f(x):\n    raise ValueError('no')" },
      /none of the 24.*ValueError on line 2: no/,
    ],
    [
      "a name that nothing has",
      { function: "def f(x):\n    return 2 * X" },
      /^FunctionError: The function raised NameError on line 2: nothing is called `X`. Did you mean `x`\?$/,
    ],
    [
      "a product as on paper",
      { function: "def f(x):\n    return 2x" },
      /can’t be read on line 2: `2x` needs a `\*`/,
    ],
    ["a hat", { function: "def f(x):\n    return x^2" }, /raised RuntimeError on line 2: `\^` is no power/],
    [
      "a method of arrays elsewhere",
      {
        language: "javascript",
        function: "function f(x) { return x.map(y => y); }",
        derivative: "function d(x) {}",
      },
      /`x` has no `map`. An array’s operations are methods/,
    ],
    [
      "what is thrown",
      { language: "javascript", function: "function f(x) { throw 3; }", derivative: "function d(x) {}" },
      /The function threw `3`/,
    ],
    [
      "a function in the other language",
      { language: "javascript" },
      /^FunctionError: The function is written in Python, and the language chosen is JavaScript\.$/,
    ],
    [
      "a derivative in the other language",
      { derivative: "function d(x) { return 1; }" },
      /^FunctionError: The derivative is written in JavaScript, and the language chosen is Python\.$/,
    ],
    ["single precision", { function: "def f(x):\n    return x.float()" }, /single precision/],
    [
      "a plain number",
      { function: "import math\ndef f(x):\n    return math.exp(x.item())" },
      /plain number at every/,
    ],
    ["an empty range", { inputs: [input("x", { low: 1, high: 1 })] }, /range of `x` is empty/],
    ["nothing to differentiate by", { inputs: [input("x", { wanted: false })] }, /Tick at least one/],
    ["whole numbers only", { inputs: [input("x", { integer: true })] }, /Make one of them real/],
  ])("%s", async (_what, change, says) => {
    const setting = {
      ...python("def f(x):\n    return x", "def d(x):\n    return 1.0", [input("x")]),
      ...change,
    };
    expect(await refused(setting)).toMatch(says);
  });

  const leaving: readonly [language: Language, code: string, says: string][] = [
    ["python", "def f(x):\n    return x * x.item()", "`x.item()` on line 2"],
    ["python", "def f(x):\n    # x.item()\n    y = x.detach()\n    return x * y", "`x.detach()` on line 3"],
    ["python", "def f(x):\n    return x * x.data", "`x.data` on line 2"],
    ["python", "def f(x):\n    return x * float(x)", "`float(x)` on line 2"],
    ["python", "def f(x):\n    return x * torch.tensor(x.tolist())", "`x.tolist()` on line 2"],
    ["python", "def f(x):\n    return x * x.detach().numpy()[()]", "`x.detach()` on line 2"],
    [
      "python",
      "import torch\ndef f(x):\n    with torch.no_grad():\n        y = x**2\n    return x*y",
      "`torch.no_grad()` on line 3",
    ],
    ["python", "def f(x):\n    return x * x if x > 0 else x * x.item()", "`x.item()` on line 2"],
    ["javascript", "function f(x) { return x.mul(x.item()); }", "`x.item()` on line 1"],
    ["javascript", "function f(x) {\n  return x.mul(x.detach());\n}", "`x.detach()` on line 2"],
    ["javascript", "function f(x) { return x.mul(x.toList()); }", "`x.toList()` on line 1"],
  ];

  test.each(leaving)("what leaves the graph, in %s: %s", async (language, code, says) => {
    const derivative = { python: "def d(x):\n    return 2*x", javascript: "function d(x) { return 2*x; }" };
    const setting: PlaygroundSetting = {
      ...python(language === "python" ? `import torch\n${code}` : code, derivative[language], [input("x")]),
      language,
    };
    const line = Number(/\d+$/.exec(says)![0]) + (language === "python" ? 1 : 0);
    const said = await refused(setting);
    expect(said).toMatch(/^FunctionError: There is no verdict: autograd can’t follow/);
    expect(said).toContain(says.replace(/\d+$/, String(line)));
  });

  test.each<[what: string, traces: () => unknown]>([
    ["nothing", () => undefined],
    ["a number", () => 7],
    ["a sparse list as long as there can be", () => new Array<unknown>(2 ** 32 - 1)],
    ["text that is no trace", () => Array.from({ length: 500 }, () => ({ ok: true, trace: "{" }))],
    [
      "an operation that there is not",
      () =>
        Array.from({ length: 500 }, () => ({
          ok: true,
          trace: JSON.stringify({
            constants: [],
            nodes: [{ op: "__proto__", inputs: [0] }],
            result: 1,
            value: 1,
          }),
        })),
    ],
    [
      "a value that its operations don't have",
      () =>
        Array.from({ length: 500 }, () => ({
          ok: true,
          trace: JSON.stringify({ constants: [], nodes: [], result: 0, value: 1234 }),
        })),
    ],
  ])("a sandbox that sends %s", async (_what, traces) => {
    const hostile = {
      ...runtime,
      traceFunction: () => Promise.resolve({ ok: true, stdout: "", traces: traces() }),
    } as Runtime;
    const setting = python("def f(x):\n    return x", "def d(x):\n    return 1.0", [input("x")]);
    expect(await refused(setting, hostile)).toMatch(/^FunctionError: .*(can’t be followed|in place)/);
  });
});
