import type { Verdict } from "#grader/verdict.ts";

export const verdict = {
  words: {
    correct: "Correct",
    incorrect: "Incorrect",
    invalid: "Could not be graded",
    timeout: "Out of time",
  } satisfies Record<Verdict, string>,
  inList: { correct: "correct", incorrect: "incorrect" },
  byGradient: "Verdict by gradient",
  moveTo: (language: string) => `Move it to ${language}`,
  moved: (language: string) => `Moved to ${language}. Submit it there.`,
  codeEdited: "You have edited the code since.",
  numbersEdited: "You have edited the numbers since.",
  printed: (at: string | null) =>
    at === null ? "Your code printed, before any call:" : `Your code printed, for ${at}:`,
  printout: "What your code printed",
  printedMore: "Only the beginning is kept.",
};

export const cases = {
  agree: (agreeing: number, count: number) =>
    agreeing === count ? `All ${count} cases agree` : `${agreeing} of ${count} cases agree`,
  label: "Cases",
  at: "At",
  gradient: "Gradient",
  yours: "Yours",
  autograd: "Autograd",
  agrees: "Agree",
  yes: "yes",
  no: "no",
  nothing: "nothing",
  large: (shape: string, first: string) => `${shape} numbers, beginning with ${first}`,
  fewer: "Show fewer cases",
  all: (count: number) => `Show all ${count} cases`,
};

export const wrongStep = {
  summary: "The step on the graph",
  drawing: "The exercise’s graph, with the step that went wrong",
  parts: (from: string, to: string) =>
    `The step from \`${from}\` back to \`${to}\` is where your gradients part from the right ones.`,
  times: (factor: string, input: string) =>
    `At \`${input}\`, your answer is ${factor} times what comes back to it this way.`,
  yours: (number: string) => `yours: ${number}`,
  yoursNone: "yours: none",
  yoursDiffers: "yours differs",
  notDrawn: "This graph is too large to draw.",
  offline: "The graph could not be fetched. Are you offline?",
};
