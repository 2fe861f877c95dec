import { expect, test } from "vitest";
import type { ResultRow } from "#cli/grade/result-row.ts";
import { Summary, summaryText } from "#cli/grade/summary.ts";

const graded = (
  learner: string,
  exercise: string,
  verdict: ResultRow["verdict"],
  kind?: string,
  where: string | null = null,
): ResultRow => ({
  file: `${learner || "nameless"}.json`,
  learner,
  exercise,
  language: "python",
  verdict,
  diagnosis: kind === undefined ? null : { kind, where, output: "x" },
  message: "",
  seeds: { known: 0, fresh: 1 },
});

const summary = new Summary();
for (const each of [
  graded("Ada", "scalar/square", "incorrect", "sign"),
  graded("Ada", "scalar/square", "incorrect", "sign"),
  graded("Ada", "scalar/square", "correct"),
  graded("Bob", "scalar/square", "incorrect", "missing-factor", "d(x**2)/d(x)"),
  graded("", "scalar/square", "incorrect", "missing-factor", "d(x**2)/d(x)"),
  graded("Bob", "loss/difference", "timeout"),
]) {
  summary.add(each);
}

test("counts learners, and a mistake once for each who made it", () => {
  expect(summary.exercises()).toEqual([
    {
      exercise: "loss/difference",
      tried: 1,
      solved: 0,
      answers: 1,
      verdicts: { correct: 0, incorrect: 0, invalid: 0, timeout: 1 },
      mistakes: [],
    },
    {
      exercise: "scalar/square",
      tried: 3,
      solved: 1,
      answers: 5,
      verdicts: { correct: 1, incorrect: 4, invalid: 0, timeout: 0 },
      mistakes: [
        { kind: "missing-factor", where: "d(x**2)/d(x)", learners: 2 },
        { kind: "sign", where: null, learners: 1 },
      ],
    },
  ]);
});

test("as text it is a table", () => {
  expect(summaryText(summary.exercises(), "text")).toBe(
    `exercise          tried  solved  commonest mistakes
loss/difference       1       0
scalar/square         3       1  missing-factor at d(x**2)/d(x) (2), sign (1)
`,
  );
});

test("as JSON it is a line an exercise, as CSV a row", () => {
  const json = summaryText(summary.exercises(), "json").trimEnd().split("\n");
  expect(json.map((line) => JSON.parse(line) as unknown)).toEqual(summary.exercises());
  expect(summaryText(summary.exercises(), "csv").split("\r\n")[2]).toBe(
    `scalar/square,3,1,5,1,4,0,0,"missing-factor at d(x**2)/d(x) (2), sign (1)"`,
  );
});
