/**
 * Runs every lesson's notebook from top to bottom in real PyTorch, four times: with the answers' cells left unrun while others define
 * functions of their names, with the starters, with the solutions, with wrong answers. Every check must say what it should, and every other cell print what it shows.
 *
 *     npm run run-notebooks
 */
import { reconcile } from "./reconcile.ts";
import type { CodeCell, Notebook } from "#notebook/format.ts";
import { loadAnyExercise } from "#course/files.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { withAnswers, expected, kinds, type AnswerKind } from "./notebook-answers.ts";
import { notebooksFromFiles } from "./notebooks-from-files.ts";
import { runScript } from "./run-script.ts";

interface Run {
  stdout: string;
  error: string | null;
}

const runtime = createNodeRuntime();
const notebooks = await notebooksFromFiles({
  address: null,
  runCell: (request) => runtime.runCell(request),
});
runtime.close();

const trials = (
  await Promise.all(
    [...notebooks].map(async ([lesson, notebook]) =>
      Promise.all(
        kinds.map(async (kind) => ({
          lesson,
          kind,
          cells: codeCells(await withAnswers(notebook, kind, loadAnyExercise)),
        })),
      ),
    ),
  )
).flat();
const runs = await runScript<Run[][]>(
  "notebooks.py",
  trials.map(({ cells }) => cells.map(({ source }) => source.join(""))),
);

let faults = 0;
for (const [i, { lesson, kind, cells }] of trials.entries()) {
  const complaints = cells.flatMap((cell, j) => complaintsAbout(cell, kind, runs[i]![j]!));
  const checks = cells.filter(isCheck).length;
  const shown = cells.filter(({ outputs }) => outputs.length > 0).length;
  console.log(
    `${lesson}, ${kind}: ${cells.length} cells, of which ${checks} checks and ${shown} with output`,
  );
  for (const complaint of complaints) console.log(`    ${complaint}`);
  faults += complaints.length;
}
process.exitCode = faults > 0 ? 1 : 0;

function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code");
}

function isCheck({ id }: CodeCell): boolean {
  return id.endsWith("-check");
}

function complaintsAbout(cell: CodeCell, kind: AnswerKind, { stdout, error }: Run): string[] {
  const where = `${cell.id}:`;
  if (isCheck(cell)) {
    if (error) return [`${where} ${error}`];
    return expected[kind].test(stdout) ? [] : [`${where} says to a ${kind}: ${stdout}`];
  }
  const failing = cell.outputs.find((output) => output.output_type === "error");
  const wanted = cell.outputs.find((output) => output.output_type === "stream")?.text.join("") ?? "";
  const wantedError = failing ? `${failing.ename}: ${failing.evalue}` : null;
  return [
    ...(error === wantedError ? [] : [`${where} ends with ${error}, not ${wantedError}`]),
    ...(reconcile(wanted, stdout) === stdout ? [] : [`${where} prints ${stdout}, not ${wanted}`]),
  ];
}
