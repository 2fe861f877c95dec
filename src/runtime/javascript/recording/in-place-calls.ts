/** Statements that call something and may so change a list: `hs.push(h)`, `a.fill(0)`, `addTo(dW, g)`. */
import type { CallExpression, Node } from "acorn";
import { namesCall } from "#runtime/javascript/recording/assigned.ts";
import { placeOf, plainnessOf, stepsOf } from "#runtime/javascript/recording/places.ts";
import { onOneLine, type Source } from "#runtime/javascript/recording/source.ts";

/** The calls that tell what became of what a statement changes by calling something; none where it only shows or goes through it. */
export function callsForInPlace(
  { callee, arguments: given }: CallExpression,
  source: Source,
  line: number,
): string[] {
  const object = callee.type === "MemberExpression" && !callee.computed ? callee.object : null;
  if (object !== null && source.text(object) === "console") return [];
  const method = object === null ? null : source.text((callee as unknown as { property: Node }).property);
  if (method === "push") return lastItemCall(object!, source, line);
  if (method === "forEach") return [];
  const names = new Set([object, given[0]].flatMap(changedName));
  return names.size === 0 ? [] : [namesCall("lists", names, source, line)];
}

/** The name of what is changed when this is: `W` of `W`, `W[0]` and `W[i][j]`. */
function changedName(node: Node | null | undefined): string[] {
  const place = node ? placeOf(node) : null;
  if (place === null || place.root === "this") return [];
  const [first] = place.steps;
  return first === undefined || "key" in first ? [place.root] : [];
}

function lastItemCall(list: Node, source: Source, line: number): string[] {
  const place = placeOf(list);
  const plain = place && plainnessOf(place);
  if (!plain || plain.computes) return [];
  const name = JSON.stringify(`${onOneLine(source.text(list))}.at(-1)`);
  return [`${source.hook}.last(${line}, ${name}, ${place.root}, ${stepsOf(place, source)})`];
}
