/** The code imports what the table in ARCHITECTURE.md says, no more and no less. */
import { glob, readFile } from "node:fs/promises";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const outside = ["exercises/", "content/", "bench/", "pytorch/", "tests/"];

/** A row's last column; a folder after "types of" may be imported by `import type` alone. */
interface Allowance {
  everything: boolean;
  values: readonly string[];
  types: readonly string[];
}

interface Import {
  file: string;
  from: string;
  to: string;
  typeOnly: boolean;
}

function parseAllowance(cell: string): Allowance {
  const [values, types] = cell.split("types of").map((names) => [...names.matchAll(/`(.+?)`/g)]);
  return {
    everything: cell === "everything of ours",
    values: values!.map(([, name]) => name!),
    types: types?.map(([, name]) => name!) ?? [],
  };
}

/** The table of imports: each folder, and what it may import. */
function parseTable(markdown: string): Map<string, Allowance> {
  const lines = markdown.split("\n");
  const head = lines.findIndex((line) => /^\| folder +\| what it is +\| may import +\|$/.test(line));
  const length = lines.slice(head).findIndex((line) => !line.startsWith("|"));
  return new Map(
    lines.slice(head + 2, head + length).map((line) => {
      const [, folder, , allowed] = line.split("|").map((cell) => cell.trim());
      return [folder!.slice(1, -1), parseAllowance(allowed!)];
    }),
  );
}

/** The folder that a path belongs to, as the table names it: one of `src` by its name, one beside `src` with a slash. */
function folderOf(path: string): string | null {
  const [top, folder, ...inside] = path.split("/");
  if (top === "src") return inside.length > 0 ? folder! : null;
  return outside.includes(`${top}/`) ? `${top}/` : null;
}

/** Statements, `import()` and the first pattern of a glob of Vite's. */
const importing =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import(?:\.meta\.glob(?:<[^(]*>)?)?\(\s*\[?\s*["']([^"']+)["']/gm;

function parseImports(file: string, text: string): Import[] {
  return [...text.matchAll(importing)].flatMap(([, typeOnly, stated, dynamic]) => {
    const target = stated ?? dynamic!;
    const path = target.startsWith("#")
      ? `src/${target.slice(1)}`
      : target.startsWith(".")
        ? posix.join(posix.dirname(file), target)
        : target.startsWith("/")
          ? target.slice(1)
          : "";
    const from = folderOf(file)!;
    const to = folderOf(path);
    return to === null || to === from ? [] : [{ file, from, to, typeOnly: typeOnly !== undefined }];
  });
}

/** What the code imports and its row doesn't allow, and what a row allows and no code imports. */
function differences(folder: string, { everything, values, types }: Allowance, imports: readonly Import[]) {
  const own = imports.filter(({ from }) => from === folder);
  const imported = (name: string, asType: boolean): boolean =>
    own.some(({ to, typeOnly }) => to === name && typeOnly === asType);
  return [
    ...own
      .filter(({ to }) => !everything && !values.includes(to))
      .filter(({ to, typeOnly }) => !typeOnly || !types.includes(to))
      .map(({ file, to, typeOnly }) => `${file} imports ${typeOnly ? "types" : "values"} of ${to}`),
    ...values.filter((name) => !imported(name, false)).map((name) => `no file imports values of ${name}`),
    ...types.filter((name) => !imported(name, true)).map((name) => `no file imports types of ${name}`),
  ];
}

const table = parseTable(await readFile(`${root}ARCHITECTURE.md`, "utf8"));
const files = (
  await Array.fromAsync(
    glob(`{src,${outside.map((folder) => folder.slice(0, -1)).join()}}/**/*.{ts,tsx,astro,mdx}`, {
      cwd: root,
      exclude: ["**/node_modules"],
    }),
  )
).filter((file) => folderOf(file) !== null);
const imports = (
  await Promise.all(files.map(async (file) => parseImports(file, await readFile(root + file, "utf8"))))
).flat();

describe("the table of imports in ARCHITECTURE.md", () => {
  test("has a row for every folder, and for none that there isn't", () => {
    expect([...table.keys()].sort()).toEqual([...new Set(files.map((file) => folderOf(file)!))].sort());
  });

  test.each([...table.keys()])("says what %s imports", (folder) => {
    expect(differences(folder, table.get(folder)!, imports)).toEqual([]);
  });
});

describe("a row that differs from the code is found:", () => {
  const row = (allowed: string): Allowance =>
    parseTable(`| folder | what it is | may import |\n| - | - | - |\n| \`learner\` | … | ${allowed} |\n`).get(
      "learner",
    )!;
  const value = 'import { grade } from "#grader/index.ts";';
  const type = 'import type { Verdict } from "#grader/verdict.ts";';
  const dynamic = 'const { grade } = await import("../grader/index.ts");';
  const globbed = 'import.meta.glob<{ grade: Grade }>(["/src/grader/*.ts"]);';

  test.each([
    ["nothing of ours", value, ["src/learner/x.ts imports values of grader"]],
    ["nothing of ours", type, ["src/learner/x.ts imports types of grader"]],
    ["types of `grader`", `${type} ${value}`, ["src/learner/x.ts imports values of grader"]],
    ["types of `grader`", `${type} ${dynamic}`, ["src/learner/x.ts imports values of grader"]],
    ["types of `grader`", `${type} ${globbed}`, ["src/learner/x.ts imports values of grader"]],
    ["types of `grader`", "", ["no file imports types of grader"]],
    ["`grader`", type, ["no file imports values of grader"]],
    ["`grader`", value, []],
    ["`grader`", `${value} ${type}`, []],
    ["types of `grader`", type, []],
    ["everything of ours", `${value} ${type} ${dynamic}`, []],
    ["nothing of ours", 'import { z } from "zod"; import { record } from "./record.ts";', []],
  ])("%s, %s", (allowed, code, found) => {
    const text = code.replaceAll("; ", ";\n");
    expect(differences("learner", row(allowed), parseImports("src/learner/x.ts", text))).toEqual(found);
  });
});
