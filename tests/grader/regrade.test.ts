import { afterAll, describe, expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import type { Exercise } from "#exercise/index.ts";
import {
  arrayValue,
  casesFor,
  freshCases,
  gradeSubmission,
  regradeSubmission,
  simpleCases,
} from "#grader/index.ts";
import { gradientOf, runCase } from "#grader/forward-run.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { CallRequest, CallResult, Runtime, Value } from "#runtime/runtime.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const square = await loadExercise("scalar/square");
const seed = 1;
const ids = await exerciseIds();
const anything = { language: "python", code: "" } as const;

type Caller = Pick<Runtime, "callFunction">;

/** A sandbox whose answers are right for these inputs, and nothing for others. */
function tableOf(exercise: Exercise, cases: ReturnType<typeof casesFor>): Caller {
  const table = new Map(
    cases.map((each) => {
      const run = runCase(exercise, each);
      const items = exercise.wrt.map((wrt) => arrayValue(gradientOf(run, wrt)));
      return [JSON.stringify(each.args), items.length > 1 ? ({ kind: "tuple", items } as const) : items[0]!];
    }),
  );
  const nothing: Value = { kind: "other", type: "NoneType", text: "None" };
  return {
    callFunction: ({ calls }) =>
      Promise.resolve({
        ok: true,
        stdout: "",
        results: calls.map((args) => table.get(JSON.stringify(args)) ?? nothing),
      }),
  };
}

describe.each(ids)("%s", (id) => {
  test("takes a table of its known cases for right in the page, and not where fresh ones are tried", async () => {
    const exercise = await loadExercise(id);
    const table = tableOf(exercise, casesFor(exercise));
    expect(await gradeSubmission(exercise, anything, table)).toMatchObject({ verdict: "correct" });
    expect(await regradeSubmission(exercise, anything, table, 0)).toMatchObject({ verdict: "correct" });
    const { verdict, message } = await regradeSubmission(exercise, anything, table, seed);
    expect({ verdict, message }).toEqual({
      verdict: "invalid",
      message: expect.stringMatching(/^Your answer is right in the cases .* nothing \(`None`\)/) as string,
    });
  });

  test("takes what is right in fresh cases too for right, and says what the page says", async () => {
    const exercise = await loadExercise(id);
    const right = tableOf(exercise, [...casesFor(exercise), ...freshCases(exercise, seed)]);
    const grade = await regradeSubmission(exercise, anything, right, seed);
    expect(grade).toEqual(await gradeSubmission(exercise, anything, right));
    expect(grade.verdict).toBe("correct");
  });
});

/** The runtime, and how many cases each call of it had. */
function counting(): { counted: Caller; calls: number[] } {
  const calls: number[] = [];
  return {
    calls,
    counted: {
      callFunction(request: CallRequest, options) {
        calls.push(request.calls.length);
        return runtime.callFunction(request, options);
      },
    },
  };
}

const javascript = (code: string) => ({ language: "javascript", code }) as const;

describe("what isn't right in the known cases is told as the page tells it", () => {
  const known = casesFor(square).length;
  const all = known + freshCases(square, seed).length;

  test.each<[what: string, code: string, calls: readonly unknown[]]>([
    ["one that prints", "function dXSquare(x) { console.log(x); return x; }", [all]],
    [
      "one that nothing explains",
      "const dXSquare = (x) => Math.sin(7 * x) + Math.log(x * x + 3);",
      [all, simpleCases(square).length, expect.any(Number)],
    ],
    [
      "one that throws in a known case",
      "function dXSquare(x) { if (x === 0) throw new Error(); return 2 * x; }",
      [all],
    ],
    ["one that can't be read", "function dXSquare(x) { return 2 * }", [all]],
    [
      "one that throws in a fresh case only",
      `let calls = 0; function dXSquare(x) { if (++calls > ${known}) throw new Error(); return x; }`,
      [all, known],
    ],
    ["one that may have spent its time in fresh cases", "function dXSquare(x) { for (;;); }", [all, known]],
  ])("%s", async (_, code, calls) => {
    const { counted, calls: made } = counting();
    const again = await regradeSubmission(square, javascript(code), counted, seed);
    expect(again).toEqual(await gradeSubmission(square, javascript(code), runtime));
    expect(again.verdict).not.toBe("correct");
    expect(made).toEqual(calls);
  });
});

describe("an answer that is right in the known cases alone", () => {
  test("is told an input where it fails, the simplest of them", async () => {
    const code = "const dXSquare = (x) => (x > -2.8 && x < -2.6 ? 0 : 2 * x);";
    const within = freshCases(square, 3).filter(({ inputs: { x } }) => Number(x) > -2.8 && Number(x) < -2.6);
    expect(within).not.toEqual([]);
    expect(await gradeSubmission(square, javascript(code), runtime)).toMatchObject({ verdict: "correct" });
    const { verdict, diagnosis, message } = await regradeSubmission(square, javascript(code), runtime, 3);
    expect({ verdict, diagnosis }).toMatchObject({
      verdict: "incorrect",
      diagnosis: { kind: "partly-right", where: null, output: "x", message },
    });
    expect(message).toMatch(/wrong in others\. The simplest of these is `x = -2\.[67]\d*`\./);
  });

  test("is told what it raises, and where", async () => {
    const code = `const seen = [${casesFor(square)
      .map(({ inputs }) => String(inputs.x))
      .join(", ")}];
function dXSquare(x) {
  if (!seen.includes(x)) throw new RangeError("never seen");
  return 2 * x;
}`;
    const { verdict, line, message } = await regradeSubmission(square, javascript(code), runtime, seed);
    expect({ verdict, line }).toEqual({ verdict: "invalid", line: 3 });
    expect(message).toMatch(
      /can't be graded in others\. Your code raised RangeError on line 3 for `x = .*never seen/,
    );
  });
});

test("a slow answer has the time for fresh cases that it has for the known ones", async () => {
  const outOfTime: CallResult = {
    ok: false,
    stdout: "",
    error: { kind: "time", type: "TimeLimit", message: "", line: null },
  };
  const known = casesFor(square);
  /** One on which more than a dozen cases or so take too long. */
  const slow = (table: Caller): Caller => ({
    callFunction: (request, options) =>
      request.calls.length > known.length ? Promise.resolve(outOfTime) : table.callFunction(request, options),
  });
  const right = tableOf(square, [...known, ...freshCases(square, seed)]);
  expect(await regradeSubmission(square, anything, slow(right), seed)).toMatchObject({ verdict: "correct" });
  const copied = tableOf(square, known);
  expect(await regradeSubmission(square, anything, slow(copied), seed)).toMatchObject({ verdict: "invalid" });
});
