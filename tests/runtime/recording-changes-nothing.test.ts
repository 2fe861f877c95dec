import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import { casesFor } from "#grader/index.ts";
import { languages, type Language } from "#reading/language.ts";
import type { Value } from "#runtime/runtime.ts";
import { callOf, nodeRuntime, number } from "./node-runtime.ts";

const runtime = nodeRuntime({ call: 20_000 });

interface Answer {
  language: Language;
  code: string;
  exercise: Exercise;
}

/** Answers as people write them, right and wrong. Most of them once stood for a style of their own. */
async function answers(): Promise<Answer[]> {
  const ids = await exerciseIds();
  const exercises = new Map(await Promise.all(ids.map(async (id) => [id, await loadExercise(id)] as const)));
  const text = await readFile(new URL("answer-programs.json", import.meta.url), "utf8");
  const written = JSON.parse(text) as { exercise: string; language: Language; code: string }[];
  return [
    ...[...exercises.values()].flatMap((exercise) =>
      languages.map((language) => ({ language, code: exercise.solution[language], exercise })),
    ),
    ...written.flatMap(({ exercise: id, ...answer }) => {
      const exercise = exercises.get(id);
      return exercise ? [{ ...answer, exercise }] : [];
    }),
  ];
}

/** Each answer within a function of its own, so that one program has them all; what one raises is its result. */
function programOf(language: Language, answers: readonly Answer[]): string {
  const all = answers.map(({ code, exercise }, i) => {
    const name = nameIn(language, exercise.asks.name);
    return language === "python"
      ? `def answer${i}():\n    ${code.replaceAll("\n", "\n    ")}\n    return ${name}\n`
      : `function answer${i}() {\n${code}\nreturn ${name};\n}\n`;
  });
  const names = answers.map((_, i) => `answer${i}`).join(", ");
  return language === "python"
    ? `${all.join("")}
def f(i, *args):
    try:
        return (${names})[i]()(*args)
    except Exception as error:
        return str(error)
`
    : `${all.join("")}
function f(i, ...args) {
  try { return [${names}][i]()(...args); } catch (error) { return String(error); }
}
`;
}

test.each(languages)("%s: results of answers are the same to the last bit", async (language) => {
  const own = (await answers()).filter((answer) => answer.language === language);
  const calls = own.flatMap(({ exercise }, i) =>
    casesFor(exercise)
      .slice(0, 3)
      .map(({ args }): Value[] => [number(i, true), ...args]),
  );
  const request = callOf(language, programOf(language, own), { outputs: 2, calls });
  const plain = await runtime.callFunction(request);
  const recorded = await runtime.callFunction({ ...request, recorded: true });
  if (!plain.ok || !recorded.ok) throw new Error(JSON.stringify([plain, recorded]).slice(0, 1000));
  expect(recorded.results).toEqual(plain.results);
  expect(recorded.stdout).toBe(plain.stdout);
  expect(plain.results.filter(({ kind }) => kind !== "other").length).toBeGreaterThan(calls.length * 0.8);
  // What comes to a number has been returned from somewhere.
  const silent = recorded.results.filter(
    ({ kind }, call) => /number|array/.test(kind) && recorded.records![call]!.length === 0,
  );
  expect(silent).toEqual([]);
});

/** Programs that raise: the message, the line and the call are those of the code as it was written. */
const raising: readonly (readonly [Language, string])[] = [
  ["python", "def f(x):\n    y = 2 * x\n    z = (y +\n        undefined)\n    return z\n"],
  ["python", "def f(x):\n    y = x; return y / 0\n"],
  ["python", "def g(x):\n    return [1][x]\ndef f(x):\n    y = g(5)\n    return y\n"],
  ["python", "def f(x):\n    a, b = x\n    return a\n"],
  ["python", "def f(x):\n    y = {}\n    y['k'] += 1\n    return y\n"],
  ["python", "def f(x):\n    y += 1\n    return y\n"],
  ["python", "import numpy as np\ndef f(x):\n    y = np.ones(2); y[3] = x\n    return y\n"],
  ["python", "f = lambda x: x.nothing\n"],
  ["python", "def f(x, y):\n    return x\n"],
  ["python", "def f(x):\n    y = x\n    return f(y)\n"],
  ["python", "def f(x):\n    return = x\n"],
  ["javascript", "function f(x) {\n  const y = 2 * x;\n  const z = (y +\n    missing);\n  return z;\n}\n"],
  ["javascript", "const g = (x) =>\n  x.a.b;\nfunction f(x) {\n  return g(x);\n}\n"],
  ["javascript", "function f(x) {\n  const [a] = x;\n  return a;\n}\n"],
  ["javascript", "function f(x) {\n  if (x) y = 1;\n  return y;\n}\n"],
  ["javascript", "function f(x) {\n  const y = x; y = 2;\n  return y;\n}\n"],
  ["javascript", "function f(x) {\n  const y = f(x); return y;\n}\n"],
];

test.each(raising)("%s: what is raised is raised as before: %s", async (language, code) => {
  const request = callOf(language, code);
  const plain = await runtime.callFunction(request);
  expect(plain.ok).toBe(false);
  expect(await runtime.callFunction({ ...request, recorded: true })).toEqual(plain);
});
