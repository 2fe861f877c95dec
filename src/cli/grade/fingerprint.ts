import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { exerciseFile } from "#course/files.ts";
import type { Answer } from "#learner/answers.ts";

/**
 * Tells answers apart by what their verdict depends on: the exercise as it is defined now, the seed of the fresh
 * cases, the language and the code. Equal fingerprints mean equal verdicts, whoever wrote the answer.
 */
export async function fingerprintsOf(exercise: string, seed: number): Promise<(answer: Answer) => string> {
  const definition = await readFile(exerciseFile(exercise), "utf8");
  return ({ language, code }) =>
    createHash("sha256")
      .update(JSON.stringify([exercise, definition, seed, language, code]))
      .digest("base64url")
      .slice(0, 22);
}
