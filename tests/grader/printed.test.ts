import { afterAll, describe, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { gradeSubmission, type Grade } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { limits } from "#runtime/limits.ts";
import type { Language } from "#reading/language.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const gradeOf = async (language: Language, code: string): Promise<Grade> =>
  gradeSubmission(await loadExercise("scalar/square"), { language, code }, runtime);

describe("a verdict that complains shows what the first case that fails printed", () => {
  test.each<[string, Language, string, string | null, string]>([
    [
      "a wrong answer",
      "python",
      "def d_x_square(x):\n    print('x is', x)\n    return 2 * x if x > -1 else 0\n",
      "`x = -2.5`",
      "x is -2.5\n",
    ],
    [
      "one in JavaScript",
      "javascript",
      "function dXSquare(x) {\n  console.log('x is', x);\n  return x > -1 ? 2 * x : 0;\n}\n",
      "`x = -2.5`",
      "x is -2.5\n",
    ],
    [
      "printing in place of returning",
      "python",
      "def d_x_square(x):\n    print(2 * x)\n",
      "`x = 1`",
      "2.0\n",
    ],
    [
      "an exception",
      "python",
      "def d_x_square(x):\n    print(x)\n    return 2 * x / (1 if x > -1 else 0)\n",
      "`x = -2.5`",
      "-2.5\n",
    ],
    ["an exception outside of the function", "python", "print('here')\nraise ValueError\n", null, "here\n"],
    [
      "a loop that never ends",
      "python",
      "def d_x_square(x):\n    print(x)\n    while x < 0:\n        pass\n    return 2 * x\n",
      "`x = -2.5`",
      "-2.5\n",
    ],
  ])("%s, in %s", async (_, language, code, at, text) => {
    expect((await gradeOf(language, code)).printed).toMatchObject({ at, text, cut: false });
  });

  test.each<[Language, string]>([
    ["python", "def d_x_square(x):\n    for i in range(10000):\n        print('spam')\n    return x\n"],
    [
      "javascript",
      "function dXSquare(x) {\n  for (let i = 0; i < 10000; i++) console.log('spam');\n  return x;\n}\n",
    ],
  ])("of much, the beginning, in %s", async (language, code) => {
    const { printed } = await gradeOf(language, code);
    expect(printed).toMatchObject({ cut: true });
    expect(printed?.text).toBe("spam\n".repeat(limits.printedCharacters / 5));
  });
});

describe("printing costs a right answer nothing", () => {
  test.each<[Language, string]>([
    ["python", "def d_x_square(x):\n    print('x' * 50000)\n    return 2 * x\n"],
    ["javascript", "function dXSquare(x) {\n  console.log('x'.repeat(50000));\n  return 2 * x;\n}\n"],
  ])("in %s", async (language, code) => {
    const grade = await gradeOf(language, code);
    expect(grade.verdict).toBe("correct");
    expect(grade.printed).toBeUndefined();
  });
});
