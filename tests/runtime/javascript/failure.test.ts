import { describe, expect, test } from "vitest";
import { javaScriptFailure } from "#runtime/javascript/failure.ts";

function errorWith(stack: string): Error {
  const error = new TypeError("x is null");
  error.stack = stack;
  return error;
}

describe("the innermost line of the learner's own code is found", () => {
  test.each([
    [
      "V8, in a worker",
      "TypeError: x is null\n    at matmul (blob:null/1f3a-22:40:11)\n    at g (blob:null/1f3a-22:3:9)\n    at learnerCode (blob:null/1f3a-22:7:1)",
    ],
    [
      "Firefox",
      "matmul@blob:null/1f3a-22:40:11\ng@blob:null/1f3a-22:3:9\nlearnerCode@blob:null/1f3a-22:7:1\n",
    ],
    ["Safari", "matmul@blob:null/1f3a-22:40:11\ng@blob:null/1f3a-22:3:9\n@blob:null/1f3a-22:7:1"],
    [
      "V8, in Node",
      "TypeError: x is null\n    at matmul ([stdin]:2:1)\n    at g (learner.js:3:9)\n    at learner.js:7:1",
    ],
  ])("%s", (_, stack) => {
    expect(javaScriptFailure(errorWith(stack), 10)).toEqual({
      kind: "exception",
      type: "TypeError",
      message: "x is null",
      line: 3,
    });
  });

  test("or none is given", () => {
    expect(javaScriptFailure(errorWith("at f (blob:null/1f3a:40:11)"), 10).line).toBeNull();
    expect(javaScriptFailure(errorWith(""), 10).line).toBeNull();
  });
});

test.each([
  [new RangeError("Maximum call stack size exceeded"), "recursion"],
  [new Error("too much recursion"), "recursion"],
  [new RangeError("Array buffer allocation failed"), "memory"],
  [new RangeError("Invalid array length"), "exception"],
  ["thrown text", "exception"],
])("%s is told as %s", (thrown, kind) => {
  expect(javaScriptFailure(thrown, 1).kind).toBe(kind);
});
