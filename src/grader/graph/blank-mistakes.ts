/** The mistakes that can be made in one blank, with the numbers that they lead to, simplest first. */
import type { Question } from "#grader/graph/worksheet.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";
import { faultyContribution, type FaultKind } from "#graph/fault.ts";

export interface BlankMistake {
  kind: DiagnosisKind;
  /** The number that it leads to. */
  value: number;
  /** As a fault in the sweep, where it is one. */
  change?: FaultKind;
  /** What was done, then the question that leads on. */
  message: string;
}

/** So many significant digits of a number are to be right where it may not be rounded. */
export const mostDigits = 10;

/** Whether two numbers are the same but for rounding: that of a computer, or to so many significant digits. */
export const isClose = (a: number, b: number, digits = mostDigits): boolean =>
  Math.abs(a - b) <= 5 * 10 ** -digits * Math.max(Math.abs(a), Math.abs(b));

/** The mistakes that a question invites, on an edge or at a total. */
export const blankMistakes = (question: Question): BlankMistake[] =>
  question.step ? atEdge(question, question.step) : atTotal(question);

function atTotal({ incoming, expected }: Question): BlankMistake[] {
  return [
    {
      kind: "sign",
      value: -expected,
      message: "It has the right size and the opposite sign. Which sign does each path bring?",
    },
    {
      kind: "missing-path",
      value: 0,
      message: "That says that nothing arrives here. What does each path bring?",
    },
    ...incoming.map((part): BlankMistake => ({
      kind: "missing-path",
      value: part,
      message: "That is what one path brings. What do the others bring, and what happens where paths meet?",
    })),
    {
      kind: "wrong-rule",
      value: incoming.reduce((product, part) => product * part),
      message:
        "That is the product of what the paths bring. Along a path one multiplies: what happens where paths meet?",
    },
  ];
}

function atEdge(
  { blank, incoming, expected }: Question,
  step: NonNullable<Question["step"]>,
): BlankMistake[] {
  const { node, upstream, contribution } = step;
  const [arriving] = incoming as [number];
  const { input } = blank.edge!;
  return [
    {
      kind: "sign",
      value: -expected,
      message:
        "It has the right size and the opposite sign. Which signs meet here: that of the gradient that arrives, and that of this step?",
    },
    {
      kind: "missing-path",
      value: 0,
      change: "cut",
      message: `That says that nothing flows back here. Does \`${blank.outer!}\` change when \`${blank.inner}\` does?`,
    },
    {
      kind: "missing-factor",
      value: arriving,
      change: "taken-as-one",
      message: `That is the gradient that arrives, passed on unchanged. How much does \`${blank.outer!}\` change when \`${blank.inner}\` changes a little?`,
    },
    {
      kind: "missing-factor",
      value: expected / arriving,
      message:
        "That is the derivative of this step alone. What has to happen with the gradient that arrives here?",
    },
    ...node.operation.malRules.flatMap((malRule, number): BlankMistake[] =>
      malRule.input === input
        ? [
            {
              kind: "wrong-rule",
              change: { slip: number },
              value: faultyContribution({ slip: number }, node, upstream, contribution)!.item(),
              message: `It is what comes out if you ${malRule.message}. What is the derivative of this step, taken alone?`,
            },
          ]
        : [],
    ),
    ...[node.out, node.inputs[input]!].map((value): BlankMistake => ({
      kind: "not-differentiated",
      value: value.item(),
      message: "That is a value from the way forward. How fast does the result change here?",
    })),
    {
      kind: "wrong-rule",
      value: arriving + expected / arriving,
      message:
        "That is the gradient that arrives and the derivative of this step, added. What happens to slopes along a path?",
    },
    ...(node.inputs.length > 1
      ? [
          {
            kind: "constant-factor" as const,
            value: expected / node.inputs.length,
            message: `That is the right one shared out among what goes into \`${blank.outer!}\`. How much does \`${blank.outer!}\` change when \`${blank.inner}\` alone changes a little?`,
          },
        ]
      : []),
    ...(node.inputs[input]!.node?.inputs ?? []).map((value): BlankMistake => ({
      kind: "extra-factor",
      value: expected * value.item(),
      message: `That has a factor too many, which stands in \`${blank.inner}\`. Which steps has the gradient gone back over when it comes here, and which are still to come?`,
    })),
  ];
}
