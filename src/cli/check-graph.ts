import type { GraphExercise } from "#exercise/index.ts";
import {
  drawsOf,
  gradeGraphAnswer,
  blankMistakes,
  blankLocation,
  isClose,
  sheetFor,
  solve,
  writeAnswer,
  type Draw,
  type Question,
} from "#grader/graph/index.ts";

/** How many draws a learner can ask for, at least. */
const fewestDraws = 8;
/** So many digits has a number that can be worked with in the head. */
const shortNumber = 4;

/** An exercise with every draw solved. */
interface Solved {
  exercise: GraphExercise;
  sheets: readonly { draw: Draw; text: string; questions: readonly Question[] }[];
}

/** Finds what is wrong with a graph exercise. Every finding says what to do about it. */
type Check = (solved: Solved) => string[];

const wellFormed = (exercise: GraphExercise): string[] => {
  const draws = drawsOf(exercise);
  const sheets = draws.map((draw) => sheetFor(exercise, draw));
  const tensors = sheets.flatMap(({ value, nodes }) => [value, ...nodes.flatMap(({ inputs }) => inputs)]);
  if (draws.length < fewestDraws) {
    return [
      `inputs and accepts leave ${draws.length} sets of numbers, and a learner may ask for new ones. Allow at least ${fewestDraws}.`,
    ];
  }
  if (tensors.some(({ dim }) => dim > 0)) {
    return ["forward computes with arrays. Keep every step a single number."];
  }
  if (sheets.some(({ value }) => !value.requiresGrad)) {
    return [
      "forward does not depend on its inputs. Compute the result from them, by the engine's operations.",
    ];
  }
  const graphs = new Set(
    sheets.map((sheet) =>
      solve(sheet)
        .map(({ blank, step }) => `${blank.key} ${step?.node.gradFn ?? ""} ${blank.inner}`)
        .join(),
    ),
  );
  return [
    ...(graphs.size > 1 ? ["forward takes other steps for other numbers. Make it one graph."] : []),
    ...(exercise.hints.length === 0 ? ["There are no hints. Write at least one."] : []),
  ];
};

const usesEveryInput: Check = ({ exercise, sheets }) => {
  const reached = new Set(sheets[0]!.questions.map(({ blank }) => blank.input));
  return Object.keys(exercise.inputs)
    .filter((name) => !reached.has(name))
    .map((name) => `forward does not use ${name}. Use it, or take it out of inputs.`);
};

/** Whether a number can be written down in full. */
const easy = (value: number): boolean => Number(value.toPrecision(shortNumber)) === value;

const easyNumbers: Check = ({ exercise, sheets }) => {
  const isShort = (value: number) => exercise.digits !== undefined || easy(value);
  const problems = sheets.flatMap(({ draw, text, questions }) => [
    ...sheetFor(exercise, draw)
      .nodes.map(({ out }) => out.item())
      .filter((value) => !isShort(value))
      .map(
        (value) =>
          `At ${text} a value on the way is ${value}. Choose numbers that keep it short, or ask for so many \`digits\`.`,
      ),
    ...questions
      .filter(({ expected }) => expected === 0 || !isShort(expected))
      .map(
        ({ blank, expected }) =>
          `At ${text} the gradient ${blankLocation(blank)} is ${expected}. Choose numbers that keep it short and not 0.`,
      ),
  ]);
  return problems.slice(0, 1);
};

/** Central differences; the step is the cube root of the machine's precision. */
const agreesWithDifferences: Check = ({ exercise, sheets }) => {
  const problems = sheets.flatMap(({ draw, text, questions }) =>
    Object.entries(draw).flatMap(([name, value]) => {
      const step = 6e-6 * Math.max(1, Math.abs(value));
      const at = (moved: number) => sheetFor(exercise, { ...draw, [name]: moved }).value.item();
      const approximate = (at(value + step) - at(value - step)) / (2 * step);
      const exact = questions.findLast(({ blank }) => blank.input === name)?.expected ?? 0;
      return Math.abs(exact - approximate) <= 1e-6 * Math.max(1, Math.abs(exact))
        ? []
        : [
            `d/d${name} by the engine, ${exact}, differs from finite differences, ${approximate}, at ${text}. Keep away from kinks with \`accepts\`, or mend the operation.`,
          ];
    }),
  );
  return problems.slice(0, 1);
};

/** A mistake that gives the right number must do so always: then the step is one where it makes no difference. */
const separable: Check = ({ exercise, sheets }) => {
  const [first] = sheets;
  const problems = first!.questions.flatMap(({ blank }, i) =>
    blankMistakes(first!.questions[i]!).flatMap((_, mistake) => {
      const outcomes = sheets.map(({ questions, text }) => {
        const { value, message } = blankMistakes(questions[i]!)[mistake]!;
        return { text, message, right: isClose(value, questions[i]!.expected, exercise.digits) };
      });
      const lucky = outcomes.find(({ right }) => right);
      return lucky === undefined || outcomes.every(({ right }) => right)
        ? []
        : [
            `At ${lucky.text} a mistake gives the right gradient ${blankLocation(blank)}: “${lucky.message}” Leave these numbers out with accepts.`,
          ];
    }),
  );
  return problems;
};

const graded: Check = ({ exercise, sheets }) => {
  const verdictOn = (draw: Draw, questions: readonly Question[], fill: (question: Question) => number) =>
    gradeGraphAnswer(
      exercise,
      writeAnswer({
        inputs: draw,
        gradients: Object.fromEntries(questions.map((question) => [question.blank.key, fill(question)])),
      }),
    ).verdict;
  const problems = sheets.flatMap(({ draw, text, questions }) => [
    ...(verdictOn(draw, questions, ({ expected }) => expected) === "correct"
      ? []
      : [`At ${text} the right gradients are not correct. Mend forward.`]),
    ...[0, 1].flatMap((constant) =>
      verdictOn(draw, questions, () => constant) === "incorrect"
        ? []
        : [`At ${text} ${constant} everywhere passes. Leave these numbers out with accepts.`],
    ),
  ]);
  return problems.slice(0, 1);
};

const checks: readonly Check[] = [usesEveryInput, easyNumbers, agreesWithDifferences, separable, graded];

/** What is wrong with a graph exercise, tried with all numbers that it can be set with. */
export function checkGraphExercise(exercise: GraphExercise): string[] {
  const malformed = wellFormed(exercise);
  if (malformed.length > 0) return malformed;
  const sheets = drawsOf(exercise).map((draw) => ({
    draw,
    text: JSON.stringify(draw),
    questions: solve(sheetFor(exercise, draw)),
  }));
  return checks.flatMap((check) => check({ exercise, sheets }));
}
