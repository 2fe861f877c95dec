import { describe, expect, test } from "vitest";
import type { Diagnosis } from "#grader/verdict.ts";
import { lineMarks, marksText } from "#widgets/steps/line-marks.ts";
import { sentenceOfLine, wrongLines } from "#widgets/steps/wrong-lines.ts";
import { sampleSteps, wrongGrade } from "./sample-steps.ts";

describe("the marks beside lines", () => {
  test("are one a line, for the worst that there is to say, and none where there is nothing", () => {
    expect(lineMarks(sampleSteps)).toEqual([
      { line: 3, state: "right", text: "line 3, std: right" },
      { line: 4, state: "wrong", text: "line 4, dstd: goes wrong here" },
      { line: 5, state: "follows", text: "line 5, n: right; line 5, dvar: follows from it" },
      { line: 6, state: "follows", text: "line 6, returned: follows from it" },
    ]);
  });

  test("are told in words, the worst first", () => {
    expect(marksText(lineMarks(sampleSteps))).toBe(
      "Where it goes wrong: line 4. Following from that: lines 5, 6. Right: line 3.",
    );
    expect(marksText([])).toBe("");
  });
});

describe("the line that goes wrong", () => {
  const diagnosis: Diagnosis = {
    kind: "none",
    where: null,
    output: null,
    bends: [],
    line: 7,
    message: "It is wrong.",
  };

  test("is named where the message doesn't name it", () => {
    const grade = { ...wrongGrade, steps: sampleSteps };
    expect(sentenceOfLine(grade)).toBe("Line 4 is where it goes wrong: `dstd`.");
    expect(sentenceOfLine({ ...grade, message: "It goes wrong in line 4, `dstd`." })).toBeNull();
    expect(sentenceOfLine({ ...grade, message: "It goes wrong in line 40." })).not.toBeNull();
    expect(sentenceOfLine(wrongGrade)).toBeNull();
  });

  test("can be gone to, once, and so can those of other outputs", () => {
    expect(wrongLines(wrongGrade)).toEqual([]);
    expect(wrongLines({ ...wrongGrade, verdict: "invalid", line: 3 })).toEqual([3]);
    const outputs = [
      { wrt: "x", verdict: "incorrect", diagnosis: { ...diagnosis, line: 9 } },
      { wrt: "w", verdict: "incorrect", diagnosis },
    ] as const;
    expect(wrongLines({ ...wrongGrade, diagnosis, outputs, steps: sampleSteps })).toEqual([4, 7, 9]);
  });
});
