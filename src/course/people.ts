/**
 * Answers that people write, kept beside the exercise that they answer: mistakes, each with the names that fit it, and right answers of
 * all styles. The grader is held to them.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod/mini";
import { courseRoot, pathsIn } from "#course/files.ts";
import { diagnosisKinds, verdicts, type DiagnosisKind, type Verdict } from "#grader/verdict.ts";

export interface PeoplesAnswer {
  /** A graph exercise is answered by the gradients filled in, as `readAnswer` takes them. */
  language: "python" | "javascript" | "graph";
  /** What it really is; with `timeout` it would be about the machine. */
  verdict: Verdict;
  /** The names that fit the mistake. Some mistakes can be called by more than one. */
  kinds: readonly DiagnosisKind[];
  /** The first wrong line of a derivation, counted from 1, where one line is to blame. */
  line?: number | undefined;
  /** What its author did. */
  note: string;
  /** Where people make it. */
  source: string;
  /** Why one may think otherwise of the verdict: a matter of policy, which counts in no figure. */
  contested?: string | undefined;
  code: string;
}

const ending = ".people.yaml";

const answer = z.strictObject({
  language: z.enum(["python", "javascript", "graph"]),
  verdict: z.enum(verdicts),
  kinds: z._default(z.array(z.enum(diagnosisKinds)), []),
  line: z.optional(z.int().check(z.positive())),
  note: z.string().check(z.minLength(1)),
  source: z.string().check(z.minLength(1)),
  contested: z.optional(z.string()),
  code: z.string().check(z.minLength(1)),
});

/** What a schema can't say of an answer, or null. */
function fault({ verdict, kinds, line, code }: PeoplesAnswer): string | null {
  const wrong = verdict === "incorrect";
  if (wrong !== kinds.length > 0) {
    return wrong ? "“kinds” is missing: say what a fitting name is" : "“kinds” is for incorrect answers only";
  }
  if (kinds.includes("none")) return "“none” names no mistake: say what a fitting name is";
  if (line === undefined) return null;
  if (!wrong) return "“line” is for incorrect answers only";
  return line > code.trimEnd().split("\n").length ? "“line” is beyond the end of the code" : null;
}

/** What doesn't fit the schema, after the file's name. */
function complaint(issue: z.core.$ZodIssue): string {
  const [place, ...inside] = issue.path;
  if (typeof place !== "number") return " has to be a list of answers";
  const what =
    issue.code === "unrecognized_keys"
      ? `“${issue.keys.join("”, “")}” is unknown`
      : issue.code === "invalid_value"
        ? `“${inside.join(".")}” has to be one of ${issue.values.join(", ")}`
        : `“${inside.join(".")}” is missing or not what it should be`;
  return `, answer ${place + 1}: ${what}`;
}

/** Reads such a file. Throws an Error that names the file, the answer (counted from 1) and what is wrong with it. */
export function parsePeople(text: string, file: string): PeoplesAnswer[] {
  const read = z.array(answer).safeParse(parse(text));
  if (!read.success) throw new Error(`${file}${complaint(read.error.issues[0]!)}.`);
  for (const [i, each] of read.data.entries()) {
    const problem = fault(each);
    if (problem !== null) throw new Error(`${file}, answer ${i + 1}: ${problem}.`);
  }
  return read.data;
}

/** The ids of the exercises that people's answers are kept of. */
export const answeredIds = (): Promise<string[]> => pathsIn("exercises", ending);

/** What people answer to an exercise; nothing where nothing is kept. */
export async function peoplesAnswers(id: string): Promise<PeoplesAnswer[]> {
  const file = `exercises/${id}${ending}`;
  if (!existsSync(courseRoot + file)) return [];
  return parsePeople(await readFile(courseRoot + file, "utf8"), file);
}
