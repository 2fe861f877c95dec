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

const atStep = ({ step }: Pick<EdgeText, "step">): string => (step === null ? "" : ` at ${step}`);

const direction = (tooLarge: boolean): string => (tooLarge ? "too large" : "too small");

/** What a shape that differs is asked about where the numbers are right. */
function axisQuestion(got: Shape, wanted: Shape): string {
  if (got.length === wanted.length) return "Which axis of yours is which of those?";
  return got.length > wanted.length ? "Which axis is one too many?" : "Which axis is missing?";
}

/** Neutral elements: what a value counts as that is left out. */
const isLeftOut = (wrong: string): boolean => wrong === "0" || wrong === "1";

/** ` at \`x**2\` or at \`y**2\`,`: after "if" */
const atSites = (sites: readonly string[]): string =>
  sites.length === 0 ? "" : `, at ${sites.map((site) => `\`${site}\``).join(" or at ")},`;

export const messages = {
  correct: (outputs: number) =>
    outputs > 1
      ? "Every gradient agrees with autograd in every case."
      : "Your derivative agrees with autograd in every case.",

  /** @param other an input by which the derivative would be this one, if there is one */
  sign: (wrt: string, other: string | null) =>
    other === null
      ? "This has the right size and the opposite sign in every case. Which step of the function turns the sign, and which of yours does?"
      : `This has the opposite sign in every case: it is the derivative with respect to \`${other}\`. Which sign has \`${wrt}\` in the function, and which has \`${other}\`?`,

  /** @param cause what leads to this factor, after "you", with the steps at which it would */
  constantFactor: (factor: number, cause: { description: string; sites: readonly string[] } | null) => {
    const size = `This is ${multiple(Math.abs(factor))} the right one${factor < 0 ? ", with the opposite sign," : ""} in every case`;
    return cause === null
      ? `${size}. Which step brings in a constant, and how often does it count in yours?`
      : `${size}, as it is if${atSites(cause.sites)} you ${cause.description}. What is the derivative of that one step, taken alone?`;
  },

  batchFactor: (of: string, tooLarge: boolean, squared: boolean) =>
    `This is the right one ${tooLarge ? "times" : "divided by"} ${squared ? "the square of " : ""}${of}. Does this function add over them or average, and how often does each of them count?`,

  notDifferentiated: (step: string | null) =>
    step === null
      ? "This is the function's own value. A derivative says how fast that value changes: what happens to it when the input moves a little?"
      : `This is the value of \`${step}\`, a step on the way forward. What is asked is how fast the result changes: how much does that step, when what goes into it moves a little?`,

  missingFactor: ({ outer, inner, ...edgeText }: EdgeText) =>
    `This leaves out one link of the chain rule${atStep(edgeText)}: the derivative of \`${outer}\` with respect to \`${inner}\` is taken as 1. How much does \`${outer}\` change when \`${inner}\` changes a little?`,

  /** One branch alone passes over a link that what else comes through it does not. */
  skippedLink: ({ outer, inner, step }: EdgeText, operation: string) =>
    `What goes on from \`${outer}\` into \`${inner}\` skips the slope of ${operation}${step === null ? "" : ` at ${step}`}. What has \`${inner}\` passed through on its way to \`${outer}\`?`,

  missingPath: ({ outer, inner }: EdgeText, wrt: string) =>
    `\`${wrt}\` reaches the result along more than one path, and this leaves out the one from \`${outer}\` back into \`${inner}\`. What comes along it?`,

  /** A path left out in some steps of a recurrence, or the recurrence not followed further back. */
  missingStep: ({ outer, inner, step, carries }: EdgeText, wrt: string) => {
    if (carries) {
      const where =
        step === "every step" ? "goes back over the last step only" : `stops at ${step} on the way back`;
      return `This ${where}: what flows from \`${outer}\` on into \`${inner}\`, and so into all earlier steps, is missing. How does the result depend on \`${inner}\`?`;
    }
    const path = `what flows from \`${outer}\` back into \`${inner}\` at ${step ?? ""}`;
    return inner === wrt
      ? `\`${wrt}\` enters at every step, and this leaves out ${path}. What does each single step bring?`
      : `This leaves out ${path}. What comes back along that path, and where does it go on to?`;
  },

  noPath: (wrt: string) =>
    `This is 0 everywhere, as if the result did not depend on \`${wrt}\`. Where does \`${wrt}\` enter, and what changes from there on?`,

  /** @param all those that share it: `rows`, `entries` */
  notSummed: ({ outer, inner }: EdgeText, all: string) =>
    `One \`${inner}\` serves all ${all} of \`${outer}\`, and what flows back from them meets there. Here it is kept apart. What arrives at \`${inner}\` in all?`,

  wrongAxis: (what: string, { outer, inner }: EdgeText) =>
    `Here you ${what}. Along which axis was \`${inner}\` repeated in \`${outer}\`, and how do the gradients of its copies come together?`,

  /** @param slip what leads to the same, after "you", with the steps at which it would, if anything does */
  wrongVariable: (
    other: string,
    wrt: string,
    slip: { description: string; sites: readonly string[] } | null,
  ) =>
    `This is the derivative with respect to \`${other}\`${slip === null ? "" : `, or what comes out if${atSites(slip.sites)} you ${slip.description}`}. Here \`${wrt}\` moves and everything else holds still: what changes then?`,

  wrongRule: ({ outer, step }: EdgeText, slip: string) =>
    `This is what comes out if, at \`${outer}\`${step === null ? "" : ` in ${step}`}, you ${slip}. What is the derivative of that one step, taken alone?`,

  /** @param trial a function that the rule is seen to be wrong on */
  wrongCalculus: (done: string, place: string | null, trial: string) =>
    `This is what comes out if you ${done}${place === null ? "" : `, at \`${place}\``}. Try that rule on \`${trial}\`: does it give the derivative that you know?`,

  mistakenInRule: (wrong: string, right: string, place: string) =>
    isLeftOut(wrong)
      ? `This is right but for one value: in the derivative of \`${place}\`, \`${right}\` counts as \`${wrong}\`. Where does \`${right}\` enter there?`
      : `In the derivative of \`${place}\`, this is right if \`${right}\` stands where you have \`${wrong}\`. Which of the two does that step work with?`,

  mistakenOnwards: (wrong: string, right: string) =>
    isLeftOut(wrong)
      ? `This is the gradient of another function: one in which \`${right}\` is \`${wrong}\`. Where does \`${right}\` enter in yours?`
      : `This is the gradient of another function: one in which \`${wrong}\` stands in the place of \`${right}\`. Which of the two does the function shown work with?`,

  extraFactor: (factor: string, divided: boolean, { outer, inner }: EdgeText) =>
    `This ${divided ? "divides" : "multiplies"} once too often by \`${factor}\`, on the way from \`${outer}\` back into \`${inner}\`. How much does \`${outer}\` change when \`${inner}\` changes a little?`,

  dividedBySlope: ({ outer, inner }: EdgeText) =>
    `This divides by the slope of \`${outer}\` with respect to \`${inner}\`. A small change of \`${inner}\` goes forward: what is it multiplied by on its way to \`${outer}\`?`,

  offByStep: (step: string, divided: boolean) =>
    `This is the right one ${divided ? "divided by" : "times"} \`${step}\`. Which steps of the function bring \`${step}\` in, and which of yours do?`,

  runTogether: ({ outer, inner }: EdgeText, averaged: boolean, axis: number | null) =>
    `This ${averaged ? "averages" : "adds up"} what flows back into the entries of \`${inner}\`${outer === inner ? "" : ` from \`${outer}\``}${axis === null ? "" : ` along axis ${axis}`}, and gives each entry the same. Every entry has a path of its own: what comes back along that of the first one?`,

  valueOfInput: (name: string, wrt: string) =>
    `This is ${name === wrt ? `\`${name}\` itself` : `the value of \`${name}\``}. A derivative says how fast the result changes: what happens to it when \`${wrt}\` moves a little?`,

  stoppedAtStep: (step: string, wrt: string) =>
    `This is the gradient with respect to \`${step}\`, a step on the way. How does what arrives at \`${step}\` go on to \`${wrt}\`?`,

  /** @param step an input, or a step on the way */
  begunAtStep: (step: string) =>
    `This is what comes out if 1 flows back into \`${step}\`: the way there from the result is missing. How much does the result change when \`${step}\` changes a little?`,

  oneStepShort: (state: string) =>
    `This is the gradient of \`${state}\` one step before the last. How many steps does the recurrence make, and how many does your loop go through?`,

  valueForGradient: (step: string) =>
    `This is right if what flows back into \`${step}\` stands where you have \`${step}\` itself. What arrives there from the result?`,

  /** @param rank how many axes the step has */
  oneShareOnly: (step: string, axis: number, rank: number, first: boolean) => {
    const one =
      rank === 1 ? "entry" : axis === 0 ? "row" : axis === 1 ? "column" : `slice along axis ${axis}`;
    return `This holds what the ${first ? "first" : "last"} ${one} of \`${step}\` brings, and nothing of the others. What becomes of each ${one}’s share when the next one comes?`;
  },

  stepTaken: (wrt: string) =>
    `This is \`${wrt}\` itself after a step against the gradient. What is asked is the gradient alone: what do you add to \`${wrt}\` here, without its step size?`,

  /** @param times what the slopes of the step's entries by the input's are multiplied by */
  ownEntryOnly: (step: string, wrt: string, times: "none" | "upstream" | "gradient") =>
    times === "gradient"
      ? `This is the right one times how fast each entry of \`${step}\` changes with its own entry of \`${wrt}\`. What of that is in the right one already?`
      : `This takes each entry of \`${step}\` to depend on its own entry of \`${wrt}\` alone${times === "upstream" ? "" : ", and nothing to come after"}. Which entries of \`${step}\` change when one entry of \`${wrt}\` moves?`,

  runningSum: (wrt: string) =>
    `Each entry of this holds the sum of the right one’s entries up to there. How many entries of \`${wrt}\` does one entry of the gradient speak of?`,

  rightForEntries: (others: boolean, first: boolean) =>
    `This is right ${others ? "but for" : "for"} the ${first ? "first" : "last"} entry${others ? "" : " alone"}. Where does your code begin, and where does it end?`,

  carriedAnew: (state: string) =>
    `Into every \`${state}\` flows the same here as into the last one: what one step hands on doesn’t arrive in the one before. What does your loop take up, and what does it leave for its next pass?`,

  carriedBesides: (state: string) =>
    `Into every \`${state}\` flows what the step after it hands on, and 1 besides. Does the result depend on each \`${state}\` directly, or on the last one alone?`,

  startsAtOne: (start: string, wrt: string) =>
    `This is right but for its start: it counts \`${start}\` as changing as fast as \`${wrt}\` itself. How fast does \`${start}\` change when \`${wrt}\` moves?`,

  oneStepFurther: (state: string) =>
    `This is the gradient of \`${state}\` one step behind the last. How many steps does the recurrence make, and how many does your loop go through?`,

  constantTerm: (constant: number) =>
    `This is ${direction(constant > 0)} by ${String(Math.abs(constant))} everywhere. Which term of yours is a constant, and how fast does that change?`,

  smallConstant: (constant: number) =>
    `This is ${direction(constant > 0)} by ${String(Number(Math.abs(constant).toPrecision(2)))} everywhere. Which small constant of yours is that, and does the function have it?`,

  rightOnOneSide: (name: string, positive: boolean) =>
    `This is right where \`${name}\` is ${positive ? "positive" : "negative"}, and wrong on the other side of 0. Take one value from the wrong side: does your rule hold there too?`,

  rightForCounts: (what: string, side: "up to" | "from", count: number) =>
    `This is right where ${what} is ${side === "up to" ? `at most ${String(count)}` : `more than ${String(count)}`}, and wrong elsewhere. Which part of your code holds for those alone?`,

  singlePrecision: () =>
    "This is right to about 7 digits, as far as single precision goes. Which of your numbers has 32 bits where all that you are given have 64?",

  rounded: (digits: number) =>
    `This is right, but rounded to ${digits === 0 ? "a whole number" : digits === 1 ? "one digit after the point" : `${digits} digits after the point`}. Which part of your code rounds, and does the function?`,

  order: (wrt: readonly string[]) =>
    `Each gradient is right, but they stand in the wrong order. The order asked for is the one by ${joinWithAnd(wrt.map((name) => `\`${name}\``))}.`,

  transposed: (wrt: string, shape: Shape) =>
    `The numbers are right, but transposed: the gradient has the shape of \`${wrt}\`, here ${shapeText(shape)}. Which of the two axes belongs to which axis of \`${wrt}\`?`,

  notReduced: (wrt: string, got: Shape, wanted: Shape) =>
    wanted.length === 0
      ? `This has the shape ${shapeText(got)}, and \`${wrt}\` is a single number, which serves all these entries. What arrives at \`${wrt}\` in all?`
      : `This has the shape ${shapeText(got)} where \`${wrt}\` has ${shapeText(wanted)}. \`${wrt}\` was repeated along an axis on the way forward: what has to happen along that axis on the way back?`,

  /** The right numbers in brackets of their own. */
  inBrackets: (brackets: "list" | "tuple") =>
    brackets === "list"
      ? "The numbers are right. You return a list that holds the array. Return the array itself."
      : "The numbers are right. You return a tuple that holds the array: a comma makes one. Return the array itself.",

  wrongShape: (wrt: string, got: Shape, wanted: Shape, rightNumbers: boolean) => {
    const own = wanted.length === 0 ? "is a single number" : `has the shape ${shapeText(wanted)}`;
    const yours = got.length === 0 ? "is a single number" : `has the shape ${shapeText(got)}`;
    if (rightNumbers)
      return `The numbers are right. \`${wrt}\` ${own}, yours ${yours}. ${axisQuestion(got, wanted)}`;
    return wanted.length === 0
      ? `This ${yours}, but \`${wrt}\` ${own}, and so is its gradient. How does the result change when \`${wrt}\` moves a little?`
      : `This ${yours}, but \`${wrt}\` ${own}: its gradient has one entry for each of its entries. How does the result change when only the first of them moves, and where does that stand in yours?`;
  },

  finiteDifference: (digits: number) =>
    `This is right to about ${digits} ${digits === 1 ? "digit" : "digits"}. A difference quotient does that, and so does rounding on the way, or a small constant that was added. Which of these is in your code?`,

  two: (first: Mistake, second: Mistake) =>
    `This has two things wrong at once: it is what comes out if you ${first.description} and also ${second.description}. Take the first one alone: what does that step give?`,

  twoPaths: (wrt: string, first: EdgeText, second: EdgeText) =>
    `\`${wrt}\` reaches the result along more than one path, and this leaves out two: the one from \`${first.outer}\` back into \`${first.inner}\`${atStep(first)}, and the one from \`${second.outer}\` back into \`${second.inner}\`${atStep(second)}. What comes along the first?`,

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
    return `This has two things wrong at once: ${shape}, and its numbers are what comes out if you ${done}. Take the shape first: which axis of \`${wrt}\` is which?`;
  },

  none: ({ at, entry, direction }: Counterexample) =>
    `None of the mistakes that are known here explains this. The simplest input where it fails is ${at}: there ${entry === null ? "it" : `its entry \`${entry}\``} is ${direction}. Work that one out by hand, a step at a time: where do you and your code part?`,

  /** Right in all cases that the page tries, and wrong in others. */
  wrongElsewhere: (at: string) =>
    `Your answer is right in the cases that everybody meets, and wrong in others. The simplest of these is ${at}. Does your code know inputs by sight, or does its rule hold only for some?`,

  /** Right in all cases that the page tries; in others it can't be graded. */
  failsElsewhere: (why: string) =>
    `Your answer is right in the cases that everybody meets, and can't be graded in others. ${why}`,

  /** Before a diagnosis, where an exercise asks for several gradients. */
  ofOutputs: (names: readonly string[], message: string) =>
    `For the ${names.length > 1 ? "gradients" : "gradient"} with respect to ${joinWithAnd(names.map((name) => `\`${name}\``))}: ${message}`,

  othersRight: (names: readonly string[]) =>
    `The ${names.length > 1 ? "gradients" : "gradient"} with respect to ${joinWithAnd(names.map((name) => `\`${name}\``))} ${names.length > 1 ? "are" : "is"} right.`,
} as const;
