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
  [new RangeError("Invalid string length"), "memory"],
  [new Error("allocation size overflow"), "memory"],
  [new RangeError("Out of memory"), "memory"],
  ["out of memory", "memory"],
  [new RangeError("Invalid array length"), "exception"],
  ["thrown text", "exception"],
])("%s is told as %s", (thrown, kind) => {
  expect(javaScriptFailure(thrown, 1).kind).toBe(kind);
});

describe("what Firefox and Safari say is told in the words of Chrome and Node", () => {
  test.each([
    ['can\'t access property "x" of null', "Cannot read properties of null (reading 'x')"],
    ['can\'t access property "z", x.y is undefined', "Cannot read properties of undefined (reading 'z')"],
    ["can't access property 0, a is undefined", "Cannot read properties of undefined (reading '0')"],
    ["null is not an object (evaluating 'null.x')", "Cannot read properties of null (reading 'x')"],
    ["undefined is not an object (evaluating 'x.y.z')", "Cannot read properties of undefined (reading 'z')"],
    ["undefined is not an object (evaluating 'a[0]')", "Cannot read properties of undefined (reading '0')"],
    ["undefined is not an object (evaluating 'a.b = 1')", "Cannot read properties of undefined"],
    ["invalid assignment to const 'c'", "Assignment to constant variable."],
    ["Attempted to assign to readonly property.", "Assignment to constant variable."],
    ["can't access lexical declaration 'q' before initialization", "Cannot access 'q' before initialization"],
    ["Can't find variable: foo", "foo is not defined"],
    ["o.f is not a function. (In 'o.f()', 'o.f' is undefined)", "o.f is not a function"],
    ["o.f is not a function", "o.f is not a function"],
    ["class constructors must be invoked with 'new'", "Class constructor cannot be invoked without 'new'"],
    [
      "Cannot call a class constructor _A without |new|",
      "Class constructor _A cannot be invoked without 'new'",
    ],
    [
      "Class constructor _NdArray cannot be invoked without 'new'",
      "Class constructor NdArray cannot be invoked without 'new'",
    ],
    [
      "Cannot call a class constructor _NdArray without |new|",
      "Class constructor NdArray cannot be invoked without 'new'",
    ],
    ["can't convert BigInt to number", "Cannot mix BigInt and other types, use explicit conversions"],
    [
      "Invalid mix of BigInt and other type in multiplication.",
      "Cannot mix BigInt and other types, use explicit conversions",
    ],
    ["x is null", "x is null"],
  ])("%s", (said, told) => {
    expect(javaScriptFailure(new TypeError(said), 1).message).toBe(told);
  });

  test("and a line that Safari takes for the place is not", () => {
    const error = new TypeError("Attempted to assign to readonly property.");
    error.stack = "f@blob:null/1f3a:1:11";
    expect(javaScriptFailure(error, 3).line).toBeNull();
  });
});
