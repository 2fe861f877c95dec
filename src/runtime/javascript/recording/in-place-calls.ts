/** Statements that call something and may so change a list: `hs.push(h)`, `a.fill(0)`, `addTo(dW, g)`. */
import type { CallExpression, Identifier, Node } from "acorn";
import { namesCall } from "#runtime/javascript/recording/assigned.ts";
import { placeOf, plainnessOf, stepsOf } from "#runtime/javascript/recording/places.ts";
import { onOneLine, type Source } from "#runtime/javascript/recording/source.ts";

export function callsForInPlace(
  { callee, arguments: given }: CallExpression,
  source: Source,
  line: number,
): string[] {
  const object = callee.type === "MemberExpression" && !callee.computed ? callee.object : null;
  if (object !== null && source.text(object) === "console") return [];
  const method = object === null ? null : source.text((callee as unknown as { property: Node }).property);
  if (method === "push") return lastItemCall(object!, source, line);
  const names = new Set([object, given[0]].flatMap(nameOf));
  return names.size === 0 ? [] : [namesCall("lists", names, source, line)];
}

const nameOf = (node: Node | null | undefined): string[] =>
  node?.type === "Identifier" ? [(node as Identifier).name] : [];

function lastItemCall(list: Node, source: Source, line: number): string[] {
  const place = placeOf(list);
  const plain = place && plainnessOf(place);
  if (!plain || plain.computes) return [];
  const name = JSON.stringify(`${onOneLine(source.text(list))}.at(-1)`);
  return [`${source.hook}.last(${line}, ${name}, ${place!.root}, ${stepsOf(place!, source)})`];
}
