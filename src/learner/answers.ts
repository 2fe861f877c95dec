import * as z from "zod/mini";
import { answerLanguages, type Submission } from "#learner/attempt.ts";

/** One exported submission. That its exercise exists is for the grader to check; its time has an offset, which may be any. */
export type Answer = Submission;

export interface ParsedAnswers {
  /** Whose answers they are, in the learner's own words; empty if the file doesn't say. */
  learner: string;
  /** The answers that are well formed, in the order of the file. */
  answers: Answer[];
  /** What is wrong with the file, one sentence or two for each problem; empty if all is well. */
  problems: string[];
}

export const answersFormat = "handgrad-answers";
export const answersVersion = 1;

const answerSchema = z.object({
  exercise: z
    .string("must be an exercise id such as “scalar/square”")
    .check(z.minLength(1, "must not be empty")),
  language: z.enum(answerLanguages, "must be “python” or “javascript”, for a graph exercise “graph”"),
  code: z.string("must be a string"),
  submittedAt: z.iso.datetime({
    offset: true,
    error: "must be a date and time such as “2026-11-23T08:00:00Z”",
  }),
});

/** So many malformed answers of a file are named one by one. */
const namedAnswers = 20;

const fileSchema = z.looseObject({ format: z.literal(answersFormat) });

/**
 * Reads an export of answers. Never throws: what can't be read is named in `problems`, and well-formed answers are
 * kept when others in the same file are not.
 */
export function parseAnswers(text: string): ParsedAnswers {
  const rejected = (problem: string): ParsedAnswers => ({ learner: "", answers: [], problems: [problem] });

  const withoutByteOrderMark = text.replace(/^\uFEFF/, "");
  if (withoutByteOrderMark.trim() === "") return rejected("The file is empty. Export the answers again.");

  let json: unknown;
  try {
    json = JSON.parse(withoutByteOrderMark);
  } catch (error) {
    return rejected(`The file is not JSON (${(error as Error).message}). Export the answers again.`);
  }

  const file = fileSchema.safeParse(json);
  if (!file.success) {
    return rejected(
      `The file is not an export of answers: it has no "format": "${answersFormat}". Choose the file that the course saved.`,
    );
  }
  const { version, learner, answers } = file.data;
  if (version !== answersVersion) {
    return rejected(
      `The file has ${typeof version === "number" ? `version ${version}` : "no version that is a number"} of the format, this program reads version ${answersVersion}. ` +
        "Use the release of the course that saved it, or export the answers again.",
    );
  }
  if (!Array.isArray(answers)) {
    return rejected('"answers" must be a list. Export the answers again.');
  }

  const parsed: ParsedAnswers = { learner: "", answers: [], problems: [] };
  if (typeof learner === "string") parsed.learner = learner;
  else parsed.problems.push('"learner" must be a string. It was read as an empty one.');

  let malformed = 0;
  for (const [index, entry] of (answers as unknown[]).entries()) {
    const answer = answerSchema.safeParse(entry);
    if (answer.success) parsed.answers.push(answer.data);
    else if (++malformed <= namedAnswers) {
      parsed.problems.push(`answers[${index}] ${complaint(answer.error)}. This answer was left out.`);
    }
  }
  if (malformed > namedAnswers) {
    parsed.problems.push(`${malformed - namedAnswers} more answers are malformed. They were left out.`);
  }
  return parsed;
}

/** "is malformed: language must be …; code must be a string". */
function complaint(error: z.core.$ZodError): string {
  const wrongFields = error.issues.map((issue) => [...issue.path, issue.message].join(" "));
  return error.issues.some((issue) => issue.path.length === 0)
    ? "must be an object with exercise, language, code and submittedAt"
    : `is malformed: ${wrongFields.join("; ")}`;
}
