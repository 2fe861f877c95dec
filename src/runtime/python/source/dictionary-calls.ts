import { insertBefore, insertAfter, replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/**
 * `dict(a=1)` becomes `_named(dict, ("a", 1))`, which keeps the order as `{"a": 1}` does, and any other call of `dict` becomes
 * `_dict_from(dict, …)`. The name goes along, for a program may call something else by it.
 */
export function dictionaryCall(call: SyntaxNode, code: string): Edit[] {
  const [callee, list] = childrenOf(call);
  if (callee?.name !== "VariableName" || code.slice(callee.from, callee.to) !== "dict") return [];
  const [opening, ...rest] = childrenOf(list!);
  const closing = rest.pop()!;
  const parts = rest.filter(({ name }) => name !== "Comment");
  const signs = parts.filter(({ name }) => name === "AssignOp");
  const items =
    parts.filter(({ name }) => name === ",").length + Number(parts.length > 0 && parts.at(-1)!.name !== ",");
  const named = items > 0 && signs.length === items && signs.every(({ from, to }) => to - from === 1);
  return [
    replacement(callee, named ? "_named" : "_dict_from"),
    replacement(opening!, items > 0 ? "(dict, " : "(dict"),
    ...(named ? signs.flatMap((sign) => namedPair(sign, code)) : []),
    // A generator that is the only argument needs no brackets of its own.
    ...(parts.some(({ name }) => name === "for") ? wrapIn({ from: opening!.to, to: closing.from }, "(") : []),
  ];
}

function namedPair(sign: SyntaxNode, code: string): Edit[] {
  const name = sign.prevSibling!;
  return [
    insertBefore(name.from, "("),
    replacement(name, `"${code.slice(name.from, name.to)}"`),
    replacement(sign, ", "),
    insertAfter(sign.nextSibling!.to, ")"),
  ];
}
