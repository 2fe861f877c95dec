import { findFiles } from "#cli/grade/find-files.ts";
import { readText, Unreadable } from "#cli/read-text.ts";
import { parseAnswers, type Answer } from "#learner/answers.ts";

/** An answer, and where it comes from. */
export interface SubmittedAnswer {
  file: string;
  learner: string;
  answer: Answer;
}

/**
 * All answers in these files and folders, in the order of the files and of the answers in them. One file is held at a time.
 * What can't be read is passed to `complain`, and the rest goes on.
 */
export async function* readAnswers(
  paths: readonly string[],
  complain: (path: string, problem: string) => void,
): AsyncGenerator<SubmittedAnswer, undefined> {
  for await (const file of findFiles(paths, complain)) {
    const text = await readText(file).catch((error: unknown) => {
      if (!(error instanceof Unreadable)) throw error;
      complain(file, `The file can't be read: ${error.message}`);
      return null;
    });
    if (text === null) continue;
    const { learner, answers, problems } = parseAnswers(text);
    for (const problem of problems) complain(file, problem);
    for (const answer of answers) yield { file, learner, answer };
  }
}
