/** Answers to put in the place of a notebook's starters, and what its checks should say to them. */
import type { Exercise, GraphExercise } from "#exercise/index.ts";
import { drawsOf, sheetFor, solve } from "#grader/graph/index.ts";
import { withAnswerMark } from "#notebook/exercise-cells.ts";
import { lines, type Notebook, type NotebookCell } from "#notebook/format.ts";
import { blankNames, variableFor } from "#notebook/graph-cells.ts";
import { dictionary, float } from "#notebook/python-literal.ts";

/** Unrun comes first: nothing has been answered yet, but something else has an answer's name. */
export const kinds = ["unrun", "starter", "solution", "wrong"] as const;
export type AnswerKind = (typeof kinds)[number];

/** All that a check says, by the kind of answer. */
export const expected: Readonly<Record<AnswerKind, RegExp>> = {
  unrun: /^There is no answer \w+ yet\. Run the cell[^\n]*\n$/,
  starter: /^[^\n]*(does not return anything|are not filled in) yet[^\n]*\n$/,
  solution: /^([^\n]*(agrees with autograd|: right)[^\n]*\n)+Right[^\n]*\n$/,
  wrong:
    /^([^\n]*(agrees with autograd|: right)[^\n]*\n)*[^\n]*(differs from|not what) autograd(?!.*\nRight)/s,
};

/** The notebook with such answers in its answer cells. */
export async function withAnswers(
  { cells, ...rest }: Notebook,
  kind: AnswerKind,
  exerciseOf: (id: string) => Promise<Exercise | GraphExercise>,
): Promise<Notebook> {
  const replaced = cells.map(async (cell): Promise<NotebookCell> => {
    const exercise = cell.cell_type === "code" ? cell.metadata.handgrad?.exercise : undefined;
    if (kind === "starter" || exercise === undefined || !cell.id.endsWith("-answer")) return cell;
    return { ...cell, source: lines(answerTo(await exerciseOf(exercise), kind)) };
  });
  return { ...rest, cells: await Promise.all(replaced) };
}

/** The solution, or one whose last gradient is twice what it should be; or the solution as a lesson's cell has it. */
function answerTo(exercise: Exercise | GraphExercise, kind: Exclude<AnswerKind, "starter">): string {
  if (!("asks" in exercise)) return gradientsCode(exercise, kind);
  const { solution, asks, wrt } = exercise;
  if (kind === "unrun") return solution.python;
  if (kind === "solution") return withAnswerMark(solution.python, exercise);
  const params = asks.params.join(", ");
  const doubled =
    wrt.length === 1
      ? "2 * answer"
      : `(${wrt.map((_, i) => (i === wrt.length - 1 ? `2 * answer[${i}]` : `answer[${i}]`)).join(", ")})`;
  const code = `${solution.python}
solution = ${asks.name}

def ${asks.name}(${params}):
    answer = solution(${params})
    return ${doubled}
`;
  return withAnswerMark(code, exercise);
}

function gradientsCode(exercise: GraphExercise, kind: Exclude<AnswerKind, "starter">): string {
  if (kind === "unrun") return `${variableFor(exercise)} = None\n`;
  const questions = solve(sheetFor(exercise, drawsOf(exercise)[0]!));
  const names = blankNames(questions.map(({ blank }) => blank));
  const entries = questions.map(({ expected: right }, i) => {
    const isWrong = kind === "wrong" && i === questions.length - 1;
    return [names[i]!, float(isWrong ? right + 1 : right)] as const;
  });
  return `${variableFor(exercise)} = ${dictionary(entries)}\n`;
}
