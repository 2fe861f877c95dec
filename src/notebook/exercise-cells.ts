import { starter, type Exercise } from "#exercise/index.ts";
import { casesFor, type Case } from "#grader/index.ts";
import {
  codeCell,
  foldedMarkdown,
  markdownCell,
  type CodeMetadata,
  type NotebookCell,
} from "#notebook/format.ts";
import { toPyTorch } from "#notebook/pytorch-source.ts";
import { dictionary, float, floats, indented, integers, list, string } from "#notebook/python-literal.ts";
import type { Value } from "#runtime/runtime.ts";
import { notebook as strings } from "#strings/index.ts";

/** The cells of an exercise: what is asked, the function, the starter, the check. */
export const exerciseCells = (exercise: Exercise, statement: string): NotebookCell[] => [
  markdownCell(idOf(exercise, "task"), `${head(exercise.title, statement)}\n\n${strings.theFunction}`),
  codeCell(idOf(exercise, "function"), exercise.shown.python),
  markdownCell(idOf(exercise, "yours"), [strings.yours, ...hintsMarkdown(exercise.hints)].join("\n\n")),
  codeCell(idOf(exercise, "answer"), withAnswerMark(starter(exercise, "python"), exercise), {
    metadata: metadataOf(exercise),
  }),
  markdownCell(idOf(exercise, "checked"), strings.check),
  codeCell(idOf(exercise, "check"), checkCell(exercise), {
    metadata: { ...metadataOf(exercise), ...foldedMetadata },
  }),
];

/** Code with the mark by which the check knows the learner's function from another one of its name. */
export const withAnswerMark = (code: string, { asks }: Pick<Exercise, "asks">): string =>
  code.replace(new RegExp(`^def ${asks.name}\\((?![^]*^def ${asks.name}\\()`, "m"), "@my_answer\n$&");

/** A cell's id, `scalar-square-task`: nbformat allows no slash in it. */
export const idOf = ({ id }: { id: string }, part: string): string => `${id.replace("/", "-")}-${part}`;

/** The mark by which a cell is known as an exercise's. */
export const metadataOf = ({ id }: { id: string }): CodeMetadata => ({ handgrad: { exercise: id } });

/** A check is folded up: its numbers are many. */
export const foldedMetadata: CodeMetadata = { jupyter: { source_hidden: true } };

/** An exercise's title above its statement, in Markdown. */
export const head = (title: string, statement: string): string =>
  `### ${strings.exercise(title)}\n\n${statement}`;

/** Each hint folded up by itself. */
export const hintsMarkdown = (hints: readonly string[]): string[] =>
  hints.map((hint, i) => foldedMarkdown(strings.hint(i + 1, hints.length), hint));

function checkCell(exercise: Exercise): string {
  const { code, name, params } = toPyTorch(exercise.shown.python);
  const { asks, wrt, inputs } = exercise;
  const unknown = params.find((param) => !(param in inputs));
  if (unknown !== undefined) {
    throw new Error(
      `${exercise.id}: in a notebook autograd differentiates shown.python, but ${name} takes ${unknown}, which is no input. ` +
        "Compute it there.",
    );
  }
  const cases = casesFor(exercise).map((each) => `        ${caseLiteral(exercise, each)},`);
  return `# Differentiates the function with PyTorch's autograd, and compares.
def in_pytorch(${params.join(", ")}):
${indented(code)}

    return ${name}(${params.join(", ")})


check(
    ${string(asks.name)},
    in_pytorch,
    takes=${list(params.map(string))},
    by=${list(wrt.map(string))},
    given=${list(asks.params.map(string))},
    cases=[
${cases.join("\n")}
    ],
)
`;
}

/** Everything by its name: the function's inputs, and what the learner is given besides. */
function caseLiteral({ inputs, asks }: Exercise, { inputs: values, args }: Case): string {
  const entries = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      inputs[name]!.integer ? integers(value) : floats(value),
    ]),
  );
  for (const [i, name] of asks.params.entries()) {
    if (!entries.has(name)) entries.set(name, valueLiteral(args[i]!));
  }
  return dictionary([...entries]);
}

function valueLiteral(value: Value): string {
  if (value.kind === "number") return value.integer ? String(value.value) : float(value.value);
  if (value.kind === "array") return nested(value.shape, value.data);
  throw new Error(`An exercise gives numbers and arrays, not a ${value.kind}.`);
}

function nested([length, ...rest]: readonly number[], data: readonly number[]): string {
  if (length === undefined) return float(data[0]!);
  const size = data.length / length;
  return list(Array.from({ length }, (_, i) => nested(rest, data.slice(i * size, (i + 1) * size))));
}
