import { insertBefore, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/**
 * MicroPython keeps no annotations, which is where a dataclass has its fields. Here the first of them is preceded by all their
 * names: `x: float` becomes `__fields__ = ("x", "y"); x: float`.
 */
export function fieldNames(definition: SyntaxNode, code: string): Edit[] {
  if (!code.includes("dataclass")) return [];
  const body = definition.getChild("Body");
  const statements = body === null ? [] : childrenOf(body).flatMap(statementsIn);
  const fields = statements.flatMap((statement) => {
    const [name, annotation] = childrenOf(statement);
    return name?.name === "VariableName" && annotation?.name === "TypeDef" ? [name] : [];
  });
  if (fields.length === 0) return [];
  const names = fields.map(({ from, to }) => `"${code.slice(from, to)}", `).join("");
  return [insertBefore(fields[0]!.from, `__fields__ = (${names}); `)];
}

/** Those that stand on one line, separated by semicolons, are a group. */
const statementsIn = (node: SyntaxNode): SyntaxNode[] =>
  node.name === "StatementGroup" ? childrenOf(node) : [node];
