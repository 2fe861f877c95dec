/** The mistakes that can be made in one blank, with the numbers that they lead to, simplest first. */
import type { Question } from "#grader/graph/sweep.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";
import { bent, type Change } from "#graph/bend.ts";

export interface Mistake {
  kind: DiagnosisKind;
  /** The number that it leads to. */
  value: number;
  /** As a bend of the sweep, where it is one. */
  change?: Change;
  /** What was done, then the question that leads on. */
  says: string;
}

/** Whether two numbers are the same but for rounding. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** The mistakes that a question invites, on an edge or at a total. */
export const mistakesAt = (question: Question): Mistake[] =>
  question.step ? atEdge(question, question.step) : atTotal(question);

function atTotal({ given, expected }: Question): Mistake[] {
  return [
    {
      kind: "sign",
      value: -expected,
      says: "It has the right size and the opposite sign. Which sign does each path bring?",
    },
    {
      kind: "missing-path",
      value: 0,
      says: "That says that nothing arrives here. What does each path bring?",
    },
    ...given.map((part): Mistake => ({
      kind: "missing-path",
      value: part,
      says: "That is what one path brings. What do the others bring, and what happens where paths meet?",
    })),
    {
      kind: "wrong-rule",
      value: given.reduce((product, part) => product * part),
      says: "That is the product of what the paths bring. Along a path one multiplies: what happens where paths meet?",
    },
  ];
}

function atEdge({ blank, given, expected }: Question, step: NonNullable<Question["step"]>): Mistake[] {
  const { node, upstream, contribution } = step;
  const [arriving] = given as [number];
  const { input } = blank.edge!;
  return [
    {
      kind: "sign",
      value: -expected,
      says: "It has the right size and the opposite sign. Which signs meet here: that of the gradient that arrives, and that of this step?",
    },
    {
      kind: "missing-path",
      value: 0,
      change: "cut",
      says: `That says that nothing flows back here. Does \`${blank.outer!}\` change when \`${blank.inner}\` does?`,
    },
    {
      kind: "missing-factor",
      value: arriving,
      change: "taken-as-one",
      says: `That is the gradient that arrives, passed on unchanged. How much does \`${blank.outer!}\` change when \`${blank.inner}\` changes a little?`,
    },
    {
      kind: "missing-factor",
      value: expected / arriving,
      says: "That is the derivative of this step alone. What has to happen with the gradient that arrives here?",
    },
    ...node.operation.malRules.flatMap((malRule, number): Mistake[] =>
      malRule.input === input
        ? [
            {
              kind: "wrong-rule",
              change: { slip: number },
              value: bent({ slip: number }, node, upstream, contribution)!.item(),
              says: `It is what comes out if you ${malRule.message}. What is the derivative of this step, taken alone?`,
            },
          ]
        : [],
    ),
    ...[node.out, node.inputs[input]!].map((value): Mistake => ({
      kind: "not-differentiated",
      value: value.item(),
      says: "That is a value from the way forward. How fast does the result change here?",
    })),
  ];
}
