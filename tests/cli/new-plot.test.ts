import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ESLint } from "eslint";
import { check as isFormatted, resolveConfig } from "prettier";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkId, writeNew } from "#cli/new/write-new.ts";
import { UsageError } from "#cli/usage.ts";

// Inside the project, so that packages are found; with a copy of its sources, among which the new files stand.
const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "../../");
let root = "";
let told = "";
beforeAll(async () => {
  root = await mkdtemp(join(here, "course-"));
  await cp(join(project, "src"), join(root, "src"), { recursive: true });
  for (const file of ["package.json", "tsconfig.json", "eslint.config.js"]) {
    await cp(join(project, file), join(root, file));
  }
  await mkdir(join(root, "content"));
  told = await writeNew("plot", "softmax-temperature", root);
});
afterAll(() => rm(root, { recursive: true }));

const written = [
  "src/widgets/softmax-temperature/softmax-temperature-state.ts",
  "src/widgets/softmax-temperature/softmax-temperature-plot.ts",
  "src/widgets/softmax-temperature/SoftmaxTemperatureIsland.tsx",
  "src/widgets/softmax-temperature/SoftmaxTemperature.astro",
  "src/strings/en/softmax-temperature.ts",
  "tests/widgets/softmax-temperature/softmax-temperature.test.ts",
  "src/strings/en.ts",
];
const inTypeScript = written.filter((path) => !path.endsWith(".astro"));

test("says what it wrote and how to show it", () => {
  for (const path of written.slice(0, -1)) expect(told).toContain(path);
  expect(told).toContain(
    'import SoftmaxTemperature from "#widgets/softmax-temperature/SoftmaxTemperature.astro";\n\n<SoftmaxTemperature />\n',
  );
  expect(told).toContain("tests/widgets/softmax-temperature\n");
});

test("a new plot has the right types", () => {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )!;
  const files = inTypeScript.map((path) => join(root, path));
  const program = ts.createProgram(files, { ...config.options, skipLibCheck: true });
  const complaints = files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)));
  expect(complaints.map(({ messageText }) => messageText)).toEqual([]);
});

test("has nothing for the linter to complain of", async () => {
  const results = await new ESLint({ cwd: root }).lintFiles(written);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

test.each(written)("%s is formatted", async (path) => {
  const file = join(root, path);
  const options = { ...(await resolveConfig(join(project, path))), filepath: file };
  expect(await isFormatted(await readFile(file, "utf8"), options)).toBe(true);
});

test("passes its own test", async () => {
  const vitest = join(project, "node_modules/vitest/vitest.mjs");
  const own = join(root, "tests/widgets/softmax-temperature/softmax-temperature.test.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, "run", "--project", "unit", own], {
    cwd: project,
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect(stdout).toMatch(/Tests +2 passed/);
});

test("its words stand among the others in their order", async () => {
  const exported = [
    ...(await readFile(join(root, "src/strings/en.ts"), "utf8")).matchAll(/^export \* from .*$/gm),
  ].map(([line]) => line);
  expect(exported).toContain('export * from "#strings/en/softmax-temperature.ts";');
  expect(exported).toEqual(exported.toSorted());
});

describe("nothing is written", () => {
  test.each([
    [
      "over another plot",
      "softmax-temperature",
      /component <SoftmaxTemperature> already, src\/widgets\/softmax-temperature/,
    ],
    ["for a component that there is", "exercise", /component <Exercise> already/],
    ["into a folder that there is", "graph", /src\/widgets\/graph exists/],
    ["under a name of JavaScript's own", "class", /can't use class as a name/],
    ["under a name that other words have", "hints", /can't use hints as a name/],
  ])("%s", async (_, name, complaint) => {
    const written = writeNew("plot", name, root);
    await expect(written).rejects.toThrow(UsageError);
    await expect(written).rejects.toThrow(complaint);
  });
});

test.each(["Softmax", "a/b", "../a", "a--b", ""])("%j is not a plot's name", (name) => {
  expect(() => checkId("plot", name)).toThrow(/such as softmax-scale/);
});
