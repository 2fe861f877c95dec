/** A machine that has no time for a program says nothing about the program. */
import { expect, test, vi } from "vitest";
import { runPrograms } from "#cli/batch.ts";
import { unlessBusy } from "#cli/check.ts";
import { cellProblems } from "#cli/check-page/cells.ts";
import { PageCache } from "#cli/check-page/page-cache.ts";
import { problemsWith } from "#cli/check-exercise.ts";
import { courseRoot, loadExercise } from "#course/files.ts";
import { GradingPool } from "#cli/grade/grading-pool.ts";
import { KnownVerdicts } from "#cli/grade/known-verdicts.ts";
import { casesFor, gradeSubmission, MachineBusy } from "#grader/index.ts";
import { callFor } from "#grader/call-request.ts";
import { createRuntime } from "#runtime/host/create-runtime.ts";
import { timeLimits } from "#runtime/limits.ts";
import { runtimeOf } from "../grader/answer.ts";

/** No sandbox ever begins here. */
const busy = createRuntime(
  {
    load: () => Promise.resolve(),
    start: () => ({ end: () => undefined, spent: () => Promise.resolve({ computing: 0, idle: 0 }) }),
    close: () => undefined,
  },
  { ...timeLimits, start: 1 },
);

const square = await loadExercise("scalar/square");
const answer = { language: "python", code: square.solution.python } as const;

test("no verdict", async () => {
  await expect(gradeSubmission(square, answer, busy)).rejects.toThrow(MachineBusy);
});

test("no fault of an exercise, nor of a page's cells", async () => {
  const uses = new Map([
    [square.id, [{ id: square.id, file: "content/lessons/scalar.mdx", line: 1, column: 1 }]],
  ]);
  await expect(problemsWith(square, { runtime: busy, uses })).rejects.toThrow(MachineBusy);
  const page = await new PageCache(courseRoot).page("scalar");
  await expect(cellProblems(page!, busy)).rejects.toThrow(MachineBusy);
});

test("check says that it could not check", async () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const find = () => problemsWith(square, { runtime: busy, uses: new Map() });
  try {
    expect(await unlessBusy(square.id, find)).toBeNull();
    expect(said.mock.calls.join("")).toMatch(
      /^\? scalar\/square\n +It could not be checked: .* Check it again\.\n$/,
    );
  } finally {
    said.mockRestore();
  }
});

test("no proof by the programs", async () => {
  const request = callFor(square, answer, casesFor(square));
  await expect(runPrograms([answer.code], request, busy)).rejects.toThrow(MachineBusy);
});

test("an answer of a class is told to be graded again, and an equal one is", async () => {
  const submitted = { ...answer, exercise: square.id, submittedAt: "2026-11-23T08:00:00Z" };
  const runtimes = [busy, runtimeOf((x: number) => 2 * x)];
  const pool = new GradingPool(
    new Set([square.id]),
    new KnownVerdicts(),
    runtimes,
    new AbortController().signal,
  );
  expect(await pool.verdictOn(submitted, 0)).toMatchObject({
    result: { verdict: "invalid", message: expect.stringMatching(/busy.*Grade it again/) as string },
    fingerprint: null,
  });
  expect(await pool.verdictOn(submitted, 1)).toMatchObject({ result: { verdict: "correct" } });
});
