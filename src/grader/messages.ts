/**
 * What is said about an answer: what it does, then the question that leads on. Never the right formula. Names and steps
 * stand in backquotes, which a page shows as code.
 */
import { listed } from "#exercise/index.ts";
import type { Shape } from "#autodiff/index.ts";
import type { Mistake } from "#grader/mistakes.ts";

const fractions = new Map([
  [1 / 2, "half"],
  [1 / 3, "a third"],
  [2 / 3, "two thirds"],
  [1 / 4, "a quarter"],
  [3 / 4, "three quarters"],
]);

/** `3 times`, `half`, `0.7 times` */
function multiple(factor: number): string {
  for (const [value, name] of fractions) if (Math.abs(factor - value) < 1e-9) return name;
  const rounded = Number(factor.toPrecision(6));
  return `${rounded} times`;
}

/** `(2, 3)`, `(3,)`, `()` */
export const shapeText = (shape: Shape): string =>
  shape.length === 1 ? `(${shape[0]!},)` : `(${shape.join(", ")})`;

const shaped = (shape: Shape): string =>
  shape.length === 0 ? "a single number" : `an array of shape ${shapeText(shape)}`;

export const says = {
  correct: (outputs: number) =>
    outputs > 1
      ? "Every gradient agrees with autograd in every case."
      : "Your derivative agrees with autograd in every case.",

  sign: () =>
    "Your answer has the right size and the opposite sign in every case. Go through the steps one by one: which of them brings in a minus, and which does not?",

  constantFactor: (factor: number) =>
    `Your answer is ${multiple(Math.abs(factor))} the right one${factor < 0 ? ", with the opposite sign," : ""} in every case. Which step brings in a constant, and does it come in exactly once?`,

  batchFactor: (of: string, tooLarge: boolean) =>
    `Your answer is ${tooLarge ? "too large" : "too small"} by a factor that is ${of}, which changes from case to case. Does this function add over them or average, and how often does each of them count?`,

  notDifferentiated: (step: string | null) =>
    step === null
      ? "Your answer is the function's own value. A derivative says how fast that value changes: what happens to it when the input moves a little?"
      : `Your answer is the value of \`${step}\`, a step on the way forward. What is asked is how fast the result changes: what does each step contribute on the way back?`,

  missingFactor: (outer: string, inner: string) =>
    `Your answer leaves out one link of the chain rule: it is what comes out if the derivative of \`${outer}\` with respect to \`${inner}\` is taken as 1. How much does \`${outer}\` change when \`${inner}\` changes a little?`,

  missingPath: (outer: string, inner: string, wrt: string) =>
    `\`${wrt}\` reaches the result along more than one path, and your answer leaves out the one from \`${outer}\` back into \`${inner}\`. What flows back along that one?`,

  noPath: (wrt: string) =>
    `Your answer is 0 everywhere, as if the result did not depend on \`${wrt}\`. Where does \`${wrt}\` enter, and what changes from there on?`,

  wrongVariable: (other: string, wrt: string) =>
    `Your answer is the derivative with respect to \`${other}\`. Here \`${wrt}\` moves and everything else holds still: what changes then?`,

  wrongRule: (step: string, slip: string) =>
    `Somewhere a rule went wrong: your answer is what comes out if, at \`${step}\`, you ${slip}. What is the derivative of that one step, taken alone?`,

  order: (wrt: readonly string[]) =>
    `Each gradient is right, but they stand in the wrong order. The order asked for is the one by ${listed(wrt.map((name) => `\`${name}\``))}.`,

  transposed: (wrt: string, shape: Shape) =>
    `Your numbers are right, but transposed: the gradient has the shape of \`${wrt}\`, here ${shapeText(shape)}. Which of the two axes belongs to which axis of \`${wrt}\`?`,

  notReduced: (wrt: string, got: Shape, wanted: Shape) =>
    `Your answer has the shape ${shapeText(got)} where \`${wrt}\` has ${shapeText(wanted)}. \`${wrt}\` was repeated along an axis on the way forward. What has to happen along that axis on the way back?`,

  wrongShape: (wrt: string, got: Shape, wanted: Shape) =>
    `Your answer is ${shaped(got)}, but the gradient with respect to \`${wrt}\` is ${shaped(wanted)}: it has one entry for each entry of \`${wrt}\`. Which entry of yours belongs to which of those?`,

  finiteDifference: (digits: number) =>
    `Your answer is right to about ${digits} ${digits === 1 ? "digit" : "digits"} and then drifts off, as a difference quotient does. Which rule gives the derivative exactly, with no step size in it?`,

  none: (at: string, direction: string | null) =>
    `Your answer is wrong, and no single mistake explains it. The simplest input where it fails is ${at}${direction === null ? "" : `: there it is ${direction}`}. Work that one out by hand, a step at a time: where do you and your code part?`,

  /** Added where a second explanation fits just as well, at one place or at several. */
  also: ({ kind, says: what }: Mistake, places: readonly string[]): string => {
    switch (kind) {
      case "wrong-rule":
        return `It is also what comes out if, at ${places.map((place) => `\`${place}\``).join(" or at ")}, you ${what}.`;
      case "wrong-variable":
        return `It is also the derivative with respect to \`${what}\`.`;
      default:
        return `It is also what comes out if you ${what}.`;
    }
  },

  /** Before a diagnosis, where an exercise asks for several gradients. */
  ofOutput: (wrt: string, message: string) => `For the gradient with respect to \`${wrt}\`: ${message}`,

  othersRight: (names: readonly string[]) =>
    `The ${names.length > 1 ? "gradients" : "gradient"} with respect to ${listed(names.map((name) => `\`${name}\``))} ${names.length > 1 ? "are" : "is"} right.`,
} as const;
