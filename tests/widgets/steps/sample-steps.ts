import type { Grade, LearnerSteps } from "#grader/verdict.ts";

/** A derivation that goes wrong in line 4. Two names stand on line 5, and two lines belong to node 5. */
export const sampleSteps: LearnerSteps = {
  at: 2,
  lines: [
    { line: 2, name: "n", state: "unknown", says: "No step.", nodes: [] },
    { line: 3, name: "std", state: "right", says: "The value of `std`.", nodes: [5] },
    { line: 4, name: "dstd", state: "wrong", says: "Not what flows back.", nodes: [5] },
    { line: 5, name: "n", state: "right", says: "The value of `n`.", nodes: [0] },
    { line: 5, name: "dvar", state: "follows", says: "Given line 4.", nodes: [3, 4] },
    { line: 6, name: null, state: "follows", says: "Given line 4.", nodes: [] },
  ],
};

/** A wrong answer with nothing else to say. */
export const wrongGrade: Grade = {
  verdict: "incorrect",
  message: "It is wrong.",
  diagnosis: null,
  outputs: [],
  cases: [],
  line: null,
};
