import { glob, readFile } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";

import { reconcile } from "../../pytorch/reconcile.ts";
import { cellsOf } from "#lesson/cell.ts";
import {
  headingOf,
  printedLines,
  readGoldens,
  writeGoldens,
  type GoldenOutput,
} from "../../pytorch/golden.ts";
import { pages } from "#course/files.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";

const folder = new URL("../../content/cells/", import.meta.url);
const remedy = "With PyTorch at hand, run `npm run record-cells`, and read what changed in content/cells.";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const withCells = (await pages())
  .map(({ name, source }) => ({
    name,
    cells: cellsOf(parseLesson(source)).filter(({ language }) => language === "python"),
  }))
  .filter(({ cells }) => cells.length > 0);

const goldensOf = async (name: string) =>
  readGoldens(await readFile(new URL(`${name}.txt`, folder), "utf8").catch(() => ""));

test("every page with cells has its goldens, and no other page has", async () => {
  const files = await Array.fromAsync(glob("**/*.txt", { cwd: folder }));
  expect(files.sort(), remedy).toEqual(withCells.map(({ name }) => `${name}.txt`));
});

describe.each(withCells)("the cells of $name", async ({ name, cells }) => {
  const goldens = await goldensOf(name);

  test("have one golden each, of the code as it stands", () => {
    expect(
      goldens.map(([heading]) => heading),
      remedy,
    ).toEqual(cells.map(headingOf));
  });

  test.each(cells.map((cell, i) => [headingOf(cell), cell, goldens[i]?.[1]] as const))(
    "%s prints what real PyTorch prints",
    async (_, { code }, golden) => {
      if (!golden) throw new Error(remedy);
      const { stdout, error } = await runtime.runCell({
        language: "python",
        code: code.trimEnd(),
        echo: true,
      });
      const printed: GoldenOutput = {
        stdout: printedLines(stdout),
        error: error && `${error.type} on line ${error.line}: ${error.message}`,
      };
      expect(printed).toEqual({
        stdout: reconcile(golden.stdout, printed.stdout),
        error: golden.error,
      });
    },
  );
});

test("a file of goldens is read as it was written", () => {
  const goldens: [string, GoldenOutput][] = [
    ["Printed · 01234567", { stdout: "tensor([1.])\n\n=== no heading\n", error: null }],
    ["Printed nothing · 89abcdef", { stdout: "", error: null }],
    ["Failed · 00000000", { stdout: "1\n", error: "ValueError on line 2: x" }],
    ["Failed at once · 11111111", { stdout: "", error: "NameError on line 1: name 'x' is not defined" }],
  ];
  expect(readGoldens(writeGoldens("page", goldens))).toEqual(goldens);
});
