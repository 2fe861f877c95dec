import { insertAfter, replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { isExpression } from "#runtime/python/source/python-source.ts";

/**
 * MicroPython knows `__iadd__` and `__isub__` only, and takes `w *= 0.9` for `w = w * 0.9`, which makes another tensor. Here
 * such a statement becomes `w = _in_place(w) * (0.9)`, where `_in_place(w)` is an object whose operators change what can be
 * changed. `a[i] *= 2` and `a.b *= 2` become `_items(a)[i] *= 2` and `_attributes(a).b *= 2`: Python itself then evaluates each
 * part once and puts the result where it belongs.
 */
export function inPlaceCalls(statement: SyntaxNode, code: string): Edit[] {
  const [whole, operator, ...values] = childrenOf(statement);
  if (whole === undefined || operator?.name !== "UpdateOp" || values.length === 0) return [];
  const sign = code.slice(operator.from, operator.to - 1);
  if (sign === "+" || sign === "-") return [];
  const target = unwrapped(whole);
  if (target.name === "VariableName") {
    const name = code.slice(target.from, target.to);
    return [replacement(operator, `= _in_place(${name}) ${sign} (`), insertAfter(values.at(-1)!.to, ")")];
  }
  if (target.name !== "MemberExpression") return [];
  const [object, mark] = childrenOf(target);
  return wrapIn(object!, mark!.name === "[" ? "_items(" : "_attributes(");
}

/** An expression without the brackets around it. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  if (node.name !== "ParenthesizedExpression") return node;
  const inner = childrenOf(node).find(isExpression);
  return inner === undefined ? node : unwrapped(inner);
}
