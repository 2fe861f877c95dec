/**
 * What is said about an answer: what it does, then the question that leads on. Never the right formula. Names and steps
 * stand in backquotes, which a page shows as code.
 */
import { joinWithAnd } from "#exercise/index.ts";
import type { Shape } from "#autodiff/index.ts";
import type { Mistake } from "#grader/mistake.ts";
import type { EdgeText } from "#grader/fault-sites.ts";
import type { Counterexample } from "#grader/counterexample.ts";

const fractions = new Map([
  [1 / 2, "half"],
  [1 / 3, "a third of"],
  [2 / 3, "two thirds of"],
  [1 / 4, "a quarter of"],
  [3 / 4, "three quarters of"],
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

const atStep = ({ step }: Pick<EdgeText, "step">): string => (step === null ? "" : ` at ${step}`);

export const messages = {
  correct: (outputs: number) =>
    outputs > 1
      ? "Every gradient agrees with autograd in every case."
      : "Your derivative agrees with autograd in every case.",

  sign: () =>
    "Your answer has the right size and the opposite sign in every case. Go through the steps one by one: which of them brings in a minus, and which does not?",

  constantFactor: (factor: number) =>
    `Your answer is ${multiple(Math.abs(factor))} the right one${factor < 0 ? ", with the opposite sign," : ""} in every case. Which step brings in a constant, and does it come in exactly once?`,

  batchFactor: (of: string, tooLarge: boolean, squared: boolean) =>
    `Your answer is ${tooLarge ? "too large" : "too small"} by a factor that is ${squared ? "the square of " : ""}${of}, which changes from case to case. Does this function add over them or average, and how often does each of them count?`,

  notDifferentiated: (step: string | null) =>
    step === null
      ? "Your answer is the function's own value. A derivative says how fast that value changes: what happens to it when the input moves a little?"
      : `Your answer is the value of \`${step}\`, a step on the way forward. What is asked is how fast the result changes: what does each step contribute on the way back?`,

  missingFactor: ({ outer, inner, ...edgeText }: EdgeText) =>
    `Your answer leaves out one link of the chain rule${atStep(edgeText)}: it is what comes out if the derivative of \`${outer}\` with respect to \`${inner}\` is taken as 1. How much does \`${outer}\` change when \`${inner}\` changes a little?`,

  missingPath: ({ outer, inner }: EdgeText, wrt: string) =>
    `\`${wrt}\` reaches the result along more than one path, and your answer leaves out the one from \`${outer}\` back into \`${inner}\`. What flows back along that one?`,

  /** A path left out in some steps of a recurrence, or the recurrence not followed further back. */
  missingStep: ({ outer, inner, step, carries }: EdgeText, wrt: string) => {
    if (carries) {
      const where =
        step === "every step" ? "goes back over the last step only" : `stops at ${step} on the way back`;
      return `Your answer ${where}: what flows from \`${outer}\` on into \`${inner}\`, and so into all earlier steps, is missing. How does \`${wrt}\` act on the result through \`${inner}\`?`;
    }
    const path = `what flows from \`${outer}\` back into \`${inner}\` at ${step ?? ""}`;
    return inner === wrt
      ? `\`${wrt}\` enters at every step, and your answer leaves out ${path}. What does each single step contribute?`
      : `Your answer leaves out ${path}. What comes back along that path, and where does it go on to?`;
  },

  noPath: (wrt: string) =>
    `Your answer is 0 everywhere, as if the result did not depend on \`${wrt}\`. Where does \`${wrt}\` enter, and what changes from there on?`,

  notSummed: ({ outer, inner }: EdgeText) =>
    `On the way forward \`${inner}\` was repeated to meet the shape of \`${outer}\`. Your answer keeps what flows back into each of its copies apart. There is only one \`${inner}\`: what happens where paths meet?`,

  notAddedUp: ({ outer, inner }: EdgeText) =>
    `One \`${inner}\` serves all entries of \`${outer}\`: what flows back into it meets there. Your answer keeps it apart, entry by entry. What arrives at \`${inner}\` in all?`,

  wrongAxis: (what: string, { outer, inner }: EdgeText) =>
    `Your answer is what comes out if you ${what}. Along which axis was \`${inner}\` repeated in \`${outer}\`, and how do the gradients of its copies come together?`,

  wrongVariable: (other: string, wrt: string) =>
    `Your answer is the derivative with respect to \`${other}\`. Here \`${wrt}\` moves and everything else holds still: what changes then?`,

  wrongRule: ({ outer, ...edgeText }: EdgeText, slip: string) =>
    `Somewhere a rule went wrong: your answer is what comes out if, at \`${outer}\`${edgeText.step === null ? "" : ` in ${edgeText.step}`}, you ${slip}. What is the derivative of that one step, taken alone?`,

  wrongCalculus: (done: string, place: string | null) =>
    `Your answer is what comes out if you ${done}${place === null ? "" : `, at \`${place}\``}. Try that rule on a function whose derivative you know: does it give it?`,

  mistakenInRule: (wrong: string, right: string, place: string) =>
    `Your answer is right but for one value: it is what comes out if, in the derivative of \`${place}\`, \`${wrong}\` stands where \`${right}\` belongs. Which of the two does that step work with?`,

  mistakenOnwards: (wrong: string, right: string) =>
    `Your answer is the gradient of another function: one in which \`${right}\` is \`${wrong}\`. What does your code work with where the function has \`${right}\`?`,

  extraFactor: (factor: string, divided: boolean, { outer, inner }: EdgeText) =>
    `Your answer ${divided ? "divides" : "multiplies"} once too often by \`${factor}\`: it is what comes out if that happens on the way from \`${outer}\` back into \`${inner}\`. How much does \`${outer}\` change when \`${inner}\` changes a little?`,

  runTogether: (inner: string, averaged: boolean, axis: number | null) =>
    `Your answer ${averaged ? "averages" : "adds up"} what flows back into the entries of \`${inner}\`${axis === null ? "" : ` along axis ${axis}`}, and gives each entry the same. Every entry has a path of its own: what comes back along that of the first one?`,

  valueOfInput: (name: string, wrt: string) =>
    `Your answer is ${name === wrt ? `\`${name}\` itself` : `the value of \`${name}\``}. A derivative says how fast the result changes: what happens to it when \`${wrt}\` moves a little?`,

  stoppedAtStep: (step: string, wrt: string) =>
    `Your answer is the gradient with respect to \`${step}\`, a step on the way. There the sweep stopped: how does what arrives at \`${step}\` go on to \`${wrt}\`?`,

  constantTerm: (constant: number) =>
    `Your answer is ${constant < 0 ? "too small" : "too large"} by ${String(Math.abs(constant))} everywhere. Which term of yours is a constant, and how fast does that change?`,

  rightOnOneSide: (name: string, positive: boolean) =>
    `Your answer is right where \`${name}\` is ${positive ? "positive" : "negative"}, and wrong on the other side of 0. Take one value from the wrong side: does your rule hold there too?`,

  rightForCounts: (what: string, side: "up to" | "from", count: number) =>
    `Your answer is right where ${what} is ${side === "up to" ? `at most ${String(count)}` : `more than ${String(count)}`}, and wrong elsewhere. Which part of your code holds for those alone?`,

  singlePrecision: () =>
    "Your answer is right to about 7 digits, as far as single precision goes. Which of your numbers is a 32-bit one? Leave all of them as they are: they have 64 bits.",

  rounded: (digits: number) =>
    `Your answer is the right one, rounded to ${digits === 0 ? "a whole number" : digits === 1 ? "one digit after the point" : `${digits} digits after the point`}. Return it as it is computed.`,

  order: (wrt: readonly string[]) =>
    `Each gradient is right, but they stand in the wrong order. The order asked for is the one by ${joinWithAnd(wrt.map((name) => `\`${name}\``))}.`,

  transposed: (wrt: string, shape: Shape) =>
    `Your numbers are right, but transposed: the gradient has the shape of \`${wrt}\`, here ${shapeText(shape)}. Which of the two axes belongs to which axis of \`${wrt}\`?`,

  notReduced: (wrt: string, got: Shape, wanted: Shape) =>
    `Your answer has the shape ${shapeText(got)} where \`${wrt}\` has ${shapeText(wanted)}. \`${wrt}\` was repeated along an axis on the way forward. What has to happen along that axis on the way back?`,

  wrongShape: (wrt: string, got: Shape, wanted: Shape, rightNumbers: boolean) =>
    `Your answer is ${shaped(got)}, but the gradient with respect to \`${wrt}\` is ${shaped(wanted)}: it has one entry for each entry of \`${wrt}\`. ${rightNumbers ? "The numbers are right. Which axis is missing, or one too many?" : "Which entry of yours belongs to which of those?"}`,

  finiteDifference: (digits: number) =>
    `Your answer is right to about ${digits} ${digits === 1 ? "digit" : "digits"} and then drifts off, as a difference quotient does. Which rule gives the derivative exactly, with no step size in it?`,

  two: (first: Mistake, second: Mistake) =>
    `Your answer has two things wrong at once. It is what comes out if you ${first.description} and also ${second.description}. Take them one at a time: what would each of these two steps give alone?`,

  /** Wrong in shape and in numbers. */
  shapeAndNumbers: (
    shapeFault: "transposed" | "not-reduced",
    wrt: string,
    { kind, description: what, where }: Mistake,
  ) => {
    const shape =
      shapeFault === "transposed" ? "it is transposed" : `it is not summed to the shape of \`${wrt}\``;
    const done =
      kind === "wrong-variable"
        ? `differentiate with respect to \`${what}\``
        : kind === "wrong-rule"
          ? `${what} at \`${where ?? ""}\``
          : what;
    return `Your answer has two things wrong at once: ${shape}, and its numbers are what comes out if you ${done}. Take them one at a time: which axis of \`${wrt}\` is which, and what does each step give alone?`;
  },

  none: ({ at, entry, direction }: Counterexample) =>
    `Your answer is wrong, and neither one mistake nor two explain it. The simplest input where it fails is ${at}: there ${entry === null ? "it" : `its entry \`${entry}\``} is ${direction}. Work that one out by hand, a step at a time: where do you and your code part?`,

  /** Added where a second explanation fits just as well, at one place or at several. */
  also: ({ kind, description: what }: Mistake, sites: readonly string[]): string => {
    switch (kind) {
      case "wrong-rule":
        return `It is also what comes out if, at ${sites.map((site) => `\`${site}\``).join(" or at ")}, you ${what}.`;
      case "wrong-variable":
        return `It is also the derivative with respect to \`${what}\`.`;
      default:
        return `It is also what comes out if you ${what}.`;
    }
  },

  /** Before a diagnosis, where an exercise asks for several gradients. */
  ofOutputs: (names: readonly string[], message: string) =>
    `For the ${names.length > 1 ? "gradients" : "gradient"} with respect to ${joinWithAnd(names.map((name) => `\`${name}\``))}: ${message}`,

  othersRight: (names: readonly string[]) =>
    `The ${names.length > 1 ? "gradients" : "gradient"} with respect to ${joinWithAnd(names.map((name) => `\`${name}\``))} ${names.length > 1 ? "are" : "is"} right.`,
} as const;
