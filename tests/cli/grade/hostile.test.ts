import { expect, test } from "vitest";
import type { Language } from "#reading/language.ts";
import { hostilePrograms } from "../../grader/hostile-programs.ts";
import { handgrad, jsonLines } from "../handgrad.ts";
import { answer, exported, type Line } from "./graded-answers.ts";

const id = "scalar/square";

/** A right answer that differs from every other, so that it is graded and not known already. */
const healthy: Readonly<Record<Language, (place: number) => string>> = {
  python: (place) => `def d_x_square(x):\n    return 2 * x + 0 * ${place}\n`,
  javascript: (place) => `const dXSquare = (x) => 2 * x + 0 * ${place};\n`,
};

test.each<Language>(["python", "javascript"])(
  "hostile answers in %s cost their own verdicts only, and none is correct",
  { timeout: 240_000 },
  async (language) => {
    const programs = hostilePrograms[language];
    const answers = programs.flatMap(({ code }, place) => [
      answer(id, code, language),
      answer(id, healthy[language](place), language),
    ]);
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "ada.json"], {
      "ada.json": exported(answers),
    });
    const lines = jsonLines<Line>(stdout);
    const told = programs.map(({ name }, place) => {
      const [hostile, after] = lines.slice(2 * place, 2 * place + 2);
      return { name, hostile: hostile?.verdict, after: after?.verdict };
    });
    const fooled = told.filter(
      ({ hostile, after }) => !["invalid", "incorrect"].includes(hostile ?? "") || after !== "correct",
    );
    expect(fooled).toEqual([]);
    expect(lines.filter(({ message }) => message === "" || message.length > 5_000)).toEqual([]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  },
);
