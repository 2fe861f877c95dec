import { insertAfter, insertBefore, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { isExpression } from "#runtime/python/source/python-source.ts";

/**
 * Lets a loop call out of Python as it turns, for browsers that end no worker while WebAssembly goes on by itself:
 * `while x:` becomes `while _breathe() and (x):`, and `for x in y:` becomes `for x in _breathing((y)):`, in comprehensions and generators too.
 */
export function breathingLoop(loop: SyntaxNode): Edit[] {
  const parts = childrenOf(loop).filter(({ name }) => name !== "Comment");
  if (loop.name === "WhileStatement") {
    const test = parts.find(isExpression);
    return test ? wrapIn(test, "_breathe() and (") : [];
  }
  return parts.flatMap((part, i) => (part.name === "in" ? breathingItems(parts.slice(i + 1)) : []));
}

/** @param rest what follows on `in`: an expression, or several with commas between them */
function breathingItems(rest: readonly SyntaxNode[]): Edit[] {
  const end = rest.findIndex((part) => part.name === "Body" || !(part.name === "," || isExpression(part)));
  const items = rest.slice(0, end);
  if (items.length === 0) return [];
  return [insertBefore(items[0]!.from, "_breathing(("), insertAfter(items.at(-1)!.to, "))")];
}
