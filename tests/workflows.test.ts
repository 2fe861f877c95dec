import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../", import.meta.url));

interface Step {
  uses?: string;
  run?: string;
  with?: Readonly<Record<string, unknown>>;
}

interface Job {
  uses?: string;
  needs?: string | readonly string[];
  permissions?: Readonly<Record<string, string>>;
  steps?: readonly Step[];
  strategy?: { matrix: Readonly<Record<string, readonly string[]>> };
}

interface Workflow {
  on: unknown;
  permissions?: unknown;
  jobs: Readonly<Record<string, Job>>;
}

const files = (await Array.fromAsync(glob(".github/workflows/*.yml", { cwd: root }))).sort();
const texts = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(root + file, "utf8")] as const)),
);

/** The workflow that the page on running a class shows. */
const shown = /```yaml\n(.*?)```/s.exec(await readFile(`${root}content/teach/class.mdx`, "utf8"))![1]!;
texts.set("content/teach/class.mdx", shown);

const workflow = (file: string): Workflow => parse(texts.get(file)!) as Workflow;
const needs = ({ needs: names = [] }: Job): readonly string[] =>
  typeof names === "string" ? [names] : names;

describe.each([...texts.keys()])("%s", (file) => {
  const { permissions, jobs } = workflow(file);

  test("takes actions by commit, with the version beside it", () => {
    for (const [, name] of texts.get(file)!.matchAll(/uses: (.*)/g))
      expect(name).toMatch(/^\.\/\.github\/|^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives no job a right that it does not name", () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  test("runs no command in a job that may write", () => {
    for (const { permissions: rights = {}, steps = [] } of Object.values(jobs)) {
      if (!Object.values(rights).includes("write")) continue;
      expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    }
  });

  test("leaves no token where commands run", () => {
    for (const { steps = [] } of Object.values(jobs)) {
      for (const { uses, with: options } of steps) {
        if (uses?.startsWith("actions/checkout@") === true)
          expect(options).toMatchObject({ "persist-credentials": false });
      }
    }
  });
});

test("what is published was tested", () => {
  const { jobs } = workflow(".github/workflows/publish.yml");
  const before = (name: string): string[] => [name, ...needs(jobs[name]!).flatMap(before)];
  expect(jobs.test!.uses).toBe("./.github/workflows/test.yml");
  expect(before("deploy")).toContain("test");
});

test("the tests run on every pull request, with the Node that package.json pins and with 22", async () => {
  const { on, jobs } = workflow(".github/workflows/test.yml");
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, "utf8")) as {
    dependencies: Record<string, string>;
  };
  expect(on).toHaveProperty("pull_request");
  expect(jobs.test!.strategy!.matrix.node).toEqual(["22", dependencies.node]);
  expect(jobs.test!.steps!.map(({ run }) => run).filter(Boolean)).toEqual(["npm ci", "npm test"]);
  for (const text of texts.values())
    for (const [, version] of text.matchAll(/node-version: "(.*)"/g)) expect(version).toBe(dependencies.node);
});
