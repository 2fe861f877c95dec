/** Slips in what follows upon what. */
import { instead, type Rule } from "#grader/repairs/slip.ts";
import { childrenOf, outermostLoop } from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

/** Two lines that changed places. */
export const otherOrder: Rule = (node, source) => {
  const next = node.nextSibling;
  if (!isSimple(node) || !next || !isSimple(next)) return [];
  const between = source.code.slice(node.to, next.from);
  const both = { from: node.from, to: next.to };
  return instead("order", "wrong-value", both, source, [source.text(next) + between + source.text(node)]);
};

const isSimple = ({ name, parent }: SyntaxNode): boolean =>
  /^(AssignStatement|UpdateStatement|ExpressionStatement)$/.test(name) &&
  /^(Body|Block)$/.test(parent?.name ?? "");

/** What is written over in a loop and meant to be added to, or the other way round. */
export const otherAssignment: Rule = (node, source) => {
  if (outermostLoop(node) === null) return [];
  const sign = childrenOf(node).find(({ name }) => /^(AssignOp|UpdateOp|Equals)$/.test(name));
  const written = sign && source.text(sign);
  const { name } = node.firstChild!;
  if (!sign || !/^(VariableName|MemberExpression)$/.test(name) || (written !== "=" && written !== "+="))
    return [];
  const kind = written === "=" ? "missing-path" : "wrong-value";
  return instead("overwritten", kind, sign, source, [written === "=" ? "+=" : "="]).map((slip) => ({
    ...slip,
    found: source.text(node.firstChild!),
  }));
};

/** A sign that is missing before all of what a line comes to. */
export const signLeftOut: Rule = (node, source) => {
  const value = node.lastChild;
  const sign = value?.prevSibling;
  if (!sign || !/^(AssignOp|Equals|return)$/.test(sign.name) || !isExpression(value)) return [];
  const written = source.text(value);
  return instead("sign", "sign", value, source, [
    `-(${written})`,
    ...(source.language === "javascript" ? [`(${written}).neg()`] : []),
  ]);
};

const isExpression = ({ name }: SyntaxNode): boolean =>
  /^(VariableName|(Binary|Call|Member|Parenthesized)Expression)$/.test(name);
