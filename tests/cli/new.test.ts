import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { check as isFormatted, resolveConfig } from "prettier";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsWith, type ExerciseCheckContext } from "#cli/check-exercise.ts";
import { problemsOfPage } from "#cli/check-page.ts";
import { exerciseUses } from "#cli/check-page/exercise-uses.ts";
import { PageCache } from "#cli/check-page/page-cache.ts";
import { checkId, writeNew } from "#cli/new/write-new.ts";
import { UsageError } from "#cli/usage.ts";
import type { Exercise } from "#exercise/index.ts";
import type { Lesson } from "../../content/curriculum.ts";
import { nodeRuntime } from "../runtime/node-runtime.ts";
import { handgrad } from "./handgrad.ts";

// Inside the project, so that what a new file imports is found.
const here = fileURLToPath(new URL(".", import.meta.url));
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(here, "course-"));
  await writeNew("exercise", "attention/score", root);
  await writeNew("exercise", "attention/score-graph", root);
  await writeNew("lesson", "attention", root);
  await symlink(join(here, "../../src"), join(root, "src"));
});
afterAll(() => rm(root, { recursive: true }));

const written = ["exercises/attention/score.ts", "exercises/attention/score-graph.ts"];
const context: ExerciseCheckContext = { runtime: nodeRuntime(), uses: new Map() };

test("a new exercise has the right types", () => {
  const configFile = join(here, "../../tsconfig.json");
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  )!;
  const files = written.map((path) => join(root, path));
  const program = ts.createProgram(files, { ...config.options, skipLibCheck: true });
  const complaints = files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)));
  expect(complaints.map(({ messageText }) => messageText)).toEqual([]);
});

test.each([...written, "content/attention.mdx"])("%s is formatted", async (path) => {
  const file = join(root, path);
  const options = { ...(await resolveConfig(join(here, "new.test.ts"))), filepath: file };
  expect(await isFormatted(await readFile(file, "utf8"), options)).toBe(true);
});

test.each([
  [
    written[0]!,
    "attention/score",
    [
      /title is empty\. Say/,
      /No lesson uses it\. Put <Exercise id="attention\/score">/,
      /no hints\. Write/,
      /shown\.python is empty\. Write/,
      /solution\.python is empty\. Write/,
      /shown\.javascript is empty\. Write/,
      /solution\.javascript is empty\. Write/,
    ],
  ],
  [
    written[1]!,
    "attention/score-graph",
    [/title is empty\. Say/, /No lesson uses it\. Put <GraphExercise/, /no hints\. Write/],
  ],
])("check says what %s still lacks", async (path, id, complaints) => {
  const definition = (await import(pathToFileURL(join(root, path)).href)) as { default: Exercise };
  const problems = await problemsWith({ ...definition.default, id }, context);
  expect(problems).toEqual(complaints.map((complaint) => expect.stringMatching(complaint) as string));
});

const saidOf = async (slug: string, lessons: readonly Lesson[] = []): Promise<string[]> => {
  const pageCache = new PageCache(`${root}/`);
  return problemsOfPage(
    slug,
    { pageCache, lessons, uses: await exerciseUses(pageCache), runtime: context.runtime },
    { lesson: true },
  );
};

test("check says of a new lesson what it still lacks, and nothing else", async () => {
  expect(await saidOf("attention")).toEqual(
    [
      /:1:1: .*curriculum\.ts does not list it\. Give it/,
      /:1:1: It has no exercise\. Put one/,
      /:3:14: description is empty\. Say/,
      /:10:1: Still to write: three or four things, as a list\./,
      /:14:1: Still to write: the idea/,
      /:31:1: Still to write: an exercise/,
      /:35:1: Still to write: what goes wrong/,
      /:39:1: Still to write: what fits on a card/,
      /:43:1: Still to write: where/,
    ].map((complaint) => expect.stringMatching(complaint) as string),
  );
});

test("check holds a lesson to the curriculum", async () => {
  const lessons = [{ slug: "attention", title: "Attending", derives: "", minutes: 30 }];
  const said = await saidOf("attention", lessons);
  expect(said).toContainEqual(
    expect.stringMatching(/:2:8: It is titled “Attention”, .* “Attending”\. Make them the same/),
  );
  expect(said).toContainEqual(expect.stringMatching(/derives .* is empty\. Say/));
});

describe("nothing is overwritten", () => {
  test.each([
    ["exercise", "attention/score"],
    ["lesson", "attention"],
  ] as const)("%s %s", async (kind, id) => {
    await expect(writeNew(kind, id, root)).rejects.toThrow(UsageError);
    await expect(writeNew(kind, id, root)).rejects.toThrow(/exists\. Choose another id/);
  });

  test("on the command line neither", async () => {
    const { code, stderr } = await handgrad(["new", "exercise", "scalar/square"]);
    expect({ code, told: stderr.includes("exercises/scalar/square.ts exists") }).toEqual({
      code: 2,
      told: true,
    });
  });
});

test.each([
  "square",
  "scalar/",
  "/square",
  "../square",
  "scalar/../square",
  "Scalar/square",
  "a/b/c",
  "a/-b",
  "a/b c",
  "",
])("%j is not an exercise's id", (id) => {
  expect(() => checkId("exercise", id)).toThrow(/such as scalar\/cube/);
});

test.each(["scalar/square", "Attention", "a--b", "a.mdx", "..", ""])("%j is not a lesson's id", (id) => {
  expect(() => checkId("lesson", id)).toThrow(/such as attention/);
});
