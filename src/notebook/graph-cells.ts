import type { GraphExercise } from "#exercise/index.ts";
import { snapshotOf } from "#graph/snapshot.ts";
import { drawsOf, mostDigits, sheetFor, solve, type Blank } from "#grader/graph/index.ts";
import { foldedMetadata, head, hintsMarkdown, idOf, metadataOf } from "#notebook/exercise-cells.ts";
import { codeCell, markdownCell, type NotebookCell } from "#notebook/format.ts";
import { graphProgram } from "#notebook/graph-program.ts";
import { float, list, string } from "#notebook/python-literal.ts";
import { snapshotTable } from "#notebook/snapshot-table.ts";
import { notebook as strings } from "#strings/index.ts";

/** The cells of a graph exercise: its steps with their values, a dictionary to fill in, the check. */
export function graphCells(exercise: GraphExercise, statement: string): NotebookCell[] {
  const draw = drawsOf(exercise)[0]!;
  const sheet = sheetFor(exercise, draw);
  const blanks = solve(sheet).map(({ blank }) => blank);
  const { assignments, result, variableOf } = graphProgram(sheet);
  const inputs = Object.keys(draw);
  const answer = variableFor(exercise);
  const numbers = inputs.map((name) => float(draw[name]!));
  const steps = snapshotTable(snapshotOf(sheet.inputs, sheet.value), { gradients: false });
  return [
    markdownCell(
      idOf(exercise, "task"),
      [
        head(exercise.title, statement),
        strings.graphSteps,
        steps,
        strings.graphYours,
        ...hintsMarkdown(exercise.hints),
      ].join("\n\n"),
    ),
    codeCell(
      idOf(exercise, "answer"),
      [`${answer} = {`, ...blankNames(blanks).map((name) => `    ${string(name)}: None,`), "}"].join("\n"),
      { metadata: metadataOf(exercise) },
    ),
    markdownCell(idOf(exercise, "checked"), strings.check),
    codeCell(
      idOf(exercise, "check"),
      `# Computes the same steps with PyTorch, and asks autograd for every gradient.
def in_pytorch(${inputs.join(", ")}):
${assignments.map((line) => `    ${line}\n`).join("")}    return ${result}, ${list(blanks.map(variableOf))}


check_graph(${string(answer)}, in_pytorch, at=${list(numbers)}, digits=${exercise.digits ?? mostDigits})
`,
      { metadata: { ...metadataOf(exercise), ...foldedMetadata } },
    ),
  ];
}

/** What the learner's dictionary is called: `two_steps_graph` for `recursive/two-steps-graph`. */
export const variableFor = ({ id }: { id: string }): string =>
  id.slice(id.indexOf("/") + 1).replaceAll("-", "_");

/** Where each blank is, in words. No two are the same. */
export function blankNames(blanks: readonly Blank[]): string[] {
  const names = blanks.map(({ outer, inner }) =>
    outer === null ? strings.graphTotal(inner) : strings.graphEdge(outer, inner),
  );
  return names.map((name, i) => {
    const earlier = names.slice(0, i).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} (${earlier + 1})`;
  });
}
