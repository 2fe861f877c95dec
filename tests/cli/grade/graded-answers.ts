import type { Answer } from "#learner/answers.ts";

/** A line of JSON that `handgrad grade` prints. */
export interface Line {
  file: string;
  learner: string;
  exercise: string;
  language: string;
  verdict: string;
  diagnosis: { kind: string; where: string | null; output: string | null } | null;
  message: string;
  seeds: { known: number; fresh: number | null } | null;
}

export const answer = (exercise: string, code: string, language: Answer["language"] = "python"): Answer => ({
  exercise,
  language,
  code,
  submittedAt: "2026-11-23T08:00:00Z",
});

export const exported = (answers: unknown[], others: object = {}): string =>
  JSON.stringify({ format: "handgrad-answers", version: 1, learner: "Ada, 3b", answers, ...others });

/** At x = 2 and y = 9 the gradients are -10 on the difference, then -10, 10 and -40. */
export const filledIn = (changes: object = {}): string =>
  JSON.stringify({
    inputs: { x: 2, y: 9 },
    gradients: { "2:0": -10, "1:0": -10, "1:1": 10, "0:0": -40, ...changes },
  });

const id = "loss/squared-error-graph";

/** Answers that are graded without a sandbox: correct, then one that has the sign wrong. */
export const right = answer(id, filledIn(), "graph");
export const wrong = answer(id, filledIn({ "1:1": -10 }), "graph");

/** An answer that never ends. */
export const endless = answer("scalar/square", "function dXSquare(x) { for (;;); }", "javascript");
