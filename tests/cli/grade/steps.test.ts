import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { LearnerSteps } from "#grader/index.ts";
import { handgrad, inFolder, jsonLines, start } from "../handgrad.ts";
import { exported, right, wrong, type Line } from "./graded-answers.ts";

type LineWithSteps = Line & { steps?: LearnerSteps | null };

const files = { "a.json": exported([right, wrong]) };

test("--steps adds one key to a line of JSON, and nothing is added without it", async () => {
  const [plain, asked] = await Promise.all(
    [[], ["--steps"]].map(async (options) => {
      const { stdout } = await handgrad(["grade", "--json", ...options, "a.json"], files);
      return jsonLines<LineWithSteps>(stdout);
    }),
  );
  // An answer on a graph has no lines.
  expect(asked).toEqual(plain!.map((line) => ({ ...line, steps: null })));
  expect(plain!.map(({ steps }) => steps)).toEqual([undefined, undefined]);
});

test.each([[["--steps"]], [["--steps", "--csv"]], [["--steps", "--json", "--summary"]]])(
  "%j has nowhere to tell them",
  async (options) => {
    const { code, stderr } = await handgrad(["grade", ...options, "a.json"], files);
    expect([code, stderr.includes("--steps goes with --json or --out FILE")]).toEqual([2, true]);
  },
);

describe("a run that goes on", () => {
  const steps: LearnerSteps = {
    at: 0,
    lines: [{ line: 2, name: null, state: "wrong", says: "What `d_f` returns.", nodes: [1] }],
  };

  /** What a second run says, where the first one's file was changed like this. */
  const resumed = (change: (line: LineWithSteps) => LineWithSteps, options: readonly string[]) =>
    inFolder(files, async (folder) => {
      const path = join(folder, "class.jsonl");
      await start(["grade", "--steps", "--out", "class.jsonl", "a.json"], folder).ended;
      const kept = jsonLines<LineWithSteps>(await readFile(path, "utf8"));
      await writeFile(path, kept.map((line) => `${JSON.stringify(change(line))}\n`).join(""));
      await start(["grade", "--resume", "--out", "class.jsonl", ...options, "a.json"], folder).ended;
      return jsonLines<LineWithSteps>(await readFile(path, "utf8"));
    });

  test("takes steps over", async () => {
    const lines = await resumed((line) => ({ ...line, message: "kept", steps }), ["--steps"]);
    expect(lines.map((line) => [line.message, line.steps])).toEqual(lines.map(() => ["kept", steps]));
  });

  test("leaves them out where they aren't asked for", async () => {
    const lines = await resumed((line) => ({ ...line, message: "kept", steps }), []);
    expect(lines.map((line) => [line.message, "steps" in line])).toEqual(lines.map(() => ["kept", false]));
  });

  test("grades again what was kept without them", async () => {
    const lines = await resumed(({ steps: _, ...line }) => ({ ...line, message: "kept" }), ["--steps"]);
    expect(lines.map(({ message, steps: found }) => [message === "kept", found])).toEqual(
      lines.map(() => [false, null]),
    );
  });
});
