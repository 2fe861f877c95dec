/** The inputs that an answer is tried on: an exercise's edge cases, then random ones, the same everywhere and every time. */
import { noGrad, tensor, type Tensor } from "#autodiff/index.ts";
import type { Exercise, Nested, Random } from "#exercise/index.ts";
import type { Value } from "#runtime/runtime.ts";

const randomCases = 10;

/** So many small cases are drawn, and the simplest of them kept. */
const smallCases = { drawn: 200, kept: 24 };

export interface Case {
  /** What `forward` is given, by the inputs' names. */
  inputs: Readonly<Record<string, Nested>>;
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

/** How hard a case is to work out in the head: few entries, whole, small numbers come first, and 0 hides more than 1. */
export const effort = ({ args }: Case): number =>
  args
    .flatMap(numbersOf)
    .reduce((sum, x) => sum + 1 + Math.abs(x) + (Number.isInteger(x) ? 0 : 10) + (x === 0 ? 1.5 : 0), 0);

/** A tensor as the runtime's value: a number for one without axes, an array of its shape for any other. */
export const arrayValue = (array: Tensor): Value =>
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
    return exercise.inputs[param]!.integer
      ? { kind: "number", value: value.item(), integer: true }
      : arrayValue(value);
  });
  return { inputs, args };
}

/** So often sizes are drawn, at most, until those that follow from others are lengths. */
const mostDraws = 1_000;

/** The length of every axis that has a name. With `small` they are the least, or nearly the least where those don't go together. */
function drawSizes({ id, sizes = {} }: Exercise, random: Random, small: boolean): Record<string, number> {
  for (let draw = 0; draw < mostDraws; draw++) {
    const drawn: Record<string, number> = {};
    for (const [name, rule] of Object.entries(sizes)) {
      if (typeof rule === "function") {
        drawn[name] = rule(drawn);
        if (!Number.isInteger(drawn[name])) {
          const others = Object.entries(drawn).map(([each, length]) => `${each} = ${length}`);
          throw new Error(
            `Exercise ${id}: a length has to be a whole number, and \`sizes\` gives ${others.join(", ")}. It may use those that are written before it.`,
          );
        }
      } else {
        const [low, high] = rule;
        const most = small ? Math.min(low + draw, high) : high;
        drawn[name] = small && most === low ? low : low + Math.floor(random() * (most - low + 1));
      }
    }
    if (Object.values(drawn).every((length) => length >= 1)) return drawn;
  }
  throw new Error(
    `Exercise ${id}: the lengths in \`sizes\` don't go together: in ${mostDraws} draws one was always less than 1.`,
  );
}

/** A stream of random cases. Sizes are drawn first, then every input. With `small`, sizes are least and numbers whole. */
function* draw(exercise: Exercise, random: Random, small = false): Generator<Case, never> {
  for (let refused = 0; ;) {
    const sizes = drawSizes(exercise, random, small);
    const inputs = Object.fromEntries(
      Object.entries(exercise.inputs).map(([name, sampler]) => {
        const shape = sampler.axes.map((axis) => (typeof axis === "number" ? axis : (sizes[axis] ?? NaN)));
        if (shape.some(Number.isNaN))
          throw new Error(`Exercise ${exercise.id}: ${name} has an axis that \`sizes\` does not name.`);
        return [name, (small && sampler.small ? sampler.small : sampler.draw)(random, shape)];
      }),
    );
    if (exercise.accepts && !exercise.accepts(inputs)) {
      if (++refused > 10_000)
        throw new Error(`Exercise ${exercise.id}: \`accepts\` refuses nearly every random case.`);
      continue;
    }
    yield caseFrom(exercise, inputs);
  }
}

/**
 * The cases of every submission to this exercise: its edge cases, then ten random ones. Throws an Error, in words for its
 * author, where none can be drawn.
 */
export function casesFor(exercise: Exercise): Case[] {
  const random = draw(exercise, randomFor(exercise.id));
  return [
    ...(exercise.edgeCases ?? []).map((inputs) => caseFrom(exercise, inputs)),
    ...Array.from({ length: randomCases }, () => random.next().value),
  ];
}

/** Cases that can be worked out in the head, the simplest first: small whole numbers, small shapes. */
export function simpleCases(exercise: Exercise): Case[] {
  const random = draw(exercise, randomFor(`${exercise.id} simply`), true);
  const drawn = Array.from({ length: smallCases.drawn }, () => random.next().value);
  const distinct = new Map(drawn.map((each) => [JSON.stringify(each.inputs), each]));
  return [...distinct.values()].sort((a, b) => effort(a) - effort(b)).slice(0, smallCases.kept);
}

/** Cases that no submission is tried on, to tell a coincidence over `casesFor` from a rule. */
export function otherCases(exercise: Exercise, count: number): Case[] {
  const random = draw(exercise, randomFor(`${exercise.id} again`));
  return Array.from({ length: count }, () => random.next().value);
}
