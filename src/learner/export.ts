import { answersFormat, answersVersion, type Answer } from "#learner/answers.ts";
import type { Draft, LearnerRecord } from "#learner/record.ts";

/** A draft in an export: what stands in an editor, or did before something took its place. */
export interface ExportedDraft extends Omit<Draft, "savedAt" | "starter"> {
  savedAt: string;
  /** Absent where it isn't known. */
  starter?: string | undefined;
}

export interface AnswersFile {
  format: typeof answersFormat;
  version: typeof answersVersion;
  /** Free text. */
  learner: string;
  answers: Answer[];
  /** A later addition to version 1, for moving to another browser. Whoever grades answers doesn't read it. */
  drafts: ExportedDraft[];
}

/** Before times were kept. */
const longAgo = new Date(0).toISOString();

/** The file that an export saves. Verdicts aren't in it: whoever reads it grades the answers. */
export function exportText({ drafts, attempts, kept }: LearnerRecord, learner: string): string {
  const file: AnswersFile = {
    format: answersFormat,
    version: answersVersion,
    learner,
    answers: attempts.map(({ exercise, language, code, submittedAt }) => ({
      exercise,
      language,
      code,
      submittedAt,
    })),
    drafts: [
      ...kept.map(({ exercise, language, code, keptAt }) => ({ exercise, language, code, savedAt: keptAt })),
      ...drafts.map(({ exercise, language, code, savedAt, starter }) => ({
        exercise,
        language,
        code,
        savedAt: savedAt ?? longAgo,
        ...(starter === null ? {} : { starter }),
      })),
    ],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
