import { wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/**
 * MicroPython doesn't ask the right operand of a comparison, so that `0 < x` fails for a tensor. Here a number that is all that
 * stands on the left becomes one that asks: `_left(0) < x`.
 */
export function comparisonCalls(comparison: SyntaxNode, code: string): Edit[] {
  const [left, operator] = childrenOf(comparison);
  if (operator?.name !== "CompareOp" || !/^[<>]=?$/.test(code.slice(operator.from, operator.to))) return [];
  return isNumber(left!, code) ? wrapIn(left!, "_left(") : [];
}

function isNumber(node: SyntaxNode, code: string): boolean {
  if (node.name === "Number") return !/[jJ]$/.test(code.slice(node.from, node.to));
  return node.name === "UnaryExpression" && isNumber(node.lastChild!, code);
}
