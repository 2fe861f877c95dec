import { appendFile, readFile, readdir, watch, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { handgrad, inFolder, jsonLines, start } from "../handgrad.ts";
import { answer, endless, exported, right, wrong, type Line } from "./graded-answers.ts";

/** Three answers that are graded at once, one that takes all its time, and two more. */
const cohort = {
  "a.json": exported([right, wrong, answer("scalar/square", "def f(x)", "graph")]),
  "b.json": exported([endless, wrong, right], { learner: "Bob" }),
};

const args = ["grade", "--out", "class.jsonl", "."];

const read = (folder: string) => readFile(join(folder, "class.jsonl"), "utf8");

/** Waits until so many lines are in the file. */
async function linesIn(folder: string, count: number): Promise<void> {
  const enough = async () => (await read(folder).catch(() => "")).split("\n").length > count;
  for await (const _ of watch(folder)) if (await enough()) return;
}

const uninterrupted = inFolder(cohort, async (folder) => {
  await start(args, folder).ended;
  return read(folder);
});

describe("a run that was interrupted goes on", () => {
  test.each(["SIGINT", "SIGKILL"] as const)("by %s", async (signal) => {
    await inFolder(cohort, async (folder) => {
      const running = start([...args, "--jobs", "1"], folder);
      await linesIn(folder, 3);
      running.kill(signal);
      const { code, stderr } = await running.ended;
      if (signal === "SIGINT") {
        expect(code).toBe(130);
        expect(stderr).toMatch(/Stopped after 3 answers\. They are kept in class\.jsonl\. .*--resume/);
      }
      expect((await uninterrupted).startsWith(await read(folder))).toBe(true);
      await appendFile(join(folder, "class.jsonl"), '{"file":"b.json","lear');

      const { stdout, code: resumed } = await start([...args, "--resume", "--json"], folder).ended;
      expect(resumed).toBe(0);
      expect(await read(folder)).toBe(await uninterrupted);
      expect(jsonLines<Line>(stdout)).toEqual(
        jsonLines<Line & { answer: string }>(await uninterrupted).map(({ answer: _, ...line }) => line),
      );
      expect(await readdir(folder)).toEqual(["a.json", "b.json", "class.jsonl"]);
    });
  });

  test("with what changed in between", async () => {
    const changed = exported([wrong, right, right]);
    const [resumed, whole] = await Promise.all([
      inFolder(cohort, async (folder) => {
        await start(args, folder).ended;
        await writeFile(join(folder, "a.json"), changed);
        await start([...args, "--resume"], folder).ended;
        return read(folder);
      }),
      inFolder({ ...cohort, "a.json": changed }, async (folder) => {
        await start(args, folder).ended;
        return read(folder);
      }),
    ]);
    expect(resumed).toBe(whole);
  });

  test("from the files of all shards, put together, without grading anything again", async () => {
    await inFolder(cohort, async (folder) => {
      const shards = await Promise.all(
        ["1/2", "2/2"].map(async (shard, i) => {
          await start(["grade", "--shard", shard, "--out", `${i}.jsonl`, "."], folder).ended;
          return readFile(join(folder, `${i}.jsonl`), "utf8");
        }),
      );
      // A verdict that no grader gives shows where a line comes from.
      const marked = shards.join("").replaceAll('"timeout"', '"correct"');
      await writeFile(join(folder, "class.jsonl"), marked);
      await start([...args, "--resume"], folder).ended;
      expect(await read(folder)).toBe((await uninterrupted).replaceAll('"timeout"', '"correct"'));
    });
  });
});

test("a time-out is not taken over from an earlier run, whose machine may have been busy", async () => {
  const timedOut = (await uninterrupted).replaceAll(/"verdict":"\w+"/g, '"verdict":"timeout"');
  await inFolder({ ...cohort, "class.jsonl": timedOut }, async (folder) => {
    await start([...args, "--resume"], folder).ended;
    expect(await read(folder)).toBe(await uninterrupted);
  });
});

describe("a file in the way is left alone", () => {
  test.each([
    ["without --resume", args, "anything", /class\.jsonl exists.*--resume/],
    ["that holds no verdicts", [...args, "--resume"], cohort["a.json"], /holds no verdicts/],
  ])("%s", async (_what, command, content, complaint) => {
    await inFolder({ "class.jsonl": content }, async (folder) => {
      const { code, stderr } = await start(command, folder).ended;
      expect(code).toBe(2);
      expect(stderr).toMatch(complaint);
      expect(await read(folder)).toBe(content);
    });
  });

  test("a folder that isn't there is named", async () => {
    const { code, stderr } = await handgrad(["grade", "--out", "nowhere/class.jsonl", "a.json"], cohort);
    expect({ code, told: stderr.includes("nowhere/class.jsonl can't be written") }).toEqual({
      code: 2,
      told: true,
    });
  });
});
