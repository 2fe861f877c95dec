import type { Draft } from "#learner/record.ts";

/** A draft of the exercise `scalar/square` in Python, or as `change` has it. */
export const draftOf = (code: string, change: Partial<Draft> = {}): Draft => ({
  exercise: "scalar/square",
  language: "python",
  code,
  savedAt: "2026-11-23T08:00:00.000Z",
  starter: null,
  ...change,
});
