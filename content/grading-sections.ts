import type { DiagnosisKind } from "#grader/verdict.ts";

/** Each kind of mistake, and the section of the page on grading that says what it is. */
export const sections = {
  sign: "The opposite sign",
  "constant-factor": "A constant factor",
  "batch-factor": "A factor that counts",
  "missing-factor": "A missing link",
  "missing-path": "A missing path",
  "wrong-rule": "A wrong rule",
  "wrong-variable": "Another variable",
  "not-differentiated": "Not differentiated",
  transposed: "Transposed",
  "wrong-axis": "The wrong axis",
  "not-reduced": "Not added up",
  "wrong-shape": "Another shape",
  order: "The wrong order",
  "wrong-value": "A mistaken value",
  "other-function": "Another function",
  "extra-factor": "A factor too many",
  "summed-too-far": "Summed too far",
  "constant-term": "A constant term",
  "partly-right": "One side only",
  "wrong-step": "A wrong line",
  "finite-difference": "An approximation",
  none: "None of these",
} satisfies Record<DiagnosisKind, string>;
