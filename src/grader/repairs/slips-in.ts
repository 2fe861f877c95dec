/** The slips that may be in an answer: all programs that differ from it in one place, where people write one thing for another. */
import { axisLeftOut, otherFunction } from "#grader/repairs/rules/calls.ts";
import { indexOf, otherBound, otherIndex, otherNumber, otherValue } from "#grader/repairs/rules/operands.ts";
import {
  bracketsLost,
  oneTooMany,
  otherComparison,
  otherOperator,
  signTooMany,
  turnedAround,
} from "#grader/repairs/rules/operators.ts";
import { slipSorts, type AnswerSource, type Rule, type Slip } from "#grader/repairs/slip.ts";
import { otherAssignment, otherOrder, signLeftOut } from "#grader/repairs/rules/statements.ts";
import { valueNames } from "#grader/repairs/value-names.ts";
import type { Language } from "#reading/language.ts";
import {
  endsLoop,
  isForItsEffect,
  isWithinTarget,
  namesSomething,
  type Span,
} from "#reading/program-nodes.ts";
import { nodesOf, syntaxTree, type SyntaxNode } from "#reading/syntax-tree.ts";

const statementRules: Readonly<Record<string, readonly Rule[]>> = {
  AssignStatement: [otherOrder, otherAssignment, signLeftOut],
  UpdateStatement: [otherOrder, otherAssignment],
  ExpressionStatement: [otherOrder],
  AssignmentExpression: [otherAssignment, signLeftOut],
  ReturnStatement: [signLeftOut],
};

const expressionRules: Readonly<Record<string, readonly Rule[]>> = {
  VariableName: [otherValue, otherBound],
  Number: [otherNumber],
  BinaryExpression: [otherOperator, oneTooMany, turnedAround, bracketsLost, otherBound],
  UnaryExpression: [signTooMany],
  CallExpression: [otherOperator, oneTooMany, turnedAround, otherFunction, axisLeftOut],
  MemberExpression: [otherIndex],
  CompareOp: [otherComparison],
};

/** Whether changing it could change what is computed, and would not keep a loop from ending. */
const isComputed = (node: SyntaxNode, code: string): boolean =>
  !isForItsEffect(node) &&
  !isWithinTarget(node, code) &&
  !(node.name === "VariableName" && (namesSomething(node) || endsLoop(node)));

/** The likeliest first. Rejects if the grammar can't be fetched. */
export async function slipsIn(code: string, language: Language): Promise<Slip[]> {
  const nodes = nodesOf(await syntaxTree(code, language));
  const text = ({ from, to }: Span) => code.slice(from, to);
  const indices = nodes.flatMap((node) => {
    const index = node.name === "MemberExpression" ? indexOf(node) : null;
    return index && index.name !== "String" ? [text(index)] : [];
  });
  const source: AnswerSource = { code, language, text, namesAt: valueNames(nodes, code), indices };
  const slips = nodes.flatMap((node) => [
    ...(statementRules[node.name] ?? []).flatMap((rule) => rule(node, source)),
    ...(isComputed(node, code)
      ? (expressionRules[node.name] ?? []).flatMap((rule) => rule(node, source))
      : []),
  ]);
  return slips.toSorted((a, b) => slipSorts.indexOf(a.sort) - slipSorts.indexOf(b.sort));
}
