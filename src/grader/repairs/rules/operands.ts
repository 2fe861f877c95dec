/** Slips in what is computed with: another value, another entry of it, another number. */
import { childrenOf, endsLoop } from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { instead, type Rule, type Slip } from "#grader/repairs/slip.ts";

/** A name in the place of another. */
export const otherValue: Rule = (node, source) =>
  // A loop over a list that it fills has no end, and a condition that is never met is no cure.
  /^(in|of)$/.test(node.prevSibling?.name ?? "") || isCompared(node)
    ? []
    : instead("value", "wrong-value", node, source, source.namesAt(node));

const isCompared = ({ parent }: SyntaxNode): boolean =>
  parent !== null && childrenOf(parent).some(({ name }) => name === "CompareOp");

/** What an index may be off by one, or read from another place of the program. */
export const otherIndex: Rule = (node, source) => {
  const index = indexOf(node);
  if (!index) return [];
  const written = source.text(index);
  const shifted = index.name === "Number" ? [] : [`${written} + 1`, `${written} - 1`];
  return instead("index", "wrong-value", index, source, [...source.indices, ...shifted]).map((slip) => ({
    ...slip,
    found: source.text(node),
    meant: `${source.text(node.firstChild!)}[${slip.text}]`,
  }));
};

/** The index of an expression such as `h[t - 1]`, if it is a single one. */
export function indexOf(node: SyntaxNode): SyntaxNode | null {
  const [, opening, index, closing] = childrenOf(node);
  return opening?.name === "[" && index && closing?.name === "]" ? index : null;
}

/** Methods and functions that put the entries of an array together, and the keywords of their axis. */
export const reductions = /^(sum|mean|max|min|prod|amax|amin)$/;
const axisWords = /^(axis|dim)$/;

/** Another number: along which axis, up to where, or how much. */
export const otherNumber: Rule = (node, source) => {
  const value = Number(source.text(node));
  if (!Number.isFinite(value)) return [];
  const { parent } = node;
  if (parent && indexOf(parent)?.from === node.from) return [];
  if (isAxis(node, source.text)) {
    const call = parent!.parent!;
    return instead("axis", "wrong-axis", node, source, ["0", "1"]).map((slip) => ({
      ...slip,
      found: source.text(call),
      meant: source.code.slice(call.from, node.from) + slip.text + source.code.slice(node.to, call.to),
    }));
  }
  const others = [value + 1, value - 1, 0, 1, 2, value / 2, 2 * value, -value].map((other) =>
    other < 0 ? `(${other})` : String(other),
  );
  if (endsLoop(node) || beginsLoop(node) || isLoopBound(node, source.text))
    return instead("bound", "wrong-value", node, source, others);
  if (isAlone(node)) return instead("derivative", "wrong-rule", node, source, others);
  const kind = isCompared(node) ? "partly-right" : kindOfNumber(node, source.text);
  return [
    ...instead("number", kind, node, source, others).map((slip) =>
      slip.text === "0" && kind === "constant-factor" ? { ...slip, kind: "constant-term" as const } : slip,
    ),
    ...(kind === "partly-right" ? [] : instead("value", "wrong-rule", node, source, source.namesAt(node))),
  ];
};

type Text = (node: SyntaxNode) => string;

/** Whether a number says along which axis a reduction goes. */
function isAxis(number: SyntaxNode, text: Text): boolean {
  const { parent, prevSibling } = number;
  if (parent?.name !== "ArgList") return false;
  if (prevSibling?.name === "AssignOp") return axisWords.test(text(prevSibling.prevSibling!));
  const method = parent.parent!.firstChild!.lastChild;
  return method?.name === "PropertyName" && reductions.test(text(method)) && prevSibling?.name === "(";
}

/** Whether a counter of JavaScript's begins with it. */
const beginsLoop = ({ parent }: SyntaxNode): boolean =>
  parent?.name === "VariableDeclaration" && parent.parent?.name === "ForSpec";

/** Whether it stands in the arguments of `range`. */
function isLoopBound(node: SyntaxNode, text: Text): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.name === "CallExpression") return text(at.firstChild!) === "range";
    if (!/^(ArgList|BinaryExpression|UnaryExpression)$/.test(at.name)) return false;
  }
  return false;
}

function kindOfNumber(node: SyntaxNode, text: Text): Slip["kind"] {
  const { parent } = node;
  if (parent?.name !== "BinaryExpression")
    return isExponentOfMethod(node, text) ? "wrong-rule" : "wrong-value";
  const operator = text(node.prevSibling ?? node.nextSibling!);
  if (operator === "**") return "wrong-rule";
  return /^[+-]$/.test(operator) ? "constant-term" : "constant-factor";
}

/** Whether it is all that a name stands for: a derivative that was taken to be this number. */
const isAlone = ({ parent }: SyntaxNode): boolean =>
  parent !== null && /^(AssignStatement|VariableDeclaration|ReturnStatement)$/.test(parent.name);

const isExponentOfMethod = ({ parent }: SyntaxNode, text: Text): boolean =>
  parent?.name === "ArgList" && /\bpow$/.test(text(parent.parent!.firstChild!));

/** What ends a range may be one step too far or too short. */
export const otherBound: Rule = (node, source) => {
  if (node.name === "Number" || !isLoopBound(node, source.text)) return [];
  const written = source.text(node);
  return instead("bound", "wrong-value", node, source, [`${written} + 1`, `${written} - 1`]);
};
