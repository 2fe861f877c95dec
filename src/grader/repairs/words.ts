/** What is said of a slip: where it is, what would be right there, and the question that leads on. */
import type { Repair } from "#grader/repairs/find-repair.ts";
import type { SlipSort } from "#grader/repairs/slip.ts";

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** What is said after the line, by what was mixed up. Code stands in backquotes. */
const said: Readonly<Record<SlipSort, (slip: { found: string; meant: string }) => string>> = {
  value: ({ found, meant }) =>
    `All is right if \`${meant}\` stands there where you have \`${found}\`. Which of the two does that step work with?`,
  index: ({ found, meant }) =>
    `All is right if \`${meant}\` stands there where you have \`${found}\`. Which entry goes with this step?`,
  axis: ({ found, meant }) =>
    `All is right with \`${meant}\` where you have \`${found}\`. Along which axis do the values belong together?`,
  order: () =>
    "All is right if this line and the next change places. Which of their values does each of them need, the one before or the one after?",
  overwritten: ({ found, meant }) =>
    meant === "="
      ? `All is right if \`${found}\` isn’t added to there, but set anew. What is in it from the pass before?`
      : `All is right if \`${found}\` is added to there, where you set it anew. What becomes of what the earlier passes brought?`,
  derivative: ({ found }) =>
    `All is right with another number where you have \`${found}\`. What is it the derivative of, and how fast does that change?`,
  operator: ({ found, meant }) =>
    `All is right with \`${meant}\` as the operator in \`${found}\`. What becomes of slopes along a path, and what of paths that meet?`,
  sign: ({ found }) =>
    `All is right with one sign turned, at \`${found}\`. Which step of the function turns it?`,
  brackets: ({ found }) =>
    `All is right with brackets in \`${found}\`. What is computed first there, and what is meant to be?`,
  term: ({ found }) => `All is right without \`${found}\` as a term there. Where does it come from?`,
  factor: ({ found }) => `All is right without \`${found}\` as a factor there. Where does it come from?`,
  function: ({ found, meant }) =>
    `All is right with \`${meant}\` where you have \`${found}\`. Which of the two does the function shown lead to?`,
  number: ({ found }) =>
    `All is right with another number where you have \`${found}\`. Where does this one come from?`,
  bound: ({ found }) =>
    `All is right if the loop begins or ends elsewhere than at \`${found}\`. Which step is its first, and which its last?`,
  comparison: ({ found }) =>
    `All is right with another comparison in \`${found}\`. For which inputs is each branch?`,
};

/** The message about a slip: the line, what would be right there, and a question. */
export const slipText = ({ line, sort, found, meant }: Repair): string =>
  `It goes wrong in line ${line}. ${said[sort]({ found: oneLine(found), meant: oneLine(meant) })}`;

/** What is said of a line that is right without the slip in another. */
export const afterSlip = (line: number): string => `Not what it is meant to be, because of line ${line}.`;

/** What is said of the line with the slip, where it is no step of its own. */
export const withSlip = "All that follows is right but for one thing in this line.";
