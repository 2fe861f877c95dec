import {
  childrenOf,
  endsLoop,
  functionAround,
  isFunction,
  isWithinTarget,
  outermostLoop,
} from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

interface Definition {
  name: string;
  at: number;
  /** The function that it is known in; null for the whole program. */
  scope: SyntaxNode | null;
  /** The outermost loop within that, in which it may have been defined by an earlier pass. */
  loop: SyntaxNode | null;
}

/** A function that tells which names of values, not of functions, modules or mere numbers, are known at a node, those first that are given last. */
export function valueNames(
  nodes: readonly SyntaxNode[],
  code: string,
): (node: SyntaxNode) => readonly string[] {
  const definitions = nodes.flatMap((node) => (defines(node, code) ? [definitionAt(node, code)] : []));
  const lastFirst = definitions.toReversed();
  const isKnown = ({ at, scope, loop }: Definition, node: SyntaxNode) =>
    (scope === null || contains(scope, node)) && (at < node.from || (loop !== null && contains(loop, node)));
  return (node) => [...new Set(lastFirst.filter((each) => isKnown(each, node)).map(({ name }) => name))];
}

const contains = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** Whether a name is given to a value here: by a parameter, an assignment or a loop. */
function defines(node: SyntaxNode, code: string): boolean {
  const { parent } = node;
  if (node.name === "VariableDefinition") {
    const value = node.nextSibling?.name === "Equals" ? node.nextSibling.nextSibling : null;
    return parent!.name !== "FunctionDeclaration" && !(value && isFunction(value));
  }
  if (node.name !== "VariableName") return false;
  if (parent?.name === "ParamList") return node.prevSibling?.name !== "AssignOp";
  if (parent?.name === "MemberExpression" || !isWithinTarget(node, code)) return false;
  const children = parent ? childrenOf(parent) : [];
  const isNumber = children.length === 3 && children[2]!.name === "Number";
  const last = children.at(-1);
  return !isNumber && !(last && isFunction(last)) && !endsLoop(node);
}

const definitionAt = (node: SyntaxNode, code: string): Definition => ({
  name: code.slice(node.from, node.to),
  at: node.from,
  scope: functionAround(node),
  loop: outermostLoop(node),
});
