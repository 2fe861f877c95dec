/**
 * Runs every Python cell of the course in real PyTorch, and keeps what it printed in `content/cells`.
 *
 *     npm run record-cells
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { cellsOf } from "#lesson/cell.ts";
import { pages } from "#course/files.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { headingOf, writeGoldens, type GoldenOutput } from "./golden.ts";
import { runScript } from "./run-script.ts";

interface Run {
  stdout: string;
  error: { type: string; message: string; line: number | null } | null;
}

const folder = new URL("../content/cells/", import.meta.url);

const cells = (await pages()).flatMap(({ name, source }) =>
  cellsOf(parseLesson(source))
    .filter(({ language }) => language === "python")
    .map((cell) => ({ page: name, cell })),
);
const runs = await runScript<Run[]>(
  "cells.py",
  cells.map(({ cell }) => cell.code),
);
const recorded = cells.map(({ page, cell }, i) => ({
  page,
  golden: [headingOf(cell), printed(runs[i]!)] as const,
}));

await rm(folder, { recursive: true, force: true });
for (const [page, goldens] of Map.groupBy(recorded, ({ page }) => page)) {
  const file = new URL(`${page}.txt`, folder);
  await mkdir(dirname(file.pathname), { recursive: true });
  await writeFile(
    file,
    writeGoldens(
      page,
      goldens.map(({ golden }) => golden),
    ),
  );
  console.log(`${page}: ${goldens.length} cells`);
}

function printed({ stdout, error }: Run): GoldenOutput {
  return { stdout, error: error && `${error.type} on line ${error.line ?? "?"}: ${error.message}` };
}
