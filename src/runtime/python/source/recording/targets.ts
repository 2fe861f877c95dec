/** What a statement assigns to, as the calls that tell it. */
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { isExpression } from "#runtime/python/source/python-source.ts";
import {
  containerOf,
  onOneLine,
  placeOf,
  plainnessOf,
  stepsOf,
  type Place,
} from "#runtime/python/source/recording/places.ts";

/** Names, and parts of what names stand for, in the order in which they are assigned to: those of `a, (b, c[0]) = d = e`. */
export function targetsOf(statement: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(statement);
  const last = children.findLastIndex(({ name }) => name === "AssignOp" || name === "UpdateOp");
  return children.slice(0, Math.max(0, last)).flatMap(unpacked);
}

function unpacked(node: SyntaxNode): SyntaxNode[] {
  if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) return childrenOf(node).flatMap(unpacked);
  return isExpression(node) && node.name !== "TypeDef" ? [node] : [];
}

/** One call for all names, one for each part that can be looked at again, and one for each whole that such a part belongs to. */
export function callsForTargets(
  targets: readonly SyntaxNode[],
  hook: string,
  line: number,
  code: string,
): string[] {
  const names = new Set(
    targets.flatMap(({ name, from, to }) => (name === "VariableName" ? [code.slice(from, to)] : [])),
  );
  const parts: string[] = [];
  const wholes = new Set<string>();
  for (const target of targets) {
    const place = target.name === "MemberExpression" ? placeOf(target, code) : null;
    if (place === null || names.has(place.root)) continue;
    const part = partCall(target, place, names, hook, line, code);
    if (part !== null) parts.push(part);
    if (place.steps.some((step) => "key" in step))
      wholes.add(wholeCall(containerOf(place), hook, line, code));
  }
  const named = [...names].map((name) => `"${name}", ${name}`).join(", ");
  return [...(names.size > 0 ? [`${hook}(${line}, ${named})`] : []), ...parts, ...wholes];
}

/** Null where the statement itself changes what the index is made of, or an index would do something when evaluated again. */
function partCall(
  target: SyntaxNode,
  place: Place,
  assigned: ReadonlySet<string>,
  hook: string,
  line: number,
  code: string,
): string | null {
  const plain = plainnessOf(place, code);
  if (plain === null || plain.names.some((name) => assigned.has(name))) return null;
  const text = onOneLine(code.slice(target.from, target.to));
  const guard = plain.computes ? `${hook}_plain(${plain.names.join(", ")}) and ` : "";
  return `${guard}${placeCall(text, place, hook, line, code)}`;
}

function wholeCall(place: Place, hook: string, line: number, code: string): string {
  const { root, steps } = place;
  if (steps.length === 0) return `${hook}(${line}, "${root}", ${root})`;
  const attributes = steps.flatMap((step) => ("attribute" in step ? [step.attribute] : []));
  return placeCall([root, ...attributes].join("."), place, hook, line, code);
}

/** A call that looks at a place. */
const placeCall = (text: string, place: Place, hook: string, line: number, code: string): string =>
  `${hook}_place(${line}, ${JSON.stringify(text)}, ${place.root}, ${stepsOf(place, hook, code)})`;
