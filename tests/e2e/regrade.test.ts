import { expect, test } from "vitest";
import { answer, exported, type Line } from "../cli/grade/graded-answers.ts";
import { handgrad, jsonLines } from "../cli/handgrad.ts";
import { useBrowser } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

const codes = [
  "def d_x_square(x):\n    return 2 * x\n",
  "def d_x_square(x):\n    return -2 * x\n",
  "def d_x_square(x):\n    return x**3 if x > 1 else 2 * x\n",
  "def d_x_square(x):\n    return 1 / x\n",
  "def d_x_square(x):\n    return 2 *\n",
  "def d_x_square(x):\n    while True:\n        pass\n",
];

test("the command line says of an answer what the page says, to the letter", async () => {
  const { stdout } = await handgrad(["grade", "--json", "class.json"], {
    "class.json": exported(codes.map((code) => answer("scalar/square", code))),
  });
  const page = await open("scalar/");
  const exercise = new ExerciseWidget(page, "scalar/square");
  for (const [i, { verdict, message }] of jsonLines<Line>(stdout).entries()) {
    await exercise.write(codes[i]!);
    expect(await exercise.submit()).toBe(verdict);
    // Paragraphs stand in elements of their own, and backquotes enclose code.
    const shown = await exercise.verdict.textContent();
    expect(shown).toContain(message.replaceAll("`", "").replaceAll(/\n{2,}/g, ""));
  }
});
