import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { casesFor } from "#grader/index.ts";
import { handgrad, inFolder, jsonLines, start } from "../handgrad.ts";
import { answer, exported, right, type Line } from "./graded-answers.ts";

/** A derivative that is known for the cases that everybody meets, and guessed for others. */
const table = `const known = [${casesFor(await loadExercise("scalar/square"))
  .map(({ inputs }) => String(inputs.x))
  .join(", ")}];
const dXSquare = (x) => (known.includes(x) ? 2 * x : x * x);`;

const files = {
  "class.json": exported([
    answer("scalar/square", table, "javascript"),
    answer("scalar/square", "const dXSquare = (x) => 2 * x;", "javascript"),
    right,
  ]),
};

const linesWith = async (...options: string[]) => {
  const { code, stdout } = await handgrad(["grade", "--json", ...options, "class.json"], files);
  expect(code).toBe(0);
  return jsonLines<Line>(stdout).map(({ verdict, seeds, diagnosis }) => [verdict, diagnosis?.kind, seeds]);
};

describe("fresh cases", () => {
  test("find out a table of the known ones; a line of JSON has the seeds of both", async () => {
    expect(await linesWith()).toEqual([
      ["incorrect", "partly-right", { known: 0, fresh: 1 }],
      ["correct", undefined, { known: 0, fresh: 1 }],
      ["correct", undefined, null],
    ]);
  });

  test("are of the seed that is asked for, or left out", async () => {
    expect(await linesWith("--seed", "2026")).toEqual([
      ["incorrect", "partly-right", { known: 0, fresh: 2026 }],
      ["correct", undefined, { known: 0, fresh: 2026 }],
      ["correct", undefined, null],
    ]);
    expect(await linesWith("--seed", "0")).toEqual([
      ["correct", undefined, { known: 0, fresh: null }],
      ["correct", undefined, { known: 0, fresh: null }],
      ["correct", undefined, null],
    ]);
  });

  test("of another seed are no reason to take an earlier verdict", async () => {
    await inFolder(files, async (folder) => {
      const args = ["grade", "--out", "class.jsonl", "class.json"];
      await start([...args, "--seed", "0"], folder).ended;
      await start([...args, "--resume"], folder).ended;
      const lines = jsonLines<Line>(await readFile(join(folder, "class.jsonl"), "utf8"));
      expect(lines[0]).toMatchObject({ verdict: "incorrect", seeds: { known: 0, fresh: 1 } });
    });
  });

  test.each(["one", "-1", "1.5", "1e3", "99999999999999999999"])("have no seed such as %s", async (seed) => {
    const { code, stderr } = await handgrad(["grade", `--seed=${seed}`, "class.json"], files);
    expect(code).toBe(2);
    expect(stderr).toContain(`--seed ${seed}: give a whole number, or 0 for the page's cases alone.`);
  });
});
