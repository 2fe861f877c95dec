/** Statements that call something and may so change an array or a list: `hs.append(h)`, `np.add.at(dW, i, g)`, `a.fill(0)`. */
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { onOneLine, placeOf, plainnessOf, stepsOf } from "#runtime/python/source/recording/places.ts";

/** What is called for what it shows. */
const printing = new Set(["print"]);

/** The calls that tell what became of what a statement changes by calling something; none where it only prints. */
export function callsForInPlace(call: SyntaxNode, hook: string, line: number, code: string): string[] {
  const [callee, list] = childrenOf(call);
  if (callee === undefined || list === undefined || printing.has(code.slice(callee.from, callee.to)))
    return [];
  const { firstChild: object, lastChild: method } = callee;
  const isMethod = callee.name === "MemberExpression" && method?.name === "PropertyName";
  if (isMethod && code.slice(method.from, method.to) === "append")
    return lastItemCall(object!, hook, line, code);
  const names = new Set([...(isMethod ? changedName(object!, code) : []), ...changedArguments(list, code)]);
  if (names.size === 0) return [];
  return [`${hook}_arrays(${line}, ${[...names].map((name) => `"${name}", ${name}`).join(", ")})`];
}

function lastItemCall(list: SyntaxNode, hook: string, line: number, code: string): string[] {
  const place = placeOf(list, code);
  const plain = place && plainnessOf(place, code);
  if (!plain || plain.computes) return [];
  const name = JSON.stringify(`${onOneLine(code.slice(list.from, list.to))}[-1]`);
  return [`${hook}_place(${line}, ${name}, ${place.root}, ${stepsOf(place, hook, code)} + ((-1,),))`];
}

/** The name of what is changed when this is: `W` of `W`, `W[0]` and `W[i][j]`. */
function changedName(node: SyntaxNode, code: string): string[] {
  const place = placeOf(node, code);
  const [first] = place?.steps ?? [];
  return place !== null && (first === undefined || "key" in first) ? [place.root] : [];
}

const textOf = (node: SyntaxNode | undefined, code: string): string =>
  node === undefined ? "" : code.slice(node.from, node.to);

/** The first argument, and what is given as `out`, where these are names. */
function changedArguments(list: SyntaxNode, code: string): string[] {
  const [, ...parts] = childrenOf(list);
  return parts.flatMap((part, i) => {
    const sign = parts[i - 1];
    if (i === 0 && parts[1]?.name !== "AssignOp" && parts[1]?.name !== "for") return changedName(part, code);
    const isOut = sign?.name === "AssignOp" && textOf(parts[i - 2], code) === "out";
    return isOut ? changedName(part, code) : [];
  });
}
