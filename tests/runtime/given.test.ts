/** The page's own functions, which an answer may call. */
import { describe, expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { callOf, nodeRuntime, number, resultsOf } from "./node-runtime.ts";

const runtime = nodeRuntime();

const given: Record<Language, string> = {
  python: `import numpy as np

half = 0.5

def twice(x):
    return 2 * x

def four_times(x):
    return twice(twice(x))
`,
  javascript: `function twice(x) {
  return 2 * x;
}

function fourTimes(x) {
  return twice(twice(x));
}
`,
};

const call = (language: Language, code: string, name = "f") =>
  callOf(language, code, { given: given[language], name });

describe.each<Language>(["python", "javascript"])("in %s", (language) => {
  const inLanguage = (python: string, javascript: string) => (language === "python" ? python : javascript);

  test("an answer may call them, and they each other", async () => {
    const code = inLanguage(
      "def f(x):\n    return four_times(x)\n",
      "function f(x) { return fourTimes(x); }",
    );
    expect(await resultsOf(runtime, call(language, code))).toEqual([number(12, language === "javascript")]);
  });

  test("what the answer defines by the same name comes first, and only there", async () => {
    const code = inLanguage(
      "def twice(x):\n    return 100.0\ndef f(x):\n    return twice(x) + four_times(x)\n",
      "const twice = () => 100;\nfunction f(x) { return twice(x) + fourTimes(x); }",
    );
    const [result] = await resultsOf(runtime, call(language, code));
    expect(result).toMatchObject({ value: 112 });
  });

  test("they are no answer", async () => {
    const result = await runtime.callFunction(call(language, inLanguage("y = 1\n", "const y = 1;"), "twice"));
    expect(result).toMatchObject({ error: { kind: "missing-function" } });
  });

  test("an error in them is on the line that calls them, and lines stay where they are", async () => {
    const code = inLanguage(
      "def f(x):\n    y = twice(None)\n    return y\n",
      "function f(x) {\n  const y = fourTimes(Symbol());\n  return y;\n}",
    );
    const result = await runtime.callFunction(call(language, code));
    expect(result).toMatchObject({ ok: false, error: { kind: "exception", line: 2 } });
  });

  test("their lines are not recorded", async () => {
    const code = inLanguage(
      "def f(x):\n    y = four_times(x)\n    return y\n",
      "function f(x) {\n  const y = fourTimes(x);\n  return y;\n}",
    );
    const result = await runtime.callFunction({ ...call(language, code), recorded: true });
    if (!result.ok) throw new Error(result.error.message);
    expect(result.records![0]!.map(({ line, name }) => [line, name])).toEqual([
      [2, "y"],
      [3, null],
    ]);
  });
});

test("in Python nothing comes with them: neither their modules nor their variables", async () => {
  for (const name of ["np", "half"]) {
    const result = await runtime.callFunction(call("python", `def f(x):\n    return ${name}\n`));
    expect(result).toMatchObject({ ok: false, error: { type: "NameError", line: 2 } });
  }
});
