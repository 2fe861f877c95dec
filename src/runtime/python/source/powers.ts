import { replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

const complexNumbers = /\d[jJ]\b|\bcomplex\b|\bcmath\b/;

/**
 * MicroPython takes every power of a complex number by its angle, so that `1j ** 2` is not quite −1. Where a program has complex
 * numbers, `x ** y` becomes `_power(x , y)`, which multiplies as Python does.
 */
export function powerCalls(operation: SyntaxNode, code: string): Edit[] {
  const operator = childrenOf(operation)[1];
  if (operator === undefined || code.slice(operator.from, operator.to) !== "**") return [];
  return complexNumbers.test(code) ? [...wrapIn(operation, "_power("), replacement(operator, ",")] : [];
}
