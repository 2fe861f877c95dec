import { insertBefore, replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/** Methods of strings, numbers and lists that MicroPython leaves out or does by halves. */
const names = new Set(
  "format format_map zfill ljust rjust center removeprefix removesuffix title capitalize swapcase casefold expandtabs isalnum isnumeric isdecimal isidentifier translate bit_length is_integer as_integer_ratio conjugate sort".split(
    " ",
  ),
);

/** `"7".zfill(3)` becomes `_method("7", "zfill")(3)`. */
export function methodCalls(call: SyntaxNode, code: string): Edit[] {
  const { firstChild: member } = call;
  if (member?.name !== "MemberExpression") return [];
  const { firstChild: object, lastChild: property } = member;
  const dot = property!.prevSibling!;
  const name = code.slice(property!.from, property!.to);
  if (property!.name !== "PropertyName" || !names.has(name)) return [];
  return [
    insertBefore(object!.from, "_method("),
    replacement(dot, ","),
    replacement(property!, ` "${name}")`),
  ];
}

/** `"%.3f" % x` becomes `_percent("%.3f") % x`. */
export function percentCalls(operation: SyntaxNode, code: string): Edit[] {
  const [text, operator] = childrenOf(operation);
  if (operator === undefined || code.slice(operator.from, operator.to) !== "%") return [];
  return isText(text!, code) ? wrapIn(text!, "_percent(") : [];
}

function isText(node: SyntaxNode, code: string): boolean {
  if (node.name === "ParenthesizedExpression") return childrenOf(node).some((child) => isText(child, code));
  return node.name.endsWith("String") && !/^\w*b/i.test(code.slice(node.from, node.to));
}
