import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

import squaredError from "../../exercises/loss/squared-error.ts";
import { gradeSubmission } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

test("what the home page says the grader says is what the grader says", async () => {
  const page = await readFile(new URL("../../content/index.mdx", import.meta.url), "utf8");
  const example = /<Diagnosed>(.*)<\/Diagnosed>/s.exec(page)![1]!;
  const code = /```python\n(.*?)```/s.exec(example)![1]!;
  const message = /<Fragment slot="message">(.*)<\/Fragment>/s.exec(example)![1]!;

  const runtime = createNodeRuntime();
  const grade = await gradeSubmission(
    { id: "loss/squared-error", ...squaredError },
    { language: "python", code },
    runtime,
  );
  runtime.close();

  expect(message.trim().replace(/\s+/g, " ")).toBe(grade.message);
});
