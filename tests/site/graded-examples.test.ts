import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { gradeSubmission } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { sections } from "../../content/grading-sections.ts";

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

test.each(Object.entries(sections))("the section on %s, “%s”, has an example of it", (kind, section) => {
  const [, text] = page.split(`### ${section}\n`);
  expect(text?.split(/^##/m)[0]).toContain(`kind="${kind}"`);
});

test("the example of two mistakes is told as two", async () => {
  const { code } = examples.at(-2)!;
  const exercise = await loadExercise("scalar/polynomial");
  const { message } = await gradeSubmission(exercise, { language: "python", code }, runtime);
  expect(message).toContain("two things wrong at once");
});
