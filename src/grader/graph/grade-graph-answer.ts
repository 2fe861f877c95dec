import type { GraphExercise } from "#exercise/index.ts";
import { readAnswer } from "#grader/graph/graph-answer.ts";
import { wasDrawn } from "#grader/graph/draws.ts";
import { blankMistakes, isClose } from "#grader/graph/blank-mistakes.ts";
import { fillIn, sheetFor, solve, type Blank, type Question } from "#grader/graph/worksheet.ts";
import type { Diagnosis, Grade } from "#grader/verdict.ts";

/**
 * `right`: the gradient itself. `follows`: not that, but what follows correctly from what was written upstream.
 * `wrong`: neither.
 */
export type MarkState = "right" | "follows" | "wrong";

export interface BlankMark {
  /** The blank's key. */
  key: string;
  state: MarkState;
  yours: number;
  /** What was written upstream: one gradient, or at a total one for each path. */
  incoming: readonly number[];
  /** The keys of the blanks that those stand in. */
  from: readonly string[];
}

export interface GraphGrade extends Grade {
  /** One for each blank, in the order of the sweep; none if the answer is invalid. */
  marks: readonly BlankMark[];
}

/** Grades the gradients that a learner filled in. Errors carry forward: only the first wrong one is explained. */
export function gradeGraphAnswer(exercise: GraphExercise, text: string): GraphGrade {
  const answer = readAnswer(text);
  if ("problem" in answer) return invalid(answer.problem);
  const { inputs, gradients } = answer;
  if (!wasDrawn(exercise, inputs)) {
    return invalid(
      `The exercise is never set with ${numbersText(inputs)}. An answer keeps the numbers that it was set with.`,
    );
  }
  const sheet = sheetFor(exercise, inputs);
  const truths = solve(sheet);
  const keys = new Set(truths.map(({ blank }) => blank.key));
  const unknown = Object.keys(gradients).find((key) => !keys.has(key));
  if (unknown !== undefined) {
    return invalid(`The graph has no gradient “${unknown}”. It has ${[...keys].join(", ")}.`);
  }
  const open = truths.filter(({ blank }) => !Object.hasOwn(gradients, blank.key));
  if (open.length > 0) {
    const others = open.length > 1 ? `, and ${open.length - 1} more are open` : "";
    return invalid(`There is no gradient ${blankLocation(open[0]!.blank)} yet${others}. Fill in every one.`);
  }

  const marks: BlankMark[] = [];
  const wrong: Question[] = [];
  fillIn(sheet, (question) => {
    const { key } = question.blank;
    const yours = gradients[key]!;
    const truth = truths[marks.length]!.expected;
    const is = (value: number) => isClose(yours, value, exercise.digits);
    const state = is(truth) ? "right" : is(question.expected) ? "follows" : "wrong";
    marks.push({ key, state, yours, incoming: question.incoming, from: question.from });
    if (state === "wrong") wrong.push(question);
    return yours;
  });
  const shared = { outputs: [], cases: [], line: null, marks };
  const [first] = wrong;
  if (!first) {
    return {
      ...shared,
      verdict: "correct",
      message: "Every gradient on the graph is right.",
      diagnosis: null,
    };
  }
  const diagnosis = explain(first, gradients[first.blank.key]!, exercise.digits);
  const message = [diagnosis.message, ...standing(marks)].join("\n\n");
  return { ...shared, verdict: "incorrect", message, diagnosis };
}

const invalid = (message: string): GraphGrade => ({
  verdict: "invalid",
  message,
  diagnosis: null,
  outputs: [],
  cases: [],
  line: null,
  marks: [],
});

const numbersText = (inputs: Readonly<Record<string, number>>): string =>
  Object.entries(inputs)
    .map(([name, value]) => `\`${name} = ${value}\``)
    .join(", ") || "no numbers";

/** Where a blank is: after "the gradient". */
export const blankLocation = ({ outer, inner }: Blank): string =>
  outer === null ? `in total at \`${inner}\`` : `on the edge from \`${outer}\` back to \`${inner}\``;

function explain(question: Question, yours: number, digits: number | undefined): Diagnosis {
  const { edge, outer, inner, input } = question.blank;
  const mistake = blankMistakes(question).find(({ value }) => isClose(value, yours, digits));
  return {
    kind: mistake?.kind ?? "none",
    where: outer === null ? inner : `d(${outer})/d(${inner})`,
    output: input,
    bends: edge && mistake?.change ? [{ ...edge, change: mistake.change }] : [],
    message: `The first wrong gradient is the one ${blankLocation(question.blank)}: you wrote \`${yours}\`. ${
      mistake?.message ??
      (outer === null
        ? "What does each path bring, and what happens where paths meet?"
        : "What arrives at this step, and what is the derivative of the step itself?")
    }`,
  };
}

/** What is to be said of the gradients that follow from a wrong one. */
function standing(marks: readonly BlankMark[]): string[] {
  const count = (state: MarkState) => marks.filter((mark) => mark.state === state).length;
  const follows = count("follows");
  if (follows === 0) return [];
  const are = follows === 1 ? "1 gradient after it is" : `${follows} gradients after it are`;
  return [`${are} right, given what you wrote before.`];
}
