import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { loadExercise } from "#cli/exercises.ts";
import { gradeSubmission } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

const page = await readFile(new URL("../../content/grading.mdx", import.meta.url), "utf8");
const examples = [
  ...page.matchAll(/<GradedExample exercise="([^"]+)" kind="([^"]+)" code=\{`\n(.*?)`\} \/>/gs),
].map(([, exercise, kind, code]) => ({
  exercise: exercise!,
  kind: kind!,
  code: code!.replaceAll(/^ {2}/gm, ""),
}));

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

test.each(examples)("the answer to $exercise is an example of $kind", async ({ exercise, kind, code }) => {
  const { diagnosis } = await gradeSubmission(
    await loadExercise(exercise),
    { language: "python", code },
    runtime,
  );
  expect(diagnosis?.kind).toBe(kind);
});

test("every kind has an example, and stands in the table of names", async () => {
  const verdict = await readFile(new URL("../../src/grader/verdict.ts", import.meta.url), "utf8");
  const [, union] = /export type DiagnosisKind =([^;]*);/.exec(verdict)!;
  const kinds = [...union!.matchAll(/"([^"]+)"/g)].map(([, kind]) => kind!);
  expect(kinds.filter((kind) => !examples.some((example) => example.kind === kind))).toEqual([]);
  const table = page.slice(page.indexOf("| Name |"));
  expect([...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, kind]) => kind)).toEqual(
    expect.arrayContaining(kinds),
  );
});

test("the example of two mistakes is told as two", async () => {
  const { code } = examples.at(-2)!;
  const exercise = await loadExercise("scalar/polynomial");
  const { message } = await gradeSubmission(exercise, { language: "python", code }, runtime);
  expect(message).toContain("two things wrong at once");
});
