import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { runPrograms, type ProgramResult } from "#cli/batch.ts";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { peoplesLimits } from "#cli/people-figures.ts";
import { holds, reportOf, type ProofReport } from "#cli/proof-figures.ts";
import { proofTimes, prove } from "#cli/proof-report.ts";
import { nameMistakes } from "#grader/proof/naming.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { center, crossEntropy, squareLayer } from "../exercises.ts";

const runtime = createNodeRuntime({ times: proofTimes });
afterAll(() => runtime.close());

const ids = await exerciseIds();

test.each(ids)(
  "%s: a sample of wrong answers fails, of right ones passes, and of mistakes is named",
  async (id) => {
    const proof = await prove(await loadExercise(id), runtime, { mutants: 24, rewrites: 12 });
    expect(proof).toMatchObject({ falseAccepts: [], falseRejects: [], unfinished: [], rewrites: 24 });
    expect(proof.mistakes).toMatchObject({ accepted: [], unnamed: [] });
    expect(proof.mutants - proof.equivalent).toBeGreaterThan(10);
  },
);

test.each([squareLayer, crossEntropy, center])("$id: mistakes are named", (exercise) => {
  const { tried, accepted, named } = nameMistakes(exercise);
  expect(accepted).toEqual([]);
  expect(named).toBeGreaterThanOrEqual(0.95 * tried);
});

describe("the proof can fail", () => {
  test("by a wrong answer that passes: no case is close to the kink", async () => {
    const exercise = await loadExercise("loss/absolute-error");
    const farOff = { ...exercise, edgeCases: [{ y_actual: 10, x: 1 }] };
    const proof = await prove(farOff, runtime, { mutants: 60, rewrites: 1 });
    expect(proof.falseAccepts.length).toBeGreaterThan(0);
    expect(holds(reportOf([proof]))).toBe(false);
  });

  test("by a right answer that is rejected", async () => {
    const exercise = await loadExercise("scalar/square");
    const wrong = {
      ...exercise,
      solution: { ...exercise.solution, python: "def d_x_square(x):\n    return x\n" },
    };
    const proof = await prove(wrong, runtime, { mutants: 1, rewrites: 5 });
    expect(proof.falseRejects.length).toBe(5);
    expect(holds(reportOf([proof]))).toBe(false);
  });

  const people = { wrong: 1000, named: 1000, wrongAccepted: 0, right: 0, rightAccepted: 0, missed: 0 };
  const total = {
    exercise: "x",
    mistakes: 100,
    named: 100,
    people: { ...people, unexplained: [], misnamed: [] },
    mutants: 0,
    equivalent: 0,
    falseAccepts: 0,
    rewrites: 0,
    falseRejects: 0,
  };

  test("by mistakes without a name", () => {
    const report = (named: number) => ({ exercises: [], total: { ...total, named } });
    expect([95, 94].map((named) => holds(report(named)))).toEqual([true, false]);
  });

  test("by people's mistakes without a fitting name, and by wrong verdicts on their answers", () => {
    const report = (figures: Partial<typeof people>) => ({
      exercises: [],
      total: { ...total, people: { ...total.people, ...figures } },
    });
    const least = Math.ceil(1000 * peoplesLimits.leastNamed);
    expect([least, least - 1].map((named) => holds(report({ named })))).toEqual([true, false]);
    const most = peoplesLimits.mostMissed;
    expect([most, most + 1].map((missed) => holds(report({ missed })))).toEqual([true, false]);
  });
});

const numbersOf = (returned: ProgramResult) =>
  typeof returned === "string"
    ? returned
    : returned.map((value) => (value.kind === "number" ? value.value : NaN));

test("a program that does not end is told from one that fails, and from those that share its run", async () => {
  const impatient = createNodeRuntime({ times: { ...proofTimes, call: 500 } });
  const programs = ["return x", "for (;;);", "return y", "return 2 * x"];
  const returned = await runPrograms(
    programs.map((body) => `function f(x) { ${body} }`),
    {
      language: "javascript",
      code: "",
      name: "f",
      params: ["x"],
      outputs: 1,
      calls: [[{ kind: "number", value: 3, integer: true }]],
    },
    impatient,
  );
  impatient.close();
  expect(returned.map(numbersOf)).toEqual([[3], "unfinished", "failed", [6]]);
});

test("a solution that does not end in time is neither accepted nor rejected", async () => {
  const square = await loadExercise("scalar/square");
  const impatient = createNodeRuntime({ times: { ...proofTimes, call: 500 } });
  const endless = {
    ...square,
    solution: {
      python: "def d_x_square(x):\n    return 2 * x\n",
      javascript: "function dXSquare(x) {\n  while (true);\n  return 2 * x;\n}\n",
    },
  };
  const proof = await prove(endless, impatient, { mutants: 0, rewrites: 2 });
  impatient.close();
  expect(proof).toMatchObject({ falseAccepts: [], falseRejects: [], rewrites: 4 });
  expect(proof.unfinished).toHaveLength(2);
});

test("programs that share a run don't disturb each other", async () => {
  const programs = [
    "def f(x):\n    return x + 1\n",
    "def f(x):\n    return undefined\n",
    "def f(x):\n    return (x\n",
    "state = []\ndef f(x):\n    state.append(x)\n    return len(state)\n",
  ];
  const calls = [1, 2].map((value) => [{ kind: "number" as const, value, integer: true }]);
  const request = { language: "python" as const, code: "", name: "f", params: ["x"], outputs: 1, calls };
  const returned = await runPrograms(programs, request, runtime);
  expect(returned.map(numbersOf)).toEqual([[2, 3], "failed", "failed", [1, 2]]);
});

test("the figures shown on the page are of today's exercises, and hold", async () => {
  const text = await readFile(new URL("../../../content/grading-report.json", import.meta.url), "utf8");
  const report = JSON.parse(text) as ProofReport;
  expect(report.exercises.map(({ exercise }) => exercise)).toEqual(ids);
  expect(holds(report)).toBe(true);
  expect(report.total.mistakes).toBe(report.exercises.reduce((sum, { mistakes }) => sum + mistakes, 0));
  expect(report.total.people.wrong).toBe(report.exercises.reduce((sum, { people }) => sum + people.wrong, 0));
});
