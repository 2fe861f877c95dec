import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exerciseTemplate, graphExerciseTemplate } from "#cli/new/exercise-template.ts";
import { lessonTemplate } from "#cli/new/lesson-template.ts";
import { UsageError } from "#cli/usage.ts";
import { isGraphExercise } from "#exercise/index.ts";

export const kinds = ["exercise", "lesson"] as const;
export type Kind = (typeof kinds)[number];

const word = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

const ids: Readonly<Record<Kind, { pattern: RegExp; example: string }>> = {
  exercise: { pattern: new RegExp(`^${word}/${word}$`), example: "scalar/cube, its lesson and its name" },
  lesson: { pattern: new RegExp(`^${word}$`), example: "attention, its address" },
};

/** Throws a UsageError if an id can't be one. */
export function checkId(kind: Kind, id: string): void {
  const { pattern, example } = ids[kind];
  if (pattern.test(id)) return;
  throw new UsageError(
    `${JSON.stringify(id)} can't be the id of ${kind === "lesson" ? "a lesson" : "an exercise"}: it is made of small letters, digits and single hyphens, such as ${example}.`,
  );
}

/** \`batch-norm\` → \`Batch norm\` */
const titleFrom = (id: string): string => (id[0]!.toUpperCase() + id.slice(1)).replaceAll("-", " ");

const files: Readonly<Record<Kind, (id: string) => { path: string; text: string }>> = {
  exercise: (id) => ({
    path: `exercises/${id}.ts`,
    text: isGraphExercise(id) ? graphExerciseTemplate : exerciseTemplate,
  }),
  lesson: (id) => ({ path: `content/${id}.mdx`, text: lessonTemplate(titleFrom(id)) }),
};

const nextSteps: Readonly<Record<Kind, (id: string) => string>> = {
  exercise: (id) => `Fill in what it says, then ask what is still to do:

  npm run check -- ${id}
`,
  lesson: (id) => `Give it its place in content/curriculum.ts:

  {
    slug: "${id}",
    title: "${titleFrom(id)}",
    derives: "",
    minutes: 30,
  },

Write what it says is to write, look at it by \`npm run dev\`, and ask what is still to do:

  npm run check -- ${id}
`,
};

/**
 * Writes a starting point below the course's root. Returns what to tell its author. Throws a UsageError if the file exists: nothing
 * is overwritten.
 */
export async function writeNew(kind: Kind, id: string, root: string): Promise<string> {
  const { path, text } = files[kind](id);
  await mkdir(dirname(join(root, path)), { recursive: true });
  try {
    await writeFile(join(root, path), text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UsageError(`${path} exists. Choose another id, or go on with that file.`);
  }
  return `${path} is there. ${nextSteps[kind](id)}`;
}
