import { describe, expect, test } from "vitest";
import { array, callOf, nodeRuntime, number, resultsOf, typed } from "../node-runtime.ts";

const runtime = nodeRuntime();
const X = array([2, 3], [1, 2, 3, 4, 5, 6]);

describe("an array has the engine's operations as methods", () => {
  test.each([
    ["X.mul(2)", array([2, 3], [2, 4, 6, 8, 10, 12])],
    ["X.add([[1, 1, 1]])", array([2, 3], [2, 3, 4, 5, 6, 7])],
    ["X.T.matmul(NdArray.ones([2, 1]))", array([3, 1], [5, 7, 9])],
    ["X.matmul([[1], [1], [1]])", array([2, 1], [6, 15])],
    ["X.sum()", array([], [21])],
    ["X.sum(0, true)", array([1, 3], [5, 7, 9])],
    ["X.mean(1)", array([2], [2, 5])],
    ["X.sub(X.mean(0))", array([2, 3], [-1.5, -1.5, -1.5, 1.5, 1.5, 1.5])],
    ["X.reshape([3, 2]).shape", typed("list", array([2], [3, 2]))],
    ["X.reshape(3, 2)", array([3, 2], [1, 2, 3, 4, 5, 6])],
    ["X.sum().item()", number(21, true)],
    ["X.at(1, 2)", number(6, true)],
    ["X.at(-1)", array([3], [4, 5, 6])],
    ["X[1]", array([3], [4, 5, 6])],
    ["X[1][2] + X[0][0]", number(7, true)],
    ["[X[2], X[-1]].filter((row) => row === undefined).length", number(2, true)],
    ["[...X].map((row) => row.sum().item())", typed("list", array([2], [6, 15]))],
    ["X.length", number(2, true)],
    ["NdArray.full([2], 0.5)", array([2], [0.5, 0.5])],
  ])("%s", async (expression, expected) => {
    const code = `function f(X) {\n  return ${expression};\n}`;
    expect(await resultsOf(runtime, callOf("javascript", code, { calls: [[X]] }))).toEqual([expected]);
  });
});

test.each([
  ["X.add('1')", /add takes a number or an array, not "1"/],
  ["(X[0][1] = 5)", /entry \[1\] of an array can't be assigned/],
  ["X.mul()", /mul takes a number or an array, not undefined/],
  ["X.matmul(X)", /mat1 and mat2 shapes cannot be multiplied/],
])("%s says what is wrong, on the learner's line", async (expression, message) => {
  const code = `function f(X) {\n  return ${expression};\n}`;
  const result = await runtime.callFunction(callOf("javascript", code, { calls: [[X]] }));
  expect(result).toMatchObject({
    ok: false,
    error: { kind: "exception", message: expect.stringMatching(message) as string, line: 2 },
  });
});
