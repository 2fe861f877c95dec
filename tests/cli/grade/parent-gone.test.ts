import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as after } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { inFolder, start } from "../handgrad.ts";
import { answer, exported } from "./graded-answers.ts";

const run = promisify(execFile);

/** The processes that a process has started, and those that they have. */
async function descendantsOf(pid: number): Promise<number[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid="]);
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.flatMap(([child, its]) => (its === parent ? [child!, ...below(child!)] : []));
  return below(pid);
}

/** How long a process has computed, in hundredths of a second; null if it is gone. */
async function computed(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : Number(rest[10]);
  } catch {
    return null;
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await after(20);
}

const endless = {
  python: "def d_x_square(x):\n    while True:\n        pass\n",
  javascript: "function dXSquare(x) { for (;;) { try { null.x; } catch {} } }",
};

describe.runIf(process.platform === "linux")(
  "a sandbox ends with its grader, in the middle of a loop that never does",
  () => {
    test.each(["python", "javascript"] as const)("in %s", async (language) => {
      const files = { "a.json": exported([answer("scalar/square", endless[language], language)]) };
      await inFolder(files, async (folder) => {
        const grader = start(["grade", "--out", join(folder, "out"), "a.json"], folder);
        const busy = async () => {
          const times = await Promise.all((await descendantsOf(grader.pid)).map(computed));
          return times.some((time) => time !== null && time > 50);
        };
        await until(busy);
        const sandboxes = await descendantsOf(grader.pid);
        grader.kill("SIGKILL");
        await grader.ended;
        await until(async () => (await Promise.all(sandboxes.map(computed))).every((time) => time === null));
        expect(sandboxes.length).toBeGreaterThan(0);
      });
    });
  },
);
