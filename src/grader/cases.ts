/** The inputs that an answer is tried on: an exercise's edge cases, then random ones, the same everywhere and every time. */
import { noGrad, tensor, type Tensor } from "#autodiff/index.ts";
import type { Exercise, Random } from "#exercise/index.ts";
import { drawInputs, spreadInputs, type Inputs } from "#grader/draw-inputs.ts";
import type { Value } from "#runtime/runtime.ts";

const randomCases = 10;

/** The seed of the cases that everybody meets, in the page too. */
export const knownSeed = 0;

/** The seed of the fresh cases that a teacher grades with, unless another is chosen. */
export const courseSeed = 1;

/** So many small cases are drawn, and the simplest of them kept. */
const smallCases = { drawn: 200, kept: 24 };

export interface Case {
  inputs: Inputs;
  /** What the learner's function is given, in the order of its parameters. */
  args: readonly Value[];
}

/**
 * A stream of uniform numbers in [0, 1), the same for the same text.
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md for mulberry32, seeded here by FNV-1a
 */
export function randomFor(text: string): Random {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The inputs as float64 tensors that want gradients. */
export const asTensors = (inputs: Case["inputs"]): Record<string, Tensor> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      tensor(value, { dtype: "float64", requiresGrad: true }),
    ]),
  );

const numbersOf = (value: Value): readonly number[] =>
  value.kind === "number" ? [value.value] : value.kind === "array" ? value.data : [];

/** Whether a number has more decimals than so many. */
const hasDecimals = (x: number, most: number): boolean => Number(x.toFixed(most)) !== x;

/** How hard a case is to work out in the head: few entries, whole, small numbers come first, and 0 hides more than 1. */
export const effort = ({ args }: Case): number =>
  args
    .flatMap(numbersOf)
    .reduce(
      (sum, x) =>
        sum +
        1 +
        Math.abs(x) +
        (hasDecimals(x, 0) ? 10 : 0) +
        (hasDecimals(x, 2) ? 10 : 0) +
        (x === 0 ? 1.5 : 0),
      0,
    );

/** A tensor as the runtime's value: a number for one without axes, an array of its shape for any other. */
export const arrayValue = (array: Tensor): Extract<Value, { kind: "number" | "array" }> =>
  array.dim === 0
    ? { kind: "number", value: array.item(), integer: false }
    : { kind: "array", shape: array.shape, data: array.entries() };

function caseFrom(exercise: Exercise, inputs: Case["inputs"]): Case {
  const { params, given = {} } = exercise.asks;
  const tensors = asTensors(inputs);
  const args = params.map((param): Value => {
    const compute = given[param];
    if (compute) return arrayValue(noGrad(() => compute(tensors)));
    const value = tensors[param];
    if (!value)
      throw new Error(`Exercise ${exercise.id}: the parameter ${param} is neither an input nor given.`);
    const found = arrayValue(value);
    return exercise.inputs[param]!.integer ? { ...found, integer: true } : found;
  });
  return { inputs, args };
}

/** Random cases that nothing is left out of, as `spreadInputs` says. */
const spreadCases = (exercise: Exercise, stream: string): Case[] =>
  spreadInputs(exercise, randomCases, randomFor(stream)).map((inputs) => caseFrom(exercise, inputs));

function* randomStream(exercise: Exercise, stream: string, small = false): Generator<Case, never> {
  const drawn = drawInputs(exercise, randomFor(stream), small);
  for (;;) yield caseFrom(exercise, drawn.next().value);
}

const take = (cases: Generator<Case, never>, count: number): Case[] =>
  Array.from({ length: count }, () => cases.next().value);

/**
 * The cases of every submission to this exercise: its edge cases, then ten random ones. Throws an Error, in words for its
 * author, where none can be drawn.
 */
export const casesFor = (exercise: Exercise): Case[] => [
  ...(exercise.edgeCases ?? []).map((inputs) => caseFrom(exercise, inputs)),
  ...spreadCases(exercise, exercise.id),
];

/** As many random cases again, others for each seed, which no learner has seen. */
export const freshCases = (exercise: Exercise, seed: number): Case[] =>
  spreadCases(exercise, `${exercise.id} with seed ${seed}`);

/** Cases that can be worked out in the head, the simplest first: small whole numbers, small shapes. */
export function simpleCases(exercise: Exercise): Case[] {
  const drawn = take(randomStream(exercise, `${exercise.id} simply`, true), smallCases.drawn);
  const distinct = new Map(drawn.map((each) => [JSON.stringify(each.inputs), each]));
  return [...distinct.values()].sort((a, b) => effort(a) - effort(b)).slice(0, smallCases.kept);
}

/** Cases that no submission is tried on, to tell a coincidence over `casesFor` from a rule. */
export const otherCases = (exercise: Exercise, count: number): Case[] =>
  take(randomStream(exercise, `${exercise.id} again`), count);
