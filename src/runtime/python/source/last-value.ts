import { wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/**
 * What a notebook shows beneath a cell: where the last statement is an expression and no semicolon follows, `f(x)` becomes
 * `_echo((f(x)))`, which prints the value unless it is None.
 */
export function lastValue(nodes: readonly SyntaxNode[]): Edit[] {
  const last = lastPart(nodes.find(({ name }) => name === "Script"));
  const statement = last?.name === "StatementGroup" ? lastPart(last) : last;
  const sound = nodes.find(({ name, from }) => name === "ExpressionStatement" && from === statement?.from);
  if (!sound || sound.firstChild?.name === "*") return [];
  return wrapIn(sound, "_echo((", "))");
}

const lastPart = (node: SyntaxNode | undefined): SyntaxNode | undefined =>
  node && childrenOf(node).findLast(({ name }) => name !== "Comment");
