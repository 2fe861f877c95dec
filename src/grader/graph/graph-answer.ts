/** What a learner hands in: the numbers that the exercise was set with, and the gradients filled in, as JSON. */
import * as z from "zod/mini";
import type { Draw } from "#grader/graph/draws.ts";

export interface GraphAnswer {
  inputs: Draw;
  /** By the keys of the blanks. */
  gradients: Readonly<Record<string, number>>;
}

const numbers = z.record(z.string(), z.number("must be a number"), "must be an object of numbers");

const schema = z.object(
  { inputs: numbers, gradients: numbers },
  "must be an object with “inputs” and “gradients”",
);

/** The text that `readAnswer` reads. */
export const writeAnswer = (answer: GraphAnswer): string => JSON.stringify(answer);

/** Reads an answer. What is wrong with it comes back as a sentence. */
export function readAnswer(text: string): GraphAnswer | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `The answer is not JSON: ${(error as Error).message}.` };
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const complaints = read.error.issues.map(({ path, message }) =>
    path.length > 0 ? `“${path.join(".")}” ${message}` : `it ${message}`,
  );
  return { problem: `The answer can't be read: ${complaints.join("; ")}.` };
}
