/** What the parts of a program are there for. The trees of Python and JavaScript have the same names as far as a derivative needs them. */
import type { SyntaxNode } from "#reading/syntax-tree.ts";

export interface Span {
  from: number;
  to: number;
}

/** The nodes right below one, in the order of the code. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/** A node and all below it, outer ones before inner ones. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

/** Whether a node is a function of its own. */
export const isFunction = ({ name }: SyntaxNode): boolean =>
  /^(Function(Definition|Declaration|Expression)|ArrowFunction|LambdaExpression)$/.test(name);

/** The innermost function that a node stands in; null at the top. */
export function functionAround({ parent }: SyntaxNode): SyntaxNode | null {
  return parent === null || isFunction(parent) ? parent : functionAround(parent);
}

/** The outermost loop of its function that a node stands in; null for none. */
export function outermostLoop(node: SyntaxNode): SyntaxNode | null {
  let loop: SyntaxNode | null = null;
  for (let at = node.parent; at && !isFunction(at); at = at.parent)
    if (/^(For|While)Statement$/.test(at.name)) loop = at;
  return loop;
}

/** Whether a loop's end depends on it: changed, it might never come. */
export function endsLoop(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.name === "ForSpec" && node.name !== "VariableDeclaration") return true;
  if (parent.name === "WhileStatement" && !/^(Body|Block)$/.test(node.name)) return true;
  return endsLoop(parent);
}

/** Whether one of these follows among its parent's children. */
const precedes = (node: SyntaxNode, names: RegExp): boolean =>
  childrenOf(node.parent!).some(({ name, from }) => from >= node.to && names.test(name));

/** Whether a call is a statement of its own: its value is for nobody, so it is there to change something. */
export const isForItsEffect = (call: SyntaxNode | null): boolean =>
  call?.name === "CallExpression" && call.parent?.name === "ExpressionStatement";

/** Operators that change what they stand before. */
export const counting = /^(\+\+|--|delete)/;

/** Whether this place is written to: assigned, counted up, deleted, or changed by a call. */
function isTarget(node: SyntaxNode, code: string): boolean {
  const { parent, nextSibling } = node;
  if (!parent) return false;
  // Where JavaScript's parser takes a pattern for an array, it reads no further than that.
  if (nextSibling?.name === "⚠" && nextSibling.firstChild?.name === "Equals") return true;
  switch (parent.name) {
    case "AssignStatement":
    case "UpdateStatement":
    case "AssignmentExpression":
    case "NamedExpression":
      return precedes(node, /^(AssignOp|UpdateOp|Equals)$/);
    case "ForStatement":
    case "ForInSpec":
    case "ForOfSpec":
      return precedes(node, /^(in|of)$/);
    case "ArrayComprehensionExpression":
    case "SetComprehensionExpression":
    case "DictionaryComprehensionExpression":
    case "ComprehensionExpression": {
      const words = childrenOf(parent).filter(
        ({ name, to }) => to <= node.from && /^(for|in|if)$/.test(name),
      );
      return words.at(-1)?.name === "for";
    }
    case "PostfixExpression":
    case "DeleteStatement":
    case "ScopeStatement":
      return true;
    case "UnaryExpression":
      return counting.test(code.slice(parent.from));
    case "WithStatement":
      return node.prevSibling?.name === "as";
    case "MemberExpression":
      return isForItsEffect(parent.parent) && parent.parent!.firstChild!.from === parent.from;
    case "ArgList":
      // NumPy's functions write to what they are given first: np.add.at(sums, rows, values).
      return (
        isForItsEffect(parent.parent) &&
        code.startsWith("np.", parent.parent!.from) &&
        parent.firstChild!.nextSibling!.from === node.from
      );
    default:
      return false;
  }
}

/** Names of an argument, a function or a module: no values to compute with. */
export function namesSomething(node: SyntaxNode): boolean {
  const { parent, nextSibling } = node;
  switch (parent?.name) {
    case "ParamList":
    case "ImportStatement":
    case "FunctionDefinition":
    case "TypeDef":
      return true;
    case "ArgList":
      return nextSibling?.name === "AssignOp";
    case "CallExpression":
      return parent.firstChild!.from === node.from;
    default:
      return false;
  }
}

/** Whether it is written to, or part of what says where to write. */
export function isWithinTarget(node: SyntaxNode, code: string): boolean {
  for (let at: SyntaxNode | null = node; at && !/Statement$|^(Body|Block)$/.test(at.name); at = at.parent) {
    if (isTarget(at, code)) return true;
  }
  return false;
}

/** The code with one place replaced. */
export const replaceSpan = (code: string, { from, to }: Span, text: string): string =>
  code.slice(0, from) + text + code.slice(to);
