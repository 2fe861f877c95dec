import { execFileSync, spawn } from "node:child_process";
import { truncate, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inFolder, jsonLines, start } from "../handgrad.ts";
import { exported, right, type Line } from "./graded-answers.ts";

const main = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
const class_ = { "class/ada.json": exported([right]) };

/** What is in the way, made in the folder of a class, and what is said of it. */
const odd: [string, (folder: string) => unknown, RegExp][] = [
  ["a pipe", (folder) => execFileSync("mkfifo", [join(folder, "odd.json")]), /odd\.json: .*no regular file/],
  [
    "an endless device",
    (folder) => symlink("/dev/zero", join(folder, "odd.json")),
    /odd\.json: .*no regular file/,
  ],
  [
    "a terminal",
    (folder) => symlink("/dev/tty", join(folder, "odd.json")),
    /odd\.json: .*(no regular file|can't be read)/,
  ],
  [
    "a link to nothing",
    (folder) => symlink("nowhere", join(folder, "odd.json")),
    /odd\.json: .*no such file/,
  ],
  [
    "a link to itself",
    (folder) => symlink("odd.json", join(folder, "odd.json")),
    /odd\.json: .*round in a circle/,
  ],
  [
    "more than a string can hold",
    async (folder) => {
      await writeFile(join(folder, "odd.json"), "");
      await truncate(join(folder, "odd.json"), 600 * 2 ** 20);
    },
    /odd\.json: .*larger than 64 MB/,
  ],
  [
    "what is not UTF-8",
    (folder) => writeFile(join(folder, "odd.json"), Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    /odd\.json: .*not text in UTF-8/,
  ],
  [
    "JSON nested without end",
    (folder) => writeFile(join(folder, "odd.json"), "[".repeat(5e6)),
    /odd\.json: The file is not JSON/,
  ],
  [
    "a version nested without end",
    (folder) =>
      writeFile(
        join(folder, "odd.json"),
        `{"format":"handgrad-answers","version":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
      ),
    /odd\.json: The file has no version that is a number/,
  ],
  [
    "a million malformed answers",
    (folder) =>
      writeFile(
        join(folder, "odd.json"),
        `{"format":"handgrad-answers","version":1,"learner":"","answers":[${"1,".repeat(999_999)}1]}`,
      ),
    /odd\.json: 999980 more answers are malformed/,
  ],
];

describe("a folder that holds", () => {
  test.each(odd)("%s is graded without it, which is named", async (_, make, complaint) => {
    await inFolder(class_, async (folder) => {
      await make(join(folder, "class"));
      const { code, stdout, stderr } = await start(["grade", "--json", "class"], folder).ended;
      expect(stderr).toMatch(complaint);
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(jsonLines<Line>(stdout)).toMatchObject([{ verdict: "correct" }]);
      expect(code).toBe(1);
    });
  });

  test("links in a circle, or a folder with such a name, is graded", async () => {
    await inFolder(class_, async (folder) => {
      await symlink(".", join(folder, "class/round"));
      await mkdir(join(folder, "class/b.json"));
      const { code, stdout, stderr } = await start(["grade", "--json", "class"], folder).ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(jsonLines(stdout)).toHaveLength(1);
    });
  });
});

test("a file that is named twice is graded once", async () => {
  await inFolder(class_, async (folder) => {
    await symlink("ada.json", join(folder, "class/zed.json"));
    const { stdout } = await start(["grade", "--json", "class", "class/ada.json", "./class"], folder).ended;
    expect(jsonLines<Line>(stdout).map(({ file }) => file)).toEqual(["class/ada.json"]);
  });
});

test("nothing that a learner writes reaches a terminal as more than text", async () => {
  const forged = "Eve\r\n\u001b[2KAda: scalar/square (python): correct\u0007\u009b31m\u202e";
  const file = `odd\u001b]0;x\u0007.json`;
  const files = {
    "eve.json": exported(
      [right, { exercise: forged, language: "python", code: "", submittedAt: right.submittedAt }],
      {
        learner: forged,
      },
    ),
    [file]: "{",
  };
  for (const format of [[], ["--json"], ["--csv"]]) {
    await inFolder(files, async (folder) => {
      const { stdout, stderr } = await start(["grade", ...format, "."], folder).ended;
      expect(stdout.replaceAll("\r\n", "\n") + stderr).not.toMatch(
        // eslint-disable-next-line no-control-regex -- these must not be there
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
      );
      if (format.length === 0)
        expect(stdout.split("\n").filter((line) => line.startsWith("Ada"))).toEqual([]);
    });
  }
});

describe("--out", () => {
  test.each([
    ["a folder", "class", /class is a folder\. Name a file/],
    ["a device", "/dev/null", /\/dev\/null is no regular file/],
    ["a full disk", "/dev/full", /\/dev\/full is no regular file/],
    [
      "a folder that isn't there",
      "nowhere/out.jsonl",
      /nowhere\/out\.jsonl can't be written: there is no such file/,
    ],
    ["a place below a file", "class/ada.json/out.jsonl", /can't be written: a part of its path is no folder/],
  ])("%s is refused before anything is graded", async (_, out, complaint) => {
    for (const resume of [[], ["--resume"]]) {
      await inFolder(class_, async (folder) => {
        const { code, stdout, stderr } = await start(["grade", "--out", out, ...resume, "class"], folder)
          .ended;
        expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
        expect(stderr).toMatch(complaint);
        expect(stderr).not.toMatch(/\n {4}at /);
      });
    }
  });
});

describe("output that goes nowhere", () => {
  const ended = (command: string, folder: string): Promise<{ code: number | null; stderr: string }> =>
    new Promise((resolve) => {
      const child = spawn("bash", ["-c", `set -o pipefail; "$0" "$1" ${command}`, process.execPath, main], {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
      });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      child.once("close", (code) => resolve({ code, stderr }));
    });

  const files = { ...class_, "loop.py": "for i in range(20000):\n    print('x' * 100)\n" };

  test.each(["grade class", "grade --csv class", "grade --summary class", "run loop.py", "--help"])(
    "%s on a full disk says so",
    async (command) => {
      await inFolder(files, async (folder) => {
        const { code, stderr } = await ended(`${command} > /dev/full`, folder);
        expect(stderr).toContain("The output can't be written: the disk is full.");
        expect(stderr).not.toMatch(/\n {4}at /);
        expect(code).toBe(1);
      });
    },
  );

  test.each(["grade class | true", "run loop.py | head -1", "run --json loop.py | true"])(
    "%s ends",
    async (command) => {
      await inFolder(files, async (folder) => {
        const { stderr } = await ended(command, folder);
        expect(stderr).not.toMatch(/\n {4}at |EPIPE/);
      });
    },
  );
});

describe("handgrad run", () => {
  test.each([
    [
      "a pipe",
      (folder: string) => execFileSync("mkfifo", [join(folder, "odd.py")]),
      /odd\.py can't be read: it is no regular file/,
    ],
    [
      "an endless device",
      (folder: string) => symlink("/dev/zero", join(folder, "odd.py")),
      /odd\.py can't be read: it is no regular file/,
    ],
    ["a folder", (folder: string) => mkdir(join(folder, "odd.py")), /odd\.py can't be read: it is a folder/],
    [
      "no UTF-8",
      (folder: string) => writeFile(join(folder, "odd.py"), Buffer.from([0xff])),
      /odd\.py can't be read: it is not text in UTF-8/,
    ],
  ])("of %s says what is wrong with it", async (_, make, complaint) => {
    await inFolder({}, async (folder) => {
      await make(folder);
      const { code, stderr } = await start(["run", "odd.py"], folder).ended;
      expect(stderr).toMatch(complaint);
      expect(code).toBe(2);
    });
  });
});
