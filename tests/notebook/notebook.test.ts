import { glob, readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import katex from "katex";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { withAnswers, expected, kinds } from "../../pytorch/notebook-answers.ts";
import { lessons } from "../../content/curriculum.ts";
import { checkSource } from "#notebook/check-source.ts";
import { exerciseCells } from "#notebook/exercise-cells.ts";
import { notebook as notebookOf, type Notebook, type NotebookCell } from "#notebook/format.ts";
import { loadAnyExercise } from "#course/files.ts";
import { notebooksFromFiles } from "../../pytorch/notebooks-from-files.ts";
import { graphCells } from "#notebook/graph-cells.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { notebook as strings } from "#strings/index.ts";

const root = new URL("../../", import.meta.url);
const runtime = createNodeRuntime();
afterAll(() => runtime.close());

const source = ({ source: lines }: NotebookCell): string => lines.join("");

/** The official schema. It speaks a draft of JSON Schema whose name ajv doesn't know; what it says is the same in later ones. */
const { $schema: _, ...schema } = JSON.parse(
  await readFile(new URL("fixtures/nbformat.v4.5.schema.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** The formulas in a notebook's prose. */
function formulasIn({ cells }: Notebook): string[] {
  const text = cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .map(source)
    .join("\n");
  return [...text.matchAll(/\$\$\n(.*?)\n\$\$|(?<![\\$])\$([^$\n]+)\$/gs)].map(
    ([, display, inline]) => display ?? inline!,
  );
}

test("formulas are found in notebooks", async () => {
  const runCell = () => Promise.resolve({ stdout: "", error: null });
  const notebooks = await notebooksFromFiles({ address: null, runCell });
  expect([...notebooks.values()].flatMap(formulasIn)).toContain("x^2");
});

describe.each(lessons.map(({ slug }) => slug))("the notebook of %s", (slug) => {
  let here: Notebook;
  let published: Notebook;
  beforeAll(async () => {
    const runCell = () => Promise.resolve({ stdout: "1\n", error: null });
    here = (await notebooksFromFiles({ address: null, runCell })).get(slug)!;
    published = (await notebooksFromFiles({ address: `https://example.org/x/${slug}/`, runCell })).get(slug)!;
  });

  test("is what Jupyter's schema asks for, and its cells have ids of their own", () => {
    valid(here);
    expect(valid.errors).toBeNull();
    const ids = here.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says of each picture what it shows", () => {
    const shown = here.cells.flatMap(
      (cell) => /an interactive picture stands here: (.*)\.$/.exec(source(cell))?.[1] ?? [],
    );
    expect(Object.values(strings.pictures)).toEqual(expect.arrayContaining(shown));
  });

  test("has nothing left of the page's own notation", () => {
    const prose = here.cells.filter(({ cell_type }) => cell_type === "markdown").map(source);
    for (const text of prose) {
      const plain = text.replace(/`[^`]*`/g, "");
      expect(plain).not.toMatch(/\\val|\\grad|htmlClass|^import |<\/?[A-Z]|className/m);
    }
  });

  test("has formulas that stand without the page's macros", () => {
    for (const formula of formulasIn(here))
      expect(() => katex.renderToString(formula, { throwOnError: true })).not.toThrow();
  });

  test("leads to the published course, or nowhere", () => {
    const links = ({ cells }: Notebook) =>
      cells.flatMap((cell) => [...source(cell).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href]) => href!));
    expect(links(here).filter((href) => !/^https:\/\/(?!example\.org)/.test(href))).toEqual([]);
    expect(links(published).filter((href) => !href.startsWith("https://"))).toEqual([]);
    expect(links(published)).toContain(`https://example.org/x/${slug}/`);
  });
});

const ids = (await Array.fromAsync(glob("**/*.ts", { cwd: new URL("exercises/", root) })))
  .map((path) => path.replaceAll("\\", "/").replace(/\.ts$/, ""))
  .sort();

describe("the check of an exercise says so when another function has its name, when nothing is written yet, when it is right, and when it is wrong", () => {
  test.each(ids)("%s", async (id) => {
    const exercise = await loadAnyExercise(id);
    const cells = "asks" in exercise ? exerciseCells(exercise, "") : graphCells(exercise, "");
    const tried = await Promise.all(
      kinds.map((kind) => withAnswers(notebookOf("", cells), kind, loadAnyExercise)),
    );
    const mark = "================\n";
    const code = [
      checkSource,
      ...tried.flatMap(({ cells: all }) => [
        ...all.filter(({ cell_type }) => cell_type === "code").map(source),
        `print("${mark.trimEnd()}")`,
      ]),
    ].join("\n\n");
    const { stdout, error } = await runtime.runCell({ language: "python", code });
    expect(error).toBeNull();
    const said = stdout.split(mark);
    for (const [i, kind] of kinds.entries()) expect(said[i]).toMatch(expected[kind]);
  });
});

describe("a check is polite", async () => {
  const exercise = await loadAnyExercise("vector/dot");
  const cells = "asks" in exercise ? exerciseCells(exercise, "") : [];
  const checkCell = source(cells.at(-1)!);

  test.each([
    ["", "There is no answer d_dot yet. Run the cell that defines it"],
    ["def d_dot(w, x):\n    return x, w", "There is no answer d_dot yet. Run the cell that defines it"],
    ["@my_answer\ndef d_dot(w, x):\n    return x", "d_dot should return 2 gradients: (dw, dx)."],
    [
      "@my_answer\ndef d_dot(w, x):\n    return x, 'w'",
      "d_dot should return numbers or arrays of numbers. It returned 'w'.",
    ],
    ["@my_answer\ndef d_dot(w, x):\n    return x, w[:1]", "yours has the shape (1,), but x has the shape"],
    ["@my_answer\ndef d_dot(w, x):\n    return y", "d_dot fails with NameError: name 'y'"],
  ])("%j", async (answer, message) => {
    const code = [checkSource, answer, checkCell].join("\n\n");
    const { stdout, error } = await runtime.runCell({ language: "python", code });
    expect(error).toBeNull();
    expect(stdout).toContain(message);
    expect(stdout).not.toContain("Right");
  });
});
