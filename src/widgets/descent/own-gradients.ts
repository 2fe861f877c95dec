/** The gradients that the learner's derivative gives: one call for each example, the results added. */
import { callOwnAnswer } from "#widgets/own-answer/call-own-answer.ts";
import { examples, type Gradients, type Weights } from "#widgets/descent/training-data.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import exercise from "../../../exercises/linear/squared-error.ts";

/** Or why there are none, in words; an empty message for a result that isn't two numbers. */
export type OwnGradients = Gradients | { message: string };

/** dL/dw and dL/db at these weights by the learner's code, isolated and within the time of one graded submission. */
export async function ownGradients(
  answer: OwnAnswer,
  { w, b }: Weights,
  signal: AbortSignal,
): Promise<OwnGradients> {
  const result = await callOwnAnswer(
    exercise,
    answer,
    examples.map(([x, y]) => [w, x, b, y]),
    signal,
  );
  if (!result.ok) return { message: result.message };
  let [dw, db] = [0, 0];
  for (const [byW, byB] of result.numbers) {
    if (byW === null || byB === null || byW === undefined || byB === undefined) return { message: "" };
    dw += byW;
    db += byB;
  }
  return { dw, db };
}
